package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A planned punch and how it was judged.
 *
 * @param userId whose
 * @param day the working day, in China
 * @param onDuty whether it begins the day's work
 * @param result {@code Normal}, {@code Late}, {@code SeriousLate}, {@code Early}, {@code
 *     Absenteeism} or {@code NotSigned}
 * @param planned when it was due
 * @param actual when it was made; empty when it was not
 * @param outside whether the place was outside the allowed ones
 * @param approvalId the approval that explains it, empty when there is none
 */
public record Check(
    String userId,
    LocalDate day,
    boolean onDuty,
    String result,
    Instant planned,
    Optional<Instant> actual,
    boolean outside,
    String approvalId) {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int GROUP = 1001;

  boolean isOf(Check other) {
    return userId.equals(other.userId)
        && day.equals(other.day)
        && onDuty == other.onDuty
        && planned.equals(other.planned);
  }

  /** The row of {@link Api#ATTENDANCE}. */
  ObjectNode row() {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("id", id());
    row.put("userId", userId);
    row.put("workDate", day.atStartOfDay(CHINA).toInstant().toEpochMilli());
    row.put("checkType", onDuty ? "OnDuty" : "OffDuty");
    row.put("timeResult", result);
    row.put("locationResult", location());
    row.put("baseCheckTime", planned.toEpochMilli());
    actual.ifPresent(at -> row.put("userCheckTime", at.toEpochMilli()));
    row.put("sourceType", actual.isPresent() ? "USER" : "SYSTEM");
    row.put("planId", id());
    row.put("groupId", GROUP);
    actual.ifPresent(at -> row.put("recordId", id()));
    if (!approvalId.isEmpty()) {
      row.put("procInstId", approvalId);
    }
    return row;
  }

  private String location() {
    if (actual.isEmpty()) {
      return "NotSigned";
    }
    return outside ? "Outside" : "Normal";
  }

  /** The same in every run. */
  private long id() {
    return planned.getEpochSecond() * 100 + Math.floorMod(userId.hashCode(), 100);
  }
}
