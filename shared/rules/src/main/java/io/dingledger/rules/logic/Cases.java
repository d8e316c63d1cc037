package io.dingledger.rules.logic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All ways in which a condition holds. Immutable. */
public final class Cases {
  /** Beyond this nothing is said of a condition; so checking stays fast. */
  private static final int MOST = 64;

  /** It always holds. */
  public static final Cases ALWAYS = new Cases(List.of(Case.ANY), true);

  /** It never holds. */
  public static final Cases NEVER = new Cases(List.of(), true);

  private final List<Case> cases;
  private final boolean complete;

  private Cases(List<Case> cases, boolean complete) {
    this.cases = List.copyOf(cases);
    this.complete = complete;
  }

  static Cases of(Optional<Case> one) {
    return one.map(known -> new Cases(List.of(known), true)).orElse(NEVER);
  }

  /** It holds when one value is this. */
  public static Cases when(String path, Constraint constraint) {
    return of(Case.ANY.with(path, constraint, true));
  }

  /** Whether no document makes it hold. */
  public boolean isNever() {
    return complete && cases.isEmpty();
  }

  /** Whether there is certainly a document that makes it hold. */
  public boolean isCertain() {
    return cases.stream().anyMatch(Case::certain);
  }

  /** Whether it says that a text is one of a few, and which; empty when any case leaves it open. */
  public Optional<Set<String>> words(String path) {
    Set<String> words = new HashSet<>();
    for (Case each : cases) {
      if (!(each.asked().get(path) instanceof Constraint.Words(Optional<Set<String>> of, var no))
          || of.isEmpty()) {
        return Optional.empty();
      }
      words.addAll(of.get());
    }
    return complete ? Optional.of(words) : Optional.empty();
  }

  /** What is known of the fields in each case, along with what is known anyway. */
  public List<Domain> domains(Domain anyway) {
    if (!complete) {
      return List.of(anyway);
    }
    return cases.stream()
        .map(
            each ->
                (Domain)
                    path -> Optional.ofNullable(each.asked().get(path)).or(() -> anyway.of(path)))
        .toList();
  }

  /** Both hold. */
  public Cases and(Cases other) {
    List<Case> both = new ArrayList<>();
    for (Case left : cases) {
      for (Case right : other.cases) {
        if (both.size() == MOST) {
          return new Cases(both, false);
        }
        left.and(right).ifPresent(both::add);
      }
    }
    return new Cases(both, complete && other.complete);
  }

  /** One of them holds. */
  public Cases or(Cases other) {
    List<Case> all = new ArrayList<>(cases);
    all.addAll(other.cases);
    return all.size() > MOST
        ? new Cases(all.subList(0, MOST), false)
        : new Cases(all, complete && other.complete);
  }
}
