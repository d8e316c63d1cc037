package io.dingledger.rules.translation;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Makes what an approval's document has whatever its kind. */
final class Header {
  private static final String ROOT_IN_APPROVALS = "-1";
  private static final String ROOT = "1";

  private Header() {}

  /** Why the approval as such must be looked at by a person. */
  static Set<Reason> doubts(ApprovalDetail detail, Directory directory) {
    Set<Reason> reasons = new LinkedHashSet<>();
    if (detail.action() == ApprovalDetail.Action.REVOKE) {
      reasons.add(Reason.of(HoldReason.WITHDRAWAL));
    }
    if (detail.finishedAt().isEmpty()) {
      reasons.add(Reason.of(HoldReason.APPROVAL_TIME_MISSING));
    }
    String userId = detail.originatorUserId();
    if (directory.person(userId).isEmpty()) {
      reasons.add(Reason.of(HoldReason.ORIGINATOR_UNKNOWN, userId));
    }
    return reasons;
  }

  /** The header; where there are doubts it serves only to find further reasons and to be shown. */
  static DocumentHeader of(ApprovalDetail detail, Directory directory, ZoneId zone) {
    LocalDate date = detail.finishedAt().orElse(detail.createdAt()).atZone(zone).toLocalDate();
    String userId = detail.originatorUserId();
    return new DocumentHeader(
        detail.id(),
        detail.businessId(),
        detail.title(),
        directory.person(userId).orElseGet(() -> new Person(userId, "", "")),
        department(detail, directory),
        date,
        detail.chain(),
        Map.of());
  }

  /** Approvals say -1 where the directory says 1. */
  private static Department department(ApprovalDetail detail, Directory directory) {
    String id = detail.originatorDepartmentId();
    return directory
        .department(id)
        .or(() -> directory.department(id.equals(ROOT_IN_APPROVALS) ? ROOT : id))
        .orElseGet(() -> new Department(id, detail.originatorDepartmentName(), ""));
  }
}
