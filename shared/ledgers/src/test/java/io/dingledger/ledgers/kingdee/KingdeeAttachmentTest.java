package io.dingledger.ledgers.kingdee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Attached;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is hung on a voucher; whatever becomes of it, it is never sent twice. */
class KingdeeAttachmentTest {
  private static final String UPLOAD = "AttachmentUpload";
  private static final LedgerReference VOUCHER = new LedgerReference("100123", "45");
  private static final Attached.File FILE =
      new Attached.File("explanation.txt", "text/plain", "why".getBytes(StandardCharsets.US_ASCII));

  private final KingdeeAnswers answers = new KingdeeAnswers();

  @AfterEach
  void close() {
    answers.close();
  }

  @Test
  void itIsSentWholeUnderTheVouchersId() {
    answers.to(UPLOAD, "{\"Result\":{\"ResponseStatus\":{\"IsSuccess\":true},\"FileId\":\"f\"}}");
    assertEquals(new Attached.Done(), answers.ledger().attach(VOUCHER, FILE));
    assertEquals(
        "{\"data\":{\"FileName\":\"explanation.txt\",\"FormId\":\"GL_VOUCHER\",\"IsLast\":true,"
            + "\"InterId\":\"100123\",\"BillNO\":\"45\",\"SendByte\":\"d2h5\"}}",
        answers.calls().getFirst().body());
  }

  @ParameterizedTest
  @CsvSource({
    "200, {}, AMBIGUOUS",
    "200, [], AMBIGUOUS",
    "200, <html></html>, AMBIGUOUS",
    "500, oops, AMBIGUOUS",
    "404, oops, CONFIG",
    "429, oops, THROTTLE"
  })
  void anythingButAYesIsAFailureAndNotRepeated(int status, String body, FailureKind kind) {
    answers.to(UPLOAD, status, body);
    assertEquals(kind, failure().kind());
    assertEquals(1, answers.calls().size());
  }

  @Test
  void aRefusalKeepsKingdeesOwnCodeAndWords() {
    String refusal = KingdeeAnswers.refusal(8, "参数错误");
    answers.to(UPLOAD, refusal.substring(2, refusal.length() - 2));
    assertEquals(FailureKind.DATA, failure().kind());
    assertTrue(failure().detail().contains("参数错误"));
  }

  @Test
  void aVoucherThatIsNotThereTakesNone() {
    try (KingdeeUnderTest subject = new KingdeeUnderTest("signed-headers")) {
      Attached attached = subject.ledger().attach(VOUCHER, FILE);
      assertEquals("10", assertInstanceOf(Attached.Failed.class, attached).failure().code());
      assertEquals(List.of(), subject.sandbox().attachments(100123));
    }
  }

  private Failure failure() {
    return assertInstanceOf(Attached.Failed.class, answers.ledger().attach(VOUCHER, FILE))
        .failure();
  }
}
