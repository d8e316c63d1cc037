package io.dingledger.retry;

import static io.dingledger.retry.RetryFixture.DOCUMENT;
import static io.dingledger.retry.RetryFixture.FETCH_FAILED;
import static io.dingledger.retry.RetryFixture.KEY;
import static io.dingledger.retry.RetryFixture.LEASE;
import static io.dingledger.retry.RetryFixture.POST_FAILED;
import static io.dingledger.retry.RetryFixture.TENANT;
import static io.dingledger.retry.RetryFixture.WATCH;
import static io.dingledger.retry.RetryFixture.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.support.LogLines;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told about a document that waits, for as long as it waits and no longer. */
class StandingReasonsTest {
  private static final String PARKED = "RETRY-PARKED";
  private static final String STILL_TRYING = "RETRY-STILL-TRYING";

  private final RetryFixture fixture = new RetryFixture();

  private void voucherFailed(FailureKind kind, int times) {
    fixture.translated(fixture.failedTimes(failure(kind), times));
    fixture.parts.retry().afterFailure(POST_FAILED);
  }

  private void fetchFailed(FailureKind kind, int times) {
    fixture.untranslated(DocumentState.RECEIVED, fixture.fetchFailedTimes(failure(kind), times));
    fixture.parts.retry().afterFailure(FETCH_FAILED);
  }

  private void sweepWhenDue() {
    fixture.clock.advanceTo(fixture.record().dueAt().orElseThrow());
    assertEquals(1, fixture.parts.sweep().sweep());
  }

  @Nested
  class OfAParkedDocument {
    @Test
    void nameWhatItWaitsForWhoFailedHowAndWhenItIsLookedAtNext() {
      voucherFailed(FailureKind.CONFIG, 1);
      Reason reason = fixture.record().reasons().getFirst();
      assertEquals(
          "正在等待:连接恢复(kingdee-cloud,代码 X:because)。下次检查时间(UTC):2026-03-31T02:15:00Z。"
              + "条件具备后会自动继续处理。如果连接设置有误,请管理员更正。",
          reason.chinese());
      assertEquals(
          "Waits for: connection (kingdee-cloud, code X: because)."
              + " It is looked at again at 2026-03-31T02:15:00Z."
              + " It goes on by itself once that is there."
              + " If the connection's settings are wrong, ask the administrator to correct them.",
          reason.english());
    }

    @ParameterizedTest
    @CsvSource({
      "CONFIG, 连接恢复, connection",
      "QUOTA, 每月调用额度恢复, the monthly quota",
      "PERIOD_CLOSED, 会计期间打开, an open period",
      "THROTTLE_LONG, 限制解除, the block to be lifted",
      "TICKET, 下一个套件票据, the next suite ticket"
    })
    void nameEachThingInBothLanguages(FailureKind kind, String chinese, String english) {
      fetchFailed(kind, 1);
      assertEquals(List.of(PARKED), fixture.reasons());
      Reason reason = fixture.record().reasons().getFirst();
      assertTrue(reason.chinese().startsWith("正在等待:" + chinese + "("), reason.chinese());
      assertTrue(reason.english().startsWith("Waits for: " + english + " ("), reason.english());
    }

    @Test
    void goWhenTheSweepHandsItsVoucherOn() {
      voucherFailed(FailureKind.CONFIG, 1);
      sweepWhenDue();
      assertEquals(DocumentState.POSTING, fixture.record().state());
      assertEquals(List.of(), fixture.reasons());
    }

    @Test
    void goWhenTheSweepHandsItsFetchOn() {
      fetchFailed(FailureKind.QUOTA, 1);
      sweepWhenDue();
      assertEquals(DocumentState.RECEIVED, fixture.record().state());
      assertEquals(List.of(), fixture.reasons());
    }

    @Test
    void stayTrueOfTheOneVoucherThatStillWaits() {
      Posting first = Posting.ready(KEY, Purpose.RECORD, fixture.now().plus(WATCH));
      VoucherKey otherKey = VoucherKey.of(TENANT, DOCUMENT, Purpose.RECORD, 2);
      Posting other = Posting.ready(otherKey, Purpose.RECORD, fixture.now().plus(WATCH));
      fixture.documents.save(
          fixture
              .announced(DOCUMENT)
              .changed()
              .state(DocumentState.POSTING)
              .postings(
                  List.of(
                      fixture.failedTimes(failure(FailureKind.CONFIG), 1).apply(first),
                      fixture.failedTimes(failure(FailureKind.PERIOD_CLOSED), 1).apply(other)))
              .build());
      fixture.parts.retry().afterFailure(POST_FAILED);
      fixture
          .parts
          .retry()
          .afterFailure(new RetryWork.TryFailed(TENANT, DOCUMENT, Optional.of(otherKey)));
      assertEquals(List.of(PARKED, PARKED), fixture.reasons());
      sweepWhenDue();
      assertEquals(DocumentState.PARKED, fixture.record().state());
      assertEquals(List.of(PARKED), fixture.reasons());
      String left = fixture.record().reasons().getFirst().english();
      assertTrue(left.startsWith("Waits for: an open period"), left);
    }
  }

  @Nested
  class OfADocumentThatFailsAgainAndAgain {
    @Test
    void areGivenFromTheSixthTryOn() {
      voucherFailed(FailureKind.LOCKED, 5);
      assertEquals(List.of(), fixture.reasons());
      voucherFailsOnceMore(failure(FailureKind.LOCKED));
      assertEquals(List.of(STILL_TRYING), fixture.reasons());
      Reason reason = fixture.record().reasons().getFirst();
      assertTrue(reason.english().startsWith("6 tries in a row have failed"), reason.english());
      assertTrue(reason.english().contains("kingdee-cloud (code X): because"), reason.english());
      assertTrue(reason.chinese().startsWith("已连续 6 次"), reason.chinese());
    }

    @Test
    void areGivenBeforeALongWaitHoweverFewTheyAre() {
      voucherFailed(FailureKind.UNDELIVERED, 3);
      assertEquals(List.of(), fixture.reasons(), "half an hour");
      voucherFailsOnceMore(failure(FailureKind.UNDELIVERED));
      assertEquals(List.of(STILL_TRYING), fixture.reasons(), "two hours");
    }

    @Test
    void stayWhileItIsTriedAndCountOn() {
      voucherFailed(FailureKind.LOCKED, 6);
      sweepWhenDue();
      assertEquals(List.of(STILL_TRYING), fixture.reasons());
      voucherFailsOnceMore(failure(FailureKind.LOCKED));
      assertEquals(List.of(STILL_TRYING), fixture.reasons());
      assertTrue(fixture.record().reasons().getFirst().english().startsWith("7 tries"));
    }

    @Test
    void areGivenForAFetchToo() {
      fetchFailed(FailureKind.NOT_READY, 6);
      assertEquals(DocumentState.RECEIVED, fixture.record().state());
      assertEquals(List.of(STILL_TRYING), fixture.reasons());
    }

    @Test
    void goOnceItIsPosted() {
      voucherFailed(FailureKind.LOCKED, 6);
      DocumentRecord record = fixture.record();
      DocumentRecord posted =
          record.with(
              fixture.posting().claimed(fixture.now(), LEASE).posted(new LedgerReference("1", "")));
      assertEquals(DocumentState.POSTED, posted.state());
      assertEquals(List.of(), posted.reasons());
    }

    @Test
    void giveWayToWhatItIsParkedFor() {
      voucherFailed(FailureKind.LOCKED, 6);
      voucherFailsOnceMore(failure(FailureKind.CONFIG));
      assertEquals(List.of(PARKED), fixture.reasons());
    }

    @Test
    void giveWayToWhatAVoucherIsHeldFor() {
      voucherFailed(FailureKind.LOCKED, 6);
      voucherFailsOnceMore(failure(FailureKind.DATA));
      assertEquals(List.of("RETRY-REFUSED"), fixture.reasons());
    }

    @Test
    void giveWayToWhatAFetchIsHeldFor() {
      fetchFailed(FailureKind.NOT_READY, 6);
      DocumentRecord record = fixture.record();
      fixture.documents.save(
          record
              .changed()
              .fetch(record.fetch().failed(failure(FailureKind.DATA), fixture.now()))
              .build());
      fixture.parts.retry().afterFailure(FETCH_FAILED);
      assertEquals(List.of("RETRY-REFUSED"), fixture.reasons());
    }

    private void voucherFailsOnceMore(Failure why) {
      Posting claimed = fixture.posting().claimed(fixture.now(), LEASE);
      fixture.documents.save(fixture.record().with(claimed.failed(why, fixture.now().plus(WATCH))));
      fixture.parts.retry().afterFailure(POST_FAILED);
    }
  }

  @Nested
  class TheLog {
    private final String start = "retry decided: instance-1 ";

    @Test
    void holdsOneLinePerDecisionWithoutTheWordsOfTheOtherSide() {
      try (LogLines log = LogLines.of(Retry.class)) {
        voucherFailed(FailureKind.LOCKED, 1);
        theVoucherFailsOtherwise();
        assertEquals(
            List.of(
                start + "LOCKED kingdee-cloud X attempts 1 AGAIN",
                start + "CONFIG kingdee-cloud X attempts 2 PARKED"),
            log.lines());
      }
    }

    @Test
    void holdsTheDecisionsAboutFetches() {
      try (LogLines log = LogLines.of(Retry.class)) {
        fetchFailed(FailureKind.DATA, 1);
        fixture.parts.retry().afterFailure(FETCH_FAILED);
        assertEquals(List.of(start + "DATA kingdee-cloud X attempts 1 HELD"), log.lines());
      }
    }

    private void theVoucherFailsOtherwise() {
      Posting claimed = fixture.posting().claimed(fixture.now(), LEASE);
      Failure why = failure(FailureKind.CONFIG);
      fixture.documents.save(
          fixture.record().with(claimed.failed(why, fixture.now().plus(Duration.ofHours(1)))));
      fixture.parts.retry().afterFailure(POST_FAILED);
    }
  }
}
