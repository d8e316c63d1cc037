package io.dingledger.ledgers.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.Voucher;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When network or server fail. */
public abstract class TroubleConformance extends LedgerCoreConformance {
  @Nested
  class WhenTheOutcomeOfSendingIsUnclear {
    @ParameterizedTest
    @EnumSource(
        names = {
          "SERVER_ERROR_AFTER_COMMIT",
          "MALFORMED_ANSWER",
          "ANSWER_CUT_SHORT",
          "EMPTY_ANSWER",
          "HUGE_ANSWER"
        })
    void itIsSaidSoAndAskingFindsTheVoucher(Trouble trouble) {
      effectIsFoundAfter(trouble);
    }

    @ParameterizedTest
    @EnumSource(
        names = {"TIME_OUT_BEFORE_COMMIT", "SERVER_ERROR_BEFORE_COMMIT", "PAGE_WITH_STATUS_200"})
    void itIsSaidSoAndAskingFindsNothingWhenNothingWasBooked(Trouble trouble) {
      noEffectAfter(trouble);
    }

    @Test
    void anErrorInsideAGoodStatusIsNeverAPostedVoucher() {
      assumeTrue(subject.canHave(Trouble.ERROR_INSIDE_STATUS_200));
      Voucher voucher = vouchers.of("claim", "545.00");
      Asked.Absent leave = absent(voucher);
      subject.next(Request.SEND, Trouble.ERROR_INSIDE_STATUS_200);
      failedWith(unclear(FailureKind.TRANSIENT), ledger.send(voucher, leave));
      assertEquals(0, subject.countWithKey(voucher.key()));
    }

    @Test
    void sendingTheSameContentOnALeaveThatIsOldBooksNoSecondVoucherOrSaysSo() {
      assumeTrue(subject.canBeAsked());
      Voucher voucher = vouchers.of("claim", "545.00");
      Asked.Absent leave = absent(voucher);
      ledger.send(voucher, leave);
      ledger.send(voucher, leave);
      int booked = subject.countWithKey(voucher.key());
      Class<? extends Asked> told = booked == 1 ? Asked.Found.class : Asked.Several.class;
      assertInstanceOf(told, ledger.ask(voucher));
    }
  }

  @Nested
  class WhenAskingFails {
    @ParameterizedTest
    @EnumSource(
        names = {
          "TIME_OUT_BEFORE_COMMIT",
          "RESET_BEFORE_COMMIT",
          "SERVER_ERROR_BEFORE_COMMIT",
          "ERROR_INSIDE_STATUS_200",
          "MALFORMED_ANSWER",
          "ANSWER_CUT_SHORT",
          "EMPTY_ANSWER",
          "HUGE_ANSWER"
        })
    void itIsAPassingFailureAndNeverAbsence(Trouble trouble) {
      assertEquals(FailureKind.TRANSIENT, failureOfAsking(trouble, 1).kind());
    }

    @Test
    void aPageInsteadOfAnAnswerIsNeverAbsence() {
      assertFalse(failureOfAsking(Trouble.PAGE_WITH_STATUS_200, 2).kind() == FailureKind.AMBIGUOUS);
    }

    private Failure failureOfAsking(Trouble trouble, int times) {
      assumeTrue(subject.canBeAsked() && subject.canHave(trouble));
      for (int time = 0; time < times; time++) {
        subject.next(Request.ASK, trouble);
      }
      return assertInstanceOf(Asked.Failed.class, ledger.ask(vouchers.of("claim", "1.00")))
          .failure();
    }
  }

  @Nested
  class WhenCallsAreLimited {
    @Test
    void sendingIsThrottledAndNothingIsBooked() {
      Optional<Duration> wait = throttled(Trouble.THROTTLED).retryAfter();
      assertEquals(Optional.of(subject.shortestWait()).filter(Duration::isPositive), wait);
    }

    @Test
    void theWaitThatTheLedgerStatesIsPassedOn() {
      assertEquals(stated(), throttled(Trouble.THROTTLED_WITH_WAIT).retryAfter());
    }

    @Test
    void askingIsThrottledToo() {
      assumeTrue(subject.canBeAsked() && subject.canHave(Trouble.THROTTLED_WITH_WAIT));
      subject.next(Request.ASK, Trouble.THROTTLED_WITH_WAIT);
      Failure failure =
          assertInstanceOf(Asked.Failed.class, ledger.ask(vouchers.of("claim", "1.00"))).failure();
      assertEquals(FailureKind.THROTTLE, failure.kind());
      assertEquals(stated(), failure.retryAfter());
    }

    private Optional<Duration> stated() {
      Duration stated = Duration.ofSeconds(7);
      Duration shortest = subject.shortestWait();
      return Optional.of(shortest.compareTo(stated) > 0 ? shortest : stated);
    }

    private Failure throttled(Trouble trouble) {
      assumeTrue(subject.canHave(trouble));
      Voucher voucher = vouchers.of("claim", "545.00");
      Asked.Absent leave = absent(voucher);
      subject.next(Request.SEND, trouble);
      Failure failure = failedWith(Set.of(FailureKind.THROTTLE), ledger.send(voucher, leave));
      assertEquals(0, subject.countWithKey(voucher.key()));
      return failure;
    }
  }

  @Nested
  class WhenAnAnswerIsSlow {
    @Test
    void withinTheTimeOutItIsAnAnswer() {
      assumeTrue(subject.canHave(Trouble.SLOW_ANSWER));
      subject.next(Request.SEND, Trouble.SLOW_ANSWER);
      posted(vouchers.of("claim", "545.00"));
    }
  }
}
