package io.dingledger.model.event;

import io.dingledger.model.failure.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
     * Pushes that were lost and fetched later leave out what the others tell: form, category and
     * number are kept from whichever names them.
     */
    public Approval orFurther(Approval said) {
      boolean endsIt = said.phase == Phase.TERMINATE || said.phase == Phase.DELETE;
      boolean further = said.phase.rank() > phase.rank();
      return further || (endsIt && phase == Phase.FINISH)
          ? said.completedBy(this)
          : completedBy(said);
    }

    private Approval completedBy(Approval other) {
      return named(
          processCode.isEmpty() ? other.processCode : processCode,
          category.isEmpty() ? other.category : category,
          businessId.isEmpty() ? other.businessId : businessId);
    }

    /** The same with this category, if it names none itself. */
    public Approval orCategory(String known) {
      return named(processCode, category.isEmpty() ? known : category, businessId);
    }

    private Approval named(String form, String kind, String number) {
      return new Approval(
          instanceId, form, kind, number, phase, result, originatorId, title, finishedAt);
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

  /**
   * People clocked in or out, or the judgement of a day may have changed.
   *
   * @param days the days to be read again, each once
   * @param punches the single punches that the push itself tells, each once
   */
  record Attendance(List<PersonDay> days, List<PunchSeen> punches) implements EventSubject {
    public Attendance {
      days = List.copyOf(days);
      punches = List.copyOf(punches);
    }
  }

  /**
   * People joined, left or changed: what is known of them is out of date.
   *
   * @param userIds who, each once
   */
  record PeopleChanged(List<String> userIds) implements EventSubject {
    public PeopleChanged {
      userIds = List.copyOf(userIds);
    }
  }

  /**
   * Departments were made, changed or removed.
   *
   * @param departmentIds which, each once
   */
  record DepartmentsChanged(List<String> departmentIds) implements EventSubject {
    public DepartmentsChanged {
      departmentIds = List.copyOf(departmentIds);
    }
  }

  /**
   * The form behind a rule book's mapping was changed by somebody at DingTalk.
   *
   * @param processCode the form's code
   * @param change DingTalk's word for it, for example {@code update}, {@code invalid}, {@code
   *     delete}
   */
  record FormChanged(String processCode, String change) implements EventSubject {}

  /** Recognised, and nothing for us. */
  record OutOfScope(Reason reason) implements EventSubject {}

  /** It may concern an approved document, but can't be read: a person must look at it. */
  record Unreadable(Reason reason) implements EventSubject {}

  /**
   * A day of a person.
   *
   * @param userId DingTalk user id
   * @param day the working day, in the tenant's zone
   */
  record PersonDay(String userId, LocalDate day) {}

  /**
   * One punch, as a push tells it; whether it was late stands nowhere in it.
   *
   * @param userId who
   * @param id DingTalk's {@code bizId}, or empty
   * @param at when (UTC)
   * @param method {@code MAP}, {@code WIFI} or {@code ATM}, or empty
   * @param outside whether the place was outside the allowed ones
   * @param byPerson false when a system or a correction made it
   */
  record PunchSeen(
      String userId, String id, Instant at, String method, boolean outside, boolean byPerson) {}

  /** The phases of an instance. Start and end arrive in any order; the rank never goes back. */
  enum Phase {
    START(0),
    /** Something happened to it, and only its detail says what. */
    CHANGED(1),
    FINISH(2),
    TERMINATE(2),
    DELETE(2);

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
