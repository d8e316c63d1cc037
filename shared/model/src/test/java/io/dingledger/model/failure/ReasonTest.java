package io.dingledger.model.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReasonTest {
  private enum Sample implements ReasonCode {
    TOTAL;

    @Override
    public Texts texts() {
      return new Texts(
          "SAMPLE-TOTAL",
          "合计 {0} 与明细 {1} 不符。",
          "请更正 {0}。",
          "Total {0} and rows {1} differ.",
          "Correct {0}.");
    }
  }

  @Test
  void fillsEachPlaceWithItsArgument() {
    Reason reason = Reason.of(Sample.TOTAL, "5.00", "4.99");
    assertEquals("合计 5.00 与明细 4.99 不符。请更正 5.00。", reason.chinese());
    assertEquals("Total 5.00 and rows 4.99 differ. Correct 5.00.", reason.english());
  }

  @Test
  void anArgumentThatLooksLikeAPlaceStaysAsItIs() {
    assertEquals(
        "Total {1} and rows $1 differ. Correct {1}.",
        Reason.of(Sample.TOTAL, "{1}", "$1").english());
  }

  @Test
  void aFailureKeepsTheLongerOfTwoWaits() {
    Failure stated =
        new Failure(FailureKind.THROTTLE, "k", "14", "slow", Optional.of(Duration.ofSeconds(60)));
    Duration minute = Duration.ofSeconds(60);
    assertEquals(Optional.of(minute), stated.notBefore(Duration.ofSeconds(1)).retryAfter());
    assertEquals(
        Optional.of(Duration.ofSeconds(90)), stated.notBefore(Duration.ofSeconds(90)).retryAfter());
    Failure silent = Failure.of(FailureKind.AMBIGUOUS, "k", "TIMEOUT", "x".repeat(5000));
    assertEquals(Optional.of(minute), silent.notBefore(minute).retryAfter());
    assertEquals(Failure.LONGEST_DETAIL, silent.detail().length());
  }
}
