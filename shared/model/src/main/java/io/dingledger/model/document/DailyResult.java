package io.dingledger.model.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the punches of a person's day were judged by the attendance group's rules (考勤结果).
 *
 * @param header what every document has; its business date is the working day
 * @param checks the planned punches in the order of the day; empty when the day has none any more
 */
public record DailyResult(DocumentHeader header, List<Check> checks) implements SourceDocument {
  public DailyResult {
    checks = List.copyOf(checks);
  }

  /** Whether nothing about the day is abnormal. */
  public boolean isNormal() {
    return checks.stream().allMatch(check -> check.outcome() == Outcome.NORMAL);
  }

  /**
   * One planned punch.
   *
   * @param duty on or off duty
   * @param outcome how it was judged
   * @param planned when it was due (UTC), when stated
   * @param actual when it was made (UTC); empty when it was not
   * @param minutes whole minutes late or left early, seconds cut off; 0 for all other outcomes
   * @param outside whether the place was outside the allowed ones
   * @param approvalId the approval that explains it, empty when there is none
   */
  public record Check(
      Duty duty,
      Outcome outcome,
      Optional<Instant> planned,
      Optional<Instant> actual,
      long minutes,
      boolean outside,
      String approvalId) {}

  /** Beginning or end of work. */
  public enum Duty {
    ON,
    OFF
  }

  /** DingTalk's judgements ({@code timeResult}). */
  public enum Outcome {
    NORMAL,
    LATE,
    SERIOUSLY_LATE,
    EARLY,
    /** Absent (旷工). */
    ABSENT,
    NOT_SIGNED
  }
}
