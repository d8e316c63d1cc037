package io.dingledger.dingtalk.callback;

import static io.dingledger.dingtalk.callback.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads events about approval instances, of whichever of DingTalk's five ways to tell of them. */
final class ApprovalEvents {
  static final String INSTANCE = "processInstanceId";

  /** Our own names for what is no approval; an instance must never be taken for one of them. */
  private static final List<String> OWN_PREFIXES =
      List.of("event:", "day:", "punch:", "notice:", "directory:");

  private ApprovalEvents() {}

  /** {@code bpms_instance_change} (EV0039), its broadcasts, and {@code isv_bpms}. */
  static EventSubject instance(String type, JsonNode business) {
    Optional<EventDoubt> doubt = doubt(business);
    if (doubt.isPresent()) {
      return doubt.get().unreadable(type);
    }
    String word = text(business, "type", "status").toLowerCase(Locale.ROOT);
    Phase phase = phase(word);
    return approval(
        business, phase, result(phase, word, business), text(business, "bizCategoryId"));
  }

  /**
   * {@code attendance_approve_status_change} (EV0135): leave, overtime, travel and outside work.
   * What it says of an instance that belongs to an earlier one may be meant of either, so there
   * only the detail counts.
   */
  static EventSubject attendance(String type, JsonNode business) {
    Optional<EventDoubt> doubt = doubt(business);
    if (doubt.isPresent()) {
      return doubt.get().unreadable(type);
    }
    String main = text(business, "mainProcessInstanceId");
    boolean isItsOwn = main.isEmpty() || main.equals(Fields.id(business, INSTANCE));
    String word = text(business, "status", "type").toLowerCase(Locale.ROOT);
    Phase phase = isItsOwn ? attendancePhase(word) : Phase.CHANGED;
    return approval(business, phase, result(phase, word, business), category(business));
  }

  private static Optional<EventDoubt> doubt(JsonNode business) {
    Set<String> given = Fields.allTexts(business, INSTANCE);
    if (given.isEmpty()) {
      return Optional.of(EventDoubt.INSTANCE_MISSING);
    }
    if (given.size() > 1) {
      return Optional.of(EventDoubt.INSTANCE_AMBIGUOUS);
    }
    String instanceId = given.iterator().next();
    String small = instanceId.toLowerCase(Locale.ROOT);
    boolean usable =
        Fields.isIdentifier(instanceId, DocumentId.LONGEST)
            && OWN_PREFIXES.stream().noneMatch(small::startsWith);
    return usable ? Optional.empty() : Optional.of(EventDoubt.INSTANCE_UNUSABLE);
  }

  private static Approval approval(
      JsonNode business, Phase phase, Optional<Result> result, String category) {
    return new Approval(
        Fields.id(business, INSTANCE),
        text(business, "processCode"),
        category,
        text(business, "businessId"),
        phase,
        result,
        text(business, "staffId", "originatorUserId"),
        text(business, "title"),
        phase == Phase.START ? Optional.empty() : EpochMilliseconds.parse(finishTime(business)));
  }

  /** {@code finshTime} is a misspelling in DingTalk's own samples. */
  static String finishTime(JsonNode business) {
    return text(business, "finishTime", "finshTime");
  }

  /**
   * The phase of the words of instance events (EV0039; {@code delete} is only assumed, and {@code
   * finsh} a misspelling in DingTalk's own samples) and of the detail's states, which {@code
   * isv_bpms} repeats. An unknown word is a change of which only the detail can say more: an
   * approved claim may hide behind it.
   */
  private static Phase phase(String word) {
    return switch (word) {
      case "start", "new", "running" -> Phase.START;
      case "finish", "finsh", "completed" -> Phase.FINISH;
      case "terminate", "terminated", "canceled" -> Phase.TERMINATE;
      case "delete" -> Phase.DELETE;
      default -> Phase.CHANGED;
    };
  }

  /** The same for the words of attendance (EV0135), which the documents also give in Chinese. */
  private static Phase attendancePhase(String word) {
    return switch (word) {
      case "发起" -> Phase.START;
      case "完成", "审批完成", "agree", "refuse" -> Phase.FINISH;
      case "撤销", "revoke" -> Phase.TERMINATE;
      case "删除" -> Phase.DELETE;
      default -> phase(word);
    };
  }

  private static Optional<Result> result(Phase phase, String word, JsonNode business) {
    if (phase != Phase.FINISH) {
      return Optional.empty();
    }
    return result(word).or(() -> result(text(business, "result").toLowerCase(Locale.ROOT)));
  }

  private static Optional<Result> result(String word) {
    return switch (word) {
      case "agree" -> Optional.of(Result.AGREE);
      case "refuse" -> Optional.of(Result.REFUSE);
      default -> Optional.empty();
    };
  }

  /**
   * The category that instance events would give. For outside work and business trips the documents
   * use their two words ({@code TRAVEL}, {@code OUT}) against their names, so none is concluded.
   */
  private static String category(JsonNode business) {
    String given = text(business, "bizCategoryId");
    if (!given.isEmpty()) {
      return given;
    }
    return switch (text(business, "approveType").toUpperCase(Locale.ROOT)) {
      case "LEAVE" -> "attendance.leave";
      case "OVERTIME" -> "attendance.batchovertime";
      default -> "";
    };
  }
}
