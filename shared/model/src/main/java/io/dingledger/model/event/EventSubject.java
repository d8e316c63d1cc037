package io.dingledger.model.event;

import java.time.Instant;
import java.util.Optional;

/** What a source event is about. */
public sealed interface EventSubject {
  /**
   * An approval instance has changed.
   *
   * @param instanceId DingTalk's process instance id
   * @param processCode the form's code
   * @param category {@code bizCategoryId}, empty when the push has none
   * @param businessId the approval number that people see, empty when the push has none
   * @param phase what happened to the instance
   * @param result the outcome, only with {@link Phase#FINISH}
   * @param originatorId user id of the person who started it, empty when the push has none
   * @param title the title, empty when the push has none
   * @param finishedAt when the instance ended (UTC)
   */
  record Approval(
      String instanceId,
      String processCode,
      String category,
      String businessId,
      Phase phase,
      Optional<Result> result,
      String originatorId,
      String title,
      Optional<Instant> finishedAt)
      implements EventSubject {
    /**
     * The further of this, which is known, and of what is said now. Events arrive in any order, and
     * what was said never goes back; only an end by withdrawal or deletion goes beyond a finish.
     */
    public Approval orFurther(Approval said) {
      boolean endsIt = said.phase == Phase.TERMINATE || said.phase == Phase.DELETE;
      boolean further = said.phase.rank() > phase.rank();
      return further || (endsIt && phase == Phase.FINISH) ? said : this;
    }

    /**
     * Whether what is said now, consent, can't be true together with this, an end by withdrawal or
     * deletion that was heard before: nobody knows which of the two came last.
     */
    public boolean isContradictedBy(Approval said) {
      boolean endedEarly = phase == Phase.TERMINATE || phase == Phase.DELETE;
      boolean consents =
          said.phase == Phase.FINISH && said.result.equals(Optional.of(Result.AGREE));
      return endedEarly && consents;
    }
  }

  /** Nothing for us: a URL check, or an event that the product does not (yet) turn into work. */
  record OutOfScope(String reason) implements EventSubject {}

  /** The phases of an instance. Start and end arrive in any order; the rank never goes back. */
  enum Phase {
    START(0),
    FINISH(1),
    TERMINATE(1),
    DELETE(1);

    private final int rank;

    Phase(int rank) {
      this.rank = rank;
    }

    public int rank() {
      return rank;
    }
  }

  /** How an instance ended. */
  enum Result {
    AGREE,
    REFUSE
  }
}
