package io.dingledger.translate;

import io.dingledger.dingtalk.document.Documents;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Reading;
import io.dingledger.model.event.EventSubject;
import java.util.List;
import java.util.Optional;

/** The typing of shared/dingtalk. */
public final class SuiteDocuments implements SuiteReader {
  @Override
  public Optional<Reading> suite(ApprovalDetail detail, DocumentHeader header) {
    return Documents.suite(detail, header);
  }

  @Override
  public Reading trip(ApprovalDetail detail, DocumentHeader header, String tripJson) {
    return Documents.trip(detail, header, tripJson);
  }

  @Override
  public Reading punch(DocumentHeader header, EventSubject.PunchSeen punch) {
    return Documents.punch(header, punch);
  }

  @Override
  public Reading dailyResult(DocumentHeader header, String rows) {
    return Documents.dailyResult(header, rows);
  }

  @Override
  public List<String> peopleNamed(Form form) {
    return Documents.peopleNamed(form);
  }
}
