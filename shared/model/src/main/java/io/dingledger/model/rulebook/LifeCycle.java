package io.dingledger.model.rulebook;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.rulebook.RuleBookVersion.Active;
import io.dingledger.model.rulebook.RuleBookVersion.Approved;
import io.dingledger.model.rulebook.RuleBookVersion.Draft;
import io.dingledger.model.rulebook.RuleBookVersion.Simulated;
import io.dingledger.model.rulebook.RuleBookVersion.Withdrawn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The only way from one state of a rule book's version to the next: put forward, tried out, agreed
 * to by a second person, in force from a date on.
 *
 * <p>Pure: neither time nor place, so that a stored history can be walked through again.
 */
public final class LifeCycle {
  private LifeCycle() {}

  /** What came of a step. */
  public sealed interface Outcome {
    /** It was taken. */
    record Taken(RuleBookVersion version) implements Outcome {}

    /** It was not, and nothing changed. */
    record Refused(Reason reason) implements Outcome {}
  }

  /**
   * Takes a step.
   *
   * @param version the version of the text
   * @param before where it stands; empty when it was never put forward
   * @param openFrom the first business date that a step may still change: no pay period that is
   *     closed has days from it on
   */
  public static Outcome after(
      String version, Optional<RuleBookVersion> before, Step step, LocalDate openFrom) {
    return switch (step) {
      case Step.Drafted drafted -> drafted(version, before, drafted);
      case Step.Simulated simulated ->
          before.map(there -> simulated(there, simulated)).orElseGet(() -> unknown(version));
      case Step.Approved approved ->
          before.map(there -> approved(there, approved)).orElseGet(() -> unknown(version));
      case Step.Activated activated ->
          before
              .map(there -> activated(there, activated, openFrom))
              .orElseGet(() -> unknown(version));
      case Step.Withdrawn withdrawn ->
          before.map(there -> withdrawn(there, withdrawn)).orElseGet(() -> unknown(version));
    };
  }

  /**
   * Walks through a history from its beginning. Dates are not looked at: a period that is closed
   * today was open then.
   *
   * @return where it leads, or why it can't have happened
   */
  public static Outcome of(String version, List<Step> history) {
    Outcome outcome = unknown(version);
    Optional<RuleBookVersion> there = Optional.empty();
    for (Step step : history) {
      outcome = after(version, there, step, LocalDate.MIN);
      if (!(outcome instanceof Outcome.Taken(RuleBookVersion next))) {
        return outcome;
      }
      there = Optional.of(next);
    }
    return outcome;
  }

  private static Outcome drafted(
      String version, Optional<RuleBookVersion> before, Step.Drafted step) {
    if (before.isEmpty()) {
      return new Outcome.Taken(new Draft(version, List.of(step)));
    }
    return switch (before.get()) {
      case Withdrawn there -> new Outcome.Taken(new Draft(version, there.with(step)));
      case Draft there -> refused(LifeCycleReason.ALREADY_DRAFTED, version, there.state());
      case Simulated there -> refused(LifeCycleReason.ALREADY_DRAFTED, version, there.state());
      case Approved there -> refused(LifeCycleReason.ALREADY_DRAFTED, version, there.state());
      case Active there -> refused(LifeCycleReason.ALREADY_DRAFTED, version, there.state());
    };
  }

  private static Outcome simulated(RuleBookVersion before, Step.Simulated step) {
    if (!step.proof().version().equals(before.version())) {
      return refused(LifeCycleReason.OTHER_TEXT, step.proof().version(), before.version());
    }
    if (!step.proof().isComplete()) {
      return refused(
          LifeCycleReason.PROOF_INCOMPLETE, before.version(), step.proof().abnormal().size());
    }
    return switch (before) {
      case Draft there -> tried(there, step);
      case Simulated there -> tried(there, step);
      case Approved there -> refused(LifeCycleReason.ALREADY_APPROVED, there.version());
      case Active there -> refused(LifeCycleReason.ALREADY_APPROVED, there.version());
      case Withdrawn there -> refused(LifeCycleReason.WITHDRAWN, there.version());
    };
  }

  private static Outcome tried(RuleBookVersion there, Step.Simulated step) {
    return new Outcome.Taken(new Simulated(there.version(), there.with(step)));
  }

  private static Outcome approved(RuleBookVersion before, Step.Approved step) {
    return switch (before) {
      case Draft there -> refused(LifeCycleReason.NOT_SIMULATED, there.version());
      case Simulated there -> {
        if (there.authors().contains(step.by())) {
          yield refused(LifeCycleReason.OWN_BOOK, there.version(), step.by());
        }
        yield there.proof().report().equals(step.report())
            ? new Outcome.Taken(new Approved(there.version(), there.with(step)))
            : refused(LifeCycleReason.OTHER_PROOF, there.version());
      }
      case Approved there -> refused(LifeCycleReason.ALREADY_APPROVED, there.version());
      case Active there -> refused(LifeCycleReason.ALREADY_APPROVED, there.version());
      case Withdrawn there -> refused(LifeCycleReason.WITHDRAWN, there.version());
    };
  }

  private static Outcome activated(
      RuleBookVersion before, Step.Activated step, LocalDate openFrom) {
    return switch (before) {
      case Draft there -> refused(LifeCycleReason.NOT_APPROVED, there.version());
      case Simulated there -> refused(LifeCycleReason.NOT_APPROVED, there.version());
      case Approved there -> inForce(there, step, openFrom);
      case Active there -> inForce(there, step, openFrom);
      case Withdrawn there -> refused(LifeCycleReason.WITHDRAWN, there.version());
    };
  }

  private static Outcome inForce(RuleBookVersion there, Step.Activated step, LocalDate openFrom) {
    if (there.authors().contains(step.by())) {
      return refused(LifeCycleReason.OWN_BOOK, there.version(), step.by());
    }
    return step.from().isBefore(openFrom)
        ? refused(LifeCycleReason.PERIOD_CLOSED, step.from(), openFrom)
        : new Outcome.Taken(new Active(there.version(), there.with(step)));
  }

  private static Outcome withdrawn(RuleBookVersion before, Step.Withdrawn step) {
    return switch (before) {
      case Draft there -> taken(there, step);
      case Simulated there -> taken(there, step);
      case Approved there -> taken(there, step);
      case Active there -> refused(LifeCycleReason.IN_FORCE, there.version());
      case Withdrawn there -> refused(LifeCycleReason.WITHDRAWN, there.version());
    };
  }

  private static Outcome taken(RuleBookVersion there, Step.Withdrawn step) {
    return new Outcome.Taken(new Withdrawn(there.version(), there.with(step)));
  }

  private static Outcome unknown(String version) {
    return refused(LifeCycleReason.VERSION_UNKNOWN, version);
  }

  private static Outcome refused(LifeCycleReason reason, Object... arguments) {
    return new Outcome.Refused(Reason.of(reason, arguments));
  }
}
