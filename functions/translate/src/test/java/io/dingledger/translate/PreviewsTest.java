package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.DOCUMENT;
import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.model.document.ApprovalDetail.Result;
import io.dingledger.model.document.ApprovalDetail.Status;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.rules.Translation;
import io.dingledger.translate.Previews.Preview;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What would become of a document, without anything becoming of it. */
class PreviewsTest {
  private static final Reason UNMAPPED = new Reason("RULE-ACCOUNT-UNMAPPED", "x", "x");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 30);

  private final TranslateFixture fixture = new TranslateFixture();

  private Preview preview(DocumentId id) {
    StoredCases cases =
        new StoredCases(
            fixture.documents,
            fixture.directory,
            fixture.suites,
            (approval, raw) -> Optional.ofNullable(fixture.dingTalk.told.get(raw)));
    return new Previews(fixture.documents, cases, tenant -> fixture.source.of(tenant))
        .of(TENANT, id);
  }

  private void held() {
    fixture.book.translation = () -> new Translation.Held("expenseClaim", List.of(UNMAPPED));
    fixture.happens("e-1", Phase.FINISH);
  }

  @Test
  void aHeldApprovalIsTranslatedInMemoryByTheVersionOfItsDate() {
    held();
    DocumentRecord before = fixture.record();
    ScriptedRuleBook mended = new ScriptedRuleBook();
    fixture.source = new ScriptedShelf().with(LocalDate.of(2026, 3, 31), "v-2", mended).source();
    Preview.Would would = assertInstanceOf(Preview.Would.class, preview(DOCUMENT));
    assertEquals(Optional.of("v-2"), would.version());
    assertInstanceOf(Translation.Vouchers.class, would.translation());
    assertEquals(before, fixture.record(), "nothing is written");
    assertEquals(1, fixture.dingTalk.details.get(), "nothing is fetched");
    assertEquals(0, fixture.vouchers.size());
  }

  @Test
  void aDayIsTranslatedFromWhatIsStored() {
    fixture.book.kinds = Set.of(DocumentKind.DAILY_RESULT);
    fixture.book.factTranslation = fact -> Translation.Held.of(fact.document(), List.of(UNMAPPED));
    fixture.handle(
        new TranslateWork.DayRead(
            TENANT, new PersonDay("u-1", DAY), "[1]", fixture.clock.instant()));
    Preview.Would would =
        assertInstanceOf(Preview.Would.class, preview(DocumentId.ofDay("u-1", DAY)));
    assertEquals(DAY, would.date());
    assertInstanceOf(Translation.Held.class, would.translation());
  }

  @Test
  void aDateWithoutARuleBookWouldStillWait() {
    held();
    fixture.source =
        new ScriptedShelf().with(LocalDate.of(2026, 7, 1), "v-2", fixture.book).source();
    Preview.Would would = assertInstanceOf(Preview.Would.class, preview(DOCUMENT));
    assertEquals(Optional.empty(), would.version());
    assertInstanceOf(Translation.Held.class, would.translation());
  }

  @Test
  void whatCantBePreviewedSaysWhy() {
    assertNone(AgainReason.UNKNOWN, new DocumentId("nowhere"));
    fixture.book.scope = () -> Optional.of(new Reason("RULE-OUT-OF-SCOPE", "x", "x"));
    fixture.happens("e-1", Phase.FINISH);
    assertNone(AgainReason.NOT_FETCHED, DOCUMENT);
  }

  @Test
  void anApprovalThatWasNotAgreedToHasNothingToPreview() {
    fixture.dingTalk.detail = () -> ScriptedDingTalk.said(Status.COMPLETED, Result.REFUSE);
    fixture.happens("e-1", Phase.FINISH);
    assertNone(AgainReason.NOTHING_TO_TRANSLATE, DOCUMENT);
  }

  @Test
  void whatWouldBeRefusedIsRefused() {
    fixture.happens("e-1", Phase.FINISH);
    assertNone(AgainReason.HAS_VOUCHERS, DOCUMENT);
  }

  private void assertNone(AgainReason reason, DocumentId id) {
    Preview.None none = assertInstanceOf(Preview.None.class, preview(id));
    assertEquals(reason.code(), none.reason().code());
  }
}
