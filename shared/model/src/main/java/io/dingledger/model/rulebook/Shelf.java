package io.dingledger.model.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which version of a tenant's rule book is in force on which date: that with the latest first day
 * on or before it; of two from the same day, the one that was activated later.
 *
 * @param activations every time that a version was put in force, sorted by that rule
 */
public record Shelf(List<Activation> activations) {
  /** Nothing was ever put in force. */
  public static final Shelf EMPTY = new Shelf(List.of());

  public Shelf {
    activations =
        activations.stream()
            .distinct()
            .sorted(
                Comparator.comparing(Activation::from)
                    .thenComparing(Activation::at)
                    .thenComparing(Activation::version))
            .toList();
  }

  /**
   * A version put in force.
   *
   * @param from its first business date, in the tenant's zone
   * @param at when that was decided (UTC)
   */
  public record Activation(String version, LocalDate from, Instant at) {}

  /** The version in force on a date; empty before the first one. */
  public Optional<String> inForceOn(LocalDate date) {
    return activations.stream()
        .filter(each -> !each.from().isAfter(date))
        .reduce((earlier, later) -> later)
        .map(Activation::version);
  }

  /** The versions in force on any of these days, oldest first; both ends belong to them. */
  public Set<String> inForceBetween(LocalDate first, LocalDate last) {
    Set<String> versions = new LinkedHashSet<>();
    inForceOn(first).ifPresent(versions::add);
    activations.stream()
        .map(Activation::from)
        .filter(from -> from.isAfter(first) && !from.isAfter(last))
        .forEach(from -> inForceOn(from).ifPresent(versions::add));
    return versions;
  }

  /** The first date on which a version is in force. */
  public Optional<LocalDate> begins() {
    return activations.stream().findFirst().map(Activation::from);
  }

  /** This shelf with the activations of a version as they are now. */
  public Shelf with(RuleBookVersion.Active active) {
    List<Activation> all = new ArrayList<>(activations);
    active
        .activations()
        .forEach(step -> all.add(new Activation(active.version(), step.from(), step.at())));
    return new Shelf(all);
  }
}
