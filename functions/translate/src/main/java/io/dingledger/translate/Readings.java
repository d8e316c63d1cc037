package io.dingledger.translate;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.Travel;
import io.dingledger.model.document.Unrecognised;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.TenantSettings;
import java.util.Optional;

/** Puts together what a rule book needs to see of an approval. */
final class Readings {
  private final SuiteReader suites;
  private final Directories directories;
  private final DingTalk dingTalk;

  Readings(SuiteReader suites, Directories directories, DingTalk dingTalk) {
    this.suites = suites;
    this.directories = directories;
    this.dingTalk = dingTalk;
  }

  /**
   * What is seen.
   *
   * @param suite the document as typed from a suite, if it is one
   * @param note what went wrong without consequence, for the document's history; mostly empty
   */
  record Seen(
      DocumentHeader header, Directory directory, Optional<Reading> suite, Optional<String> note) {}

  /** What is seen of an approved detail. */
  Answer<Seen> of(TenantSettings tenant, ApprovalDetail detail) {
    DingTalkApp app = tenant.app();
    return directories
        .of(
            app,
            detail.originatorUserId(),
            detail.originatorDepartmentId(),
            suites.peopleNamed(detail.form()))
        .map(directory -> seen(tenant, detail, directory));
  }

  private Seen seen(TenantSettings tenant, ApprovalDetail detail, Directory directory) {
    DocumentHeader header = Headers.of(detail, directory, tenant.zone());
    Optional<Reading> suite = suites.suite(detail, header);
    boolean isWithdrawal = detail.action() == ApprovalDetail.Action.REVOKE;
    if (isWithdrawal || suite.filter(Readings::isDoubtfulTrip).isEmpty()) {
      return new Seen(header, directory, suite, Optional.empty());
    }
    return switch (dingTalk.trip(tenant.app(), detail.id().value())) {
      case Answer.Failed<String>(Failure why) ->
          new Seen(
              header,
              directory,
              suite,
              Optional.of("the trip can't be read: " + why.kind() + " " + why.code()));
      case Answer.Got<String>(String json) -> {
        Reading trip = suites.trip(detail, header, json);
        yield new Seen(
            header, directory, isDoubtfulTrip(trip) ? suite : Optional.of(trip), Optional.empty());
      }
    };
  }

  /** DingTalk tells a trip in a second way, which costs a call and a permission of its own. */
  private static boolean isDoubtfulTrip(Reading reading) {
    return switch (reading.document()) {
      case Travel travel -> !reading.doubts().isEmpty();
      case Unrecognised unknown -> unknown.supposedKind().equals(DocumentKind.TRAVEL.word());
      default -> false;
    };
  }
}
