package io.dingledger.local.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.client.StoredApproval;
import io.dingledger.dingtalk.document.Documents;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject;
import io.dingledger.rules.simulation.CaseDocument;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Reads DingTalk's answer about an approval instance from a file. The answer repeats neither the
 * instance's id nor its form: they may stand beside {@code result} under the names that the
 * callback gives them ({@code processInstanceId}, {@code processCode}, {@code bizCategoryId}). The
 * file's name stands in for the id, and that of the folder that it is in for the form's code.
 */
final class StoredAnswer {
  private static final String ROOT_IN_APPROVALS = "-1";
  private static final String ROOT = "1";

  private StoredAnswer() {}

  /** Whether a text is meant as such an answer. */
  static boolean looksLikeOne(String text) {
    return JsonTexts.parseObject(text).filter(json -> json.has("result")).isPresent();
  }

  /** The approval; empty when it is none that can be read. */
  static Optional<CaseDocument> read(String name, String text, Directory directory, ZoneId zone) {
    return JsonTexts.parseObject(text)
        .filter(json -> json.path("result").isObject())
        .flatMap(
            json ->
                StoredApproval.read(approval(name, json), text)
                    .map(detail -> approval(name, detail, directory, zone)));
  }

  private static CaseDocument approval(
      String name, ApprovalDetail detail, Directory directory, ZoneId zone) {
    return new CaseDocument.Approval(
        name, detail, Documents.suite(detail, header(detail, directory, zone)), directory);
  }

  private static EventSubject.Approval approval(String name, JsonNode json) {
    int folder = name.indexOf('/');
    String code = folder < 0 ? "" : name.substring(0, folder);
    String stem = name.substring(folder + 1, name.lastIndexOf('.'));
    return new EventSubject.Approval(
        json.path("processInstanceId").asText(stem),
        json.path("processCode").asText(code),
        json.path("bizCategoryId").asText(""),
        "",
        EventSubject.Phase.FINISH,
        Optional.empty(),
        "",
        "",
        Optional.empty());
  }

  private static DocumentHeader header(ApprovalDetail detail, Directory directory, ZoneId zone) {
    String userId = detail.originatorUserId();
    String id = detail.originatorDepartmentId();
    return new DocumentHeader(
        detail.id(),
        detail.businessId(),
        detail.title(),
        directory.person(userId).orElseGet(() -> new Person(userId, "", "")),
        directory
            .department(id)
            .or(() -> directory.department(id.equals(ROOT_IN_APPROVALS) ? ROOT : id))
            .orElseGet(() -> new Department(id, detail.originatorDepartmentName(), "")),
        detail.finishedAt().orElse(detail.createdAt()).atZone(zone).toLocalDate(),
        detail.chain(),
        Map.of());
  }
}
