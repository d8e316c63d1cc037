package io.dingledger.rules.simulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the documents that a rule book must be tried on before it may be used: the oddest that
 * there are, and each odd in another way where possible. The same documents give the same choice.
 */
public final class AbnormalDocuments {
  private static final BigDecimal FAR_ABOVE = BigDecimal.TEN;

  /** Where everything is zero, nothing is high. */
  private static final BigDecimal SMALLEST = BigDecimal.ONE;

  private AbnormalDocuments() {}

  /**
   * A chosen document.
   *
   * @param document which
   * @param oddities what is odd about it, most telling first; empty when nothing is, and there was
   *     nothing better
   * @param example whether it is an example of a pack and not the tenant's own
   */
  public record Choice(CaseDocument document, List<Oddity> oddities, boolean example) {
    public Choice {
      oddities = List.copyOf(oddities);
    }

    /** Whether anything is odd about it. */
    public boolean isOdd() {
      return !oddities.isEmpty();
    }
  }

  /**
   * Documents and what a rule book made of them.
   *
   * @param cases the documents
   * @param report the report of just these
   */
  public record Tried(List<CaseDocument> cases, SimulationReport report) {
    public Tried {
      cases = List.copyOf(cases);
    }
  }

  /**
   * Chooses: the tenant's odd documents first, then odd examples, then the tenant's plain ones,
   * then plain examples.
   *
   * @param own what the tenant has
   * @param examples what a pack has
   * @param count how many to choose
   * @return that many, or all if there are fewer
   */
  public static List<Choice> choose(Tried own, Tried examples, int count) {
    List<Choice> ours = rated(own, false);
    List<Choice> theirs = rated(examples, true);
    List<Choice> chosen = new ArrayList<>();
    Set<Oddity> covered = EnumSet.noneOf(Oddity.class);
    take(ours.stream().filter(Choice::isOdd).toList(), count, chosen, covered);
    take(theirs.stream().filter(Choice::isOdd).toList(), count, chosen, covered);
    take(ours, count, chosen, covered);
    take(theirs, count, chosen, covered);
    return chosen;
  }

  /** Takes what adds most that is odd in a new way, until there are enough. */
  private static void take(List<Choice> from, int count, List<Choice> chosen, Set<Oddity> covered) {
    Set<String> names = new HashSet<>();
    chosen.forEach(choice -> names.add(choice.document().name()));
    List<Choice> left = new ArrayList<>(from);
    left.removeIf(choice -> names.contains(choice.document().name()));
    while (chosen.size() < count && !left.isEmpty()) {
      Choice best =
          Collections.max(
              left,
              Comparator.comparingInt((Choice choice) -> weight(choice, covered))
                  .thenComparingInt(choice -> weight(choice, Set.of()))
                  .thenComparing(choice -> choice.document().name(), Comparator.reverseOrder()));
      left.remove(best);
      chosen.add(best);
      covered.addAll(best.oddities());
    }
  }

  private static int weight(Choice choice, Set<Oddity> covered) {
    return choice.oddities().stream()
        .filter(oddity -> !covered.contains(oddity))
        .mapToInt(Oddity::weight)
        .sum();
  }

  private static List<Choice> rated(Tried tried, boolean example) {
    Map<String, Outcome> outcomes = new HashMap<>();
    tried.report().documents().forEach(outcome -> outcomes.put(outcome.name(), outcome));
    Map<String, BigDecimal> high = highAmounts(tried.report().documents());
    List<Choice> choices = new ArrayList<>();
    for (CaseDocument each : tried.cases()) {
      Outcome outcome = outcomes.get(each.name());
      if (outcome != null) {
        Set<Oddity> oddities = Oddities.of(each, outcome);
        boolean isHigh =
            Oddities.amount(outcome)
                .filter(amount -> high.containsKey(outcome.kind()))
                .filter(amount -> amount.compareTo(high.get(outcome.kind())) >= 0)
                .isPresent();
        if (isHigh) {
          oddities.add(Oddity.HIGH_AMOUNT);
        }
        choices.add(new Choice(each, List.copyOf(oddities), example));
      }
    }
    return choices;
  }

  /** From which amount on documents of a kind are high: ten times the one in the middle. */
  private static Map<String, BigDecimal> highAmounts(List<Outcome> outcomes) {
    Map<String, List<BigDecimal>> byKind = new HashMap<>();
    for (Outcome outcome : outcomes) {
      Oddities.amount(outcome)
          .ifPresent(
              amount ->
                  byKind.computeIfAbsent(outcome.kind(), kind -> new ArrayList<>()).add(amount));
    }
    Map<String, BigDecimal> high = new HashMap<>();
    byKind.forEach(
        (kind, amounts) -> {
          Collections.sort(amounts);
          BigDecimal middle = amounts.get((amounts.size() - 1) / 2);
          high.put(kind, middle.multiply(FAR_ABOVE).max(SMALLEST));
        });
    return high;
  }
}
