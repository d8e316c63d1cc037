package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That the table was put back is noted at each tenant. */
class RestorationsTest {
  private static final Tenant TENANT = Samples.tenant("corp");
  private static final Instant POINT = Instant.parse("2026-03-31T10:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-03-31T12:00:00Z");

  private final HandClock clock = new HandClock(UNTIL);
  private final MemoryTable table = new MemoryTable();
  private final Restorations notes = new Restorations(table, clock, Duration.ofMinutes(1));

  @Test
  void anotherProcessSeesItAfterAMinute() {
    Restorations other = new Restorations(table, clock, Duration.ofMinutes(1));
    assertEquals(Optional.empty(), other.find(TENANT));
    Restored restored = new Restored(POINT, UNTIL, true);
    notes.note(TENANT, restored);
    assertEquals(Optional.of(restored), notes.find(TENANT));
    assertEquals(Optional.empty(), other.find(TENANT));
    clock.advance(Duration.ofMinutes(2));
    assertEquals(Optional.of(restored), other.find(TENANT));
    assertEquals(Optional.empty(), notes.find(Samples.tenant("other")));
  }

  @Test
  void aSecondRestorationDoesNotForgetWhatTheFirstOneLost() {
    notes.note(TENANT, new Restored(POINT, UNTIL, true));
    Instant later = UNTIL.plus(Duration.ofDays(1));
    notes.note(TENANT, new Restored(later, later.plusSeconds(60), false));
    assertEquals(
        Optional.of(new Restored(POINT, later.plusSeconds(60), false)), notes.find(TENANT));
  }

  @Test
  void whatWasApprovedOnADayThatHadBegunSomewhereMayBeLost() {
    Restored restored = new Restored(POINT, UNTIL, true);
    assertTrue(restored.mayHaveLost(Optional.of(LocalDate.of(2026, 4, 1))), "in the far east");
    assertFalse(restored.mayHaveLost(Optional.of(LocalDate.of(2026, 4, 2))));
    assertTrue(restored.mayHaveLost(Optional.empty()));
    assertTrue(restored.mayHaveLost(UNTIL));
    assertFalse(restored.mayHaveLost(UNTIL.plusMillis(1)));
  }

  @Test
  void aLossThatEndsBeforeItBeginsIsNone() {
    assertThrows(IllegalArgumentException.class, () -> new Restored(UNTIL, POINT, true));
  }
}
