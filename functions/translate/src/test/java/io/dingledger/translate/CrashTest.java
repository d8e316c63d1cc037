package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.LEASE;
import static io.dingledger.translate.TranslateFixture.POST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.work.PostWork;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The worker dies at each of its calls to the store: find, save as claimed, save as announced, save
 * as translated. Its message is not done and is delivered again once the lease has run out.
 */
class CrashTest {
  private static final String EVERY_CALL =
      """
      1, false
      1, true
      2, false
      2, true
      3, false
      3, true
      """;

  private static final String EVERY_CALL_AND_THE_LAST =
      EVERY_CALL
          + """
          4, false
          4, true
          """;

  private final TranslateFixture fixture = new TranslateFixture();

  private void dieAt(int call, boolean afterwards) {
    Translate dying = fixture.over(new DyingStore(fixture.documents, call, afterwards));
    assertThrows(Killed.class, () -> dying.handle(fixture.event("e-1", Phase.FINISH)));
    boolean stored =
        fixture.documents.find(TranslateFixture.TENANT, TranslateFixture.DOCUMENT).isPresent();
    assertTrue(!stored || fixture.record().dueAt().isPresent(), "the sweep knows of it");
  }

  @ParameterizedTest(name = "call {0}, afterwards {1}")
  @CsvSource(textBlock = EVERY_CALL_AND_THE_LAST)
  void theMessageThatComesAgainBringsItToItsEnd(int call, boolean afterwards) {
    dieAt(call, afterwards);
    fixture.clock.advance(LEASE);
    fixture.happens("e-1", Phase.FINISH);
    assertEquals(DocumentState.POSTING, fixture.record().state());
    assertEquals(1, fixture.record().postings().size());
    assertEquals(Set.of(POST), Set.copyOf(fixture.vouchers.drain()));
  }

  @ParameterizedTest(name = "call {0}, afterwards {1}")
  @CsvSource(textBlock = EVERY_CALL)
  void whileAFailureIsWrittenTheDocumentIsNotLost(int call, boolean afterwards) {
    fixture.dingTalk.detail =
        () -> new Answer.Failed<>(Failure.of(FailureKind.TRANSIENT, "dingtalk", "500", "because"));
    dieAt(call, afterwards);
    fixture.clock.advance(LEASE);
    fixture.happens("e-1", Phase.FINISH);
    assertEquals(DocumentState.RECEIVED, fixture.record().state());
    assertTrue(fixture.record().dueAt().isPresent(), "the sweep knows of it");
  }

  @Test
  void diesAfterStoringAndTheRepeatQueuesTheVoucherWithoutAnotherCall() {
    dieAt(4, true);
    assertEquals(0, fixture.vouchers.size());
    fixture.happens("e-1", Phase.FINISH);
    assertEquals(List.<PostWork>of(POST), fixture.vouchers.drain());
    assertEquals(1, fixture.dingTalk.details.get());
  }
}
