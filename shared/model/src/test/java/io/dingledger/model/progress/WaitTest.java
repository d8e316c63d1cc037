package io.dingledger.model.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitTest {
  private static final Instant LATER = Instant.parse("2026-03-31T02:00:00Z");

  private static Failure failure(FailureKind kind) {
    return Failure.of(kind, "kingdee-cloud", "X", "x");
  }

  @Test
  void countsAllTriesAndThoseThatFailedTheSameWayInARow() {
    Wait wait = Wait.NONE;
    for (int tries = 0; tries < 30; tries++) {
      wait = wait.failed(failure(FailureKind.TRANSIENT), LATER);
    }
    assertEquals(30, wait.inARow());
    wait = wait.failed(failure(FailureKind.AMBIGUOUS), LATER);
    assertEquals(31, wait.attempts());
    assertEquals(1, wait.inARow(), "after a long outage a time-out is not given up at once");
  }

  @Test
  void keepsItsCountsAndItsLastFailureWhateverIsDecided() {
    Wait failed = Wait.NONE.failed(failure(FailureKind.QUOTA), LATER);
    for (Wait next : new Wait[] {failed.until(LATER), failed.parked("x", LATER), failed.ended()}) {
      assertEquals(1, next.attempts());
      assertEquals(1, next.inARow());
      assertEquals(failed.failure(), next.failure());
    }
    assertTrue(failed.ended().dueAt().isEmpty());
  }

  @Test
  void isLookedAtWhenATryIsOverOrAtMostAMinuteEarlier() {
    for (int early : new int[] {0, 1, 60}) {
      Instant due = LATER.minusSeconds(early);
      assertEquals(Optional.of(due), Wait.watchedUntil(due).begun(LATER).dueAt());
    }
    for (int early : new int[] {-1, 61, 3600}) {
      Instant due = LATER.minusSeconds(early);
      assertEquals(Optional.of(LATER), Wait.watchedUntil(due).begun(LATER).dueAt());
    }
    assertEquals(Optional.of(LATER), Wait.NONE.begun(LATER).dueAt());
  }
}
