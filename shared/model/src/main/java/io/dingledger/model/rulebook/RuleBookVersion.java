package io.dingledger.model.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where one version of a rule book stands. Only {@link LifeCycle} makes one, step by step, so there
 * is none that was approved without a simulation or is in force without an approval.
 */
public abstract sealed class RuleBookVersion {
  private final String version;
  private final List<Step> history;

  private RuleBookVersion(String version, List<Step> history) {
    this.version = version;
    this.history = List.copyOf(history);
  }

  /** The version of its text, {@code v-} and 12 hexadecimal digits. */
  public final String version() {
    return version;
  }

  /** All steps so far, oldest first; at least one. */
  public final List<Step> history() {
    return history;
  }

  /** Everybody who ever put this text forward: none of them may approve or activate it. */
  public final Set<Signer> authors() {
    return all(Step.Drafted.class).stream().map(Step.Drafted::by).collect(Collectors.toSet());
  }

  /** A stable word for where it stands, for example {@code DRAFT}. */
  public final String state() {
    return switch (this) {
      case Draft draft -> "DRAFT";
      case Simulated simulated -> "SIMULATED";
      case Approved approved -> "APPROVED";
      case Active active -> "ACTIVE";
      case Withdrawn withdrawn -> "WITHDRAWN";
    };
  }

  /** Put forward; nobody knows yet what it does. */
  public static final class Draft extends RuleBookVersion {
    Draft(String version, List<Step> history) {
      super(version, history);
    }
  }

  /** Tried out; somebody other than its authors may agree to it. */
  public static final class Simulated extends RuleBookVersion {
    Simulated(String version, List<Step> history) {
      super(version, history);
    }

    /** What the approver has to look at. */
    public Proof proof() {
      return newest(Step.Simulated.class).proof();
    }
  }

  /** Agreed to; it may be put in force. */
  public static final class Approved extends RuleBookVersion {
    Approved(String version, List<Step> history) {
      super(version, history);
    }

    /** Who agreed. */
    public Signer approver() {
      return newest(Step.Approved.class).by();
    }
  }

  /** In force from a date on, or more than once; what was ever in force stays so in history. */
  public static final class Active extends RuleBookVersion {
    Active(String version, List<Step> history) {
      super(version, history);
    }

    /** Each time that it was put in force, in the order in which that was done. */
    public List<Step.Activated> activations() {
      return all(Step.Activated.class);
    }
  }

  /** No longer put forward, before it was ever in force. */
  public static final class Withdrawn extends RuleBookVersion {
    Withdrawn(String version, List<Step> history) {
      super(version, history);
    }
  }

  /** The history with one more step. */
  final List<Step> with(Step step) {
    List<Step> longer = new ArrayList<>(history);
    longer.add(step);
    return longer;
  }

  final <S extends Step> List<S> all(Class<S> kind) {
    return history.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  final <S extends Step> S newest(Class<S> kind) {
    return all(kind).getLast();
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof RuleBookVersion that
        && state().equals(that.state())
        && version.equals(that.version)
        && history.equals(that.history);
  }

  @Override
  public final int hashCode() {
    return Objects.hash(version, history);
  }

  @Override
  public final String toString() {
    return version + " " + state();
  }
}
