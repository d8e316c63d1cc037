package io.dingledger.dingtalk.client;

import static io.dingledger.dingtalk.client.Fields.text;
import static io.dingledger.dingtalk.json.JsonTexts.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.client.Exchange.Received;
import io.dingledger.dingtalk.form.FormParser;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.ApprovalDetail.Result;
import io.dingledger.model.document.ApprovalDetail.Status;
import io.dingledger.model.document.ApprovalDetail.Step;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Form;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the answer to "one approval instance" (API0498). */
final class ApprovalReader {
  private static final int MOST_STEPS = 1_000;

  /** The approval number starts with the local time at which the instance was started. */
  private static final Pattern DATED_NUMBER =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})\\d+");

  private ApprovalReader() {}

  /**
   * @param id the instance's identifier, known to be well-formed
   * @param approval the event that named it
   * @param answer the whole answer
   */
  static Answer<ApprovalDetail> read(
      DocumentId id, EventSubject.Approval approval, Received answer) {
    JsonNode result = field(answer.json(), "result");
    Optional<Instant> createdAt = createdAt(result);
    if (!result.isObject() || createdAt.isEmpty()) {
      return new Answer.Failed<>(DingTalkFault.UNREADABLE.failure());
    }
    Optional<Action> action = action(text(result, "bizAction"));
    if (action.isEmpty()) {
      return new Answer.Failed<>(DingTalkFault.UNKNOWN_ACTION.failure());
    }
    Optional<Form> form = FormParser.parse(field(result, "formComponentValues"));
    if (form.isEmpty()) {
      return new Answer.Failed<>(DingTalkFault.FORM_TOO_LARGE.failure());
    }
    return new Answer.Got<>(
        new ApprovalDetail(
            id,
            approval.processCode(),
            approval.category(),
            text(result, "businessId"),
            text(result, "title"),
            text(result, "originatorUserId"),
            text(result, "originatorDeptId"),
            text(result, "originatorDeptName"),
            createdAt.get(),
            approval.finishedAt().or(() -> WorkflowTime.parse(text(result, "finishTime"))),
            status(text(result, "status")),
            outcome(text(result, "result")),
            action.get(),
            Optional.of(text(result, "mainProcessInstanceId")).filter(main -> !main.isEmpty()),
            chain(field(result, "operationRecords"), createdAt.get()),
            form.get(),
            answer.text()));
  }

  private static Optional<Instant> createdAt(JsonNode result) {
    return WorkflowTime.parse(text(result, "createTime"))
        .or(() -> timeInNumber(text(result, "businessId")));
  }

  private static Optional<Instant> timeInNumber(String businessId) {
    Matcher parts = DATED_NUMBER.matcher(businessId);
    return parts.matches()
        ? WorkflowTime.parse(parts.replaceFirst("$1-$2-$3T$4:$5"))
        : Optional.empty();
  }

  /** {@code NEW} and {@code CANCELED} come from the old API's days. */
  private static Status status(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "RUNNING", "NEW" -> Status.RUNNING;
      case "COMPLETED" -> Status.COMPLETED;
      case "TERMINATED", "CANCELED" -> Status.TERMINATED;
      default -> Status.UNKNOWN;
    };
  }

  private static Result outcome(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "agree" -> Result.AGREE;
      case "refuse" -> Result.REFUSE;
      default -> Result.NONE;
    };
  }

  /** An unknown action must not pass for a new document: it might withdraw one. */
  private static Optional<Action> action(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "NONE", "" -> Optional.of(Action.NONE);
      case "MODIFY" -> Optional.of(Action.MODIFY);
      case "REVOKE" -> Optional.of(Action.REVOKE);
      default -> Optional.empty();
    };
  }

  /** A step without a readable time stands at that of the step before it. */
  private static List<Step> chain(JsonNode records, Instant createdAt) {
    List<Step> chain = new ArrayList<>();
    Instant at = createdAt;
    for (JsonNode operation : records) {
      if (chain.size() < MOST_STEPS) {
        at = WorkflowTime.parse(text(operation, "date")).orElse(at);
        chain.add(
            new Step(
                text(operation, "userId"), at, text(operation, "type"), text(operation, "result")));
      }
    }
    return chain;
  }
}
