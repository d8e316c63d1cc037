package io.dingledger.retry;

import static io.dingledger.retry.RetryFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.work.TranslateWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dead letters that concern no approval: a person sees them, and the message itself is kept. */
class DeadLettersOfNoDocumentTest {
  private static final PersonDay DAY = new PersonDay("u-1", LocalDate.of(2026, 3, 30));
  private static final DocumentId DAY_ID = DocumentId.ofDay("u-1", LocalDate.of(2026, 3, 30));
  private static final Reason SOME = new Reason("SOME", "x", "x");

  private final RetryFixture fixture = new RetryFixture();

  static Stream<EventSubject> subjects() {
    return Stream.of(
        new EventSubject.Attendance(List.of(DAY), List.of()),
        new EventSubject.PeopleChanged(List.of("u-1")),
        new EventSubject.DepartmentsChanged(List.of("1")),
        new EventSubject.FormChanged("PROC-1", "update"),
        new EventSubject.OutOfScope(SOME),
        new EventSubject.Unreadable(SOME));
  }

  private boolean untranslated(TranslateWork work) {
    return fixture.parts.deadLetters().untranslated(work);
  }

  private DocumentRecord held(DocumentId id) {
    DocumentRecord record = fixture.documents.find(TENANT, id).orElseThrow();
    assertEquals(DocumentState.HELD, record.state());
    assertTrue(record.dueAt().isEmpty());
    return record;
  }

  private static List<String> codes(DocumentRecord record) {
    return record.reasons().stream().map(Reason::code).toList();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void anEventIsShownUnderItsOwnNameOnceAndItsMessageIsKept(EventSubject subject) {
    TranslateWork dead = new TranslateWork.Happened(fixture.event("e-9", subject));
    assertFalse(untranslated(dead), "its record does not hold all that it says");
    assertFalse(untranslated(dead));
    DocumentRecord record = held(DocumentId.ofEvent("e-9"));
    assertEquals(List.of(RetryReason.UNDELIVERABLE.code()), codes(record));
    assertEquals("bpms_instance_change", record.title(), "people see what it was");
    assertEquals(List.of("e-9"), record.eventIds());
    assertEquals(1, record.version(), "the repeat changes nothing");
  }

  @Test
  void aDayThatWasReadIsShownAsThatDay() {
    TranslateWork dead = new TranslateWork.DayRead(TENANT, DAY, "[]", fixture.now());
    assertFalse(untranslated(dead));
    assertFalse(untranslated(dead));
    DocumentRecord record = held(DAY_ID);
    assertEquals("dailyResult", record.kind());
    assertEquals(LocalDate.of(2026, 3, 30), record.businessDate().orElseThrow());
    assertEquals(1, record.version(), "the repeat changes nothing");
  }

  @Test
  void aDayThatIsReadAgainInVainIsShownWhateverWasMadeOfItBefore() {
    DocumentRecord ignored =
        DocumentRecord.announced(TENANT, DAY_ID, Optional.empty(), fixture.now())
            .changed()
            .state(DocumentState.IGNORED)
            .build();
    fixture.documents.save(ignored);
    untranslated(new TranslateWork.DayRead(TENANT, DAY, "[]", fixture.now()));
    assertEquals(List.of(RetryReason.UNDELIVERABLE.code()), codes(held(DAY_ID)));
  }

  @Test
  void aDayThatWaitsForAPersonAlreadyTellsThatToo() {
    DocumentRecord waiting =
        DocumentRecord.announced(TENANT, DAY_ID, Optional.empty(), fixture.now())
            .changed()
            .state(DocumentState.HELD)
            .reasons(List.of(SOME))
            .build();
    fixture.documents.save(waiting);
    untranslated(new TranslateWork.DayRead(TENANT, DAY, "[]", fixture.now()));
    assertEquals(List.of("SOME", RetryReason.UNDELIVERABLE.code()), codes(held(DAY_ID)));
  }

  @Test
  void aDocumentOfAnotherSystemIsShownAndItsMessageIsKept() {
    DocumentId id = new DocumentId("in:api:EXP-1");
    TranslateWork dead = new TranslateWork.Received(TENANT, id, "m-1", "{}", fixture.now());
    assertFalse(untranslated(dead), "only the message holds its content");
    assertFalse(untranslated(dead));
    assertEquals(List.of(RetryReason.UNDELIVERABLE.code()), codes(held(id)));
    assertEquals(1, held(id).version(), "the repeat changes nothing");
  }
}
