package io.dingledger.translate;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Person;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what all documents have in common, from what DingTalk tells and the directory knows. */
final class Headers {
  private Headers() {}

  /**
   * Of an approval. Its business date is the day on which it was approved.
   *
   * @param zone the zone in which business dates are dates
   */
  static DocumentHeader of(ApprovalDetail detail, Directory directory, ZoneId zone) {
    String departmentId = detail.originatorDepartmentId();
    return new DocumentHeader(
        detail.id(),
        detail.businessId(),
        detail.title(),
        person(detail.originatorUserId(), directory),
        directory
            .department(departmentId)
            .orElseGet(() -> new Department(departmentId, detail.originatorDepartmentName(), "")),
        detail.finishedAt().orElse(detail.createdAt()).atZone(zone).toLocalDate(),
        detail.chain(),
        Map.of());
  }

  /** Of an attendance fact. */
  static DocumentHeader of(
      DocumentId id, String title, String userId, LocalDate day, Directory directory) {
    Person person = person(userId, directory);
    Optional<String> departmentId = person.departmentIds().stream().findFirst();
    return new DocumentHeader(
        id,
        "",
        title,
        person,
        departmentId
            .flatMap(directory::department)
            .orElseGet(() -> new Department(departmentId.orElse(""), "", "")),
        day,
        List.of(),
        Map.of());
  }

  private static Person person(String userId, Directory directory) {
    return directory.person(userId).orElseGet(() -> new Person(userId, "", ""));
  }
}
