package io.dingledger.translate;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Reading;
import io.dingledger.model.event.EventSubject;
import java.util.List;
import java.util.Optional;

/** Types what DingTalk's own suites and attendance bring. Pure: no call, no clock. */
public interface SuiteReader {
  /** The typed document of a suite of DingTalk's own; empty when the form is not one. */
  Optional<Reading> suite(ApprovalDetail detail, DocumentHeader header);

  /** A trip from the answer of {@code /v1.0/trip/processes/details}, JSON text. */
  Reading trip(ApprovalDetail detail, DocumentHeader header, String tripJson);

  /** A punch as a push tells it. */
  Reading punch(DocumentHeader header, EventSubject.PunchSeen punch);

  /** The results of a person's day from the rows of {@code /attendance/list}, a JSON array. */
  Reading dailyResult(DocumentHeader header, String rows);

  /** The user ids that a form names, in the form's order. */
  List<String> peopleNamed(Form form);
}
