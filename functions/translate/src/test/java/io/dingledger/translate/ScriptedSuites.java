package io.dingledger.translate;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Punch;
import io.dingledger.model.document.Reading;
import io.dingledger.model.event.EventSubject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** No form is a suite and none names anybody, unless the test says otherwise. */
final class ScriptedSuites implements SuiteReader {
  Function<DocumentHeader, Optional<Reading>> suite = header -> Optional.empty();
  Function<DocumentHeader, Reading> trip;
  List<String> named = List.of();

  @Override
  public Optional<Reading> suite(ApprovalDetail detail, DocumentHeader header) {
    return suite.apply(header);
  }

  @Override
  public Reading trip(ApprovalDetail detail, DocumentHeader header, String tripJson) {
    return trip.apply(header);
  }

  @Override
  public Reading punch(DocumentHeader header, EventSubject.PunchSeen punch) {
    return new Reading(
        new Punch(header, punch.at(), punch.method(), punch.outside(), punch.byPerson()),
        List.of());
  }

  @Override
  public Reading dailyResult(DocumentHeader header, String rows) {
    return new Reading(new DailyResult(header, List.of()), List.of());
  }

  @Override
  public List<String> peopleNamed(Form form) {
    return named;
  }
}
