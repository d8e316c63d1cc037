package io.dingledger.local.torture.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.platform.settings.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShortTimesTest {
  @Test
  void keepTheRulesAndAreShort() {
    assertTrue(ShortTimes.times().of(Span.POST_LEASE).compareTo(Duration.ofSeconds(30)) < 0);
  }

  @Test
  void aSlipIsReadAsItIsWritten() {
    Slip slip = new Slip(Duration.ofDays(-1), Duration.ofSeconds(5));
    assertEquals(slip, Slip.of(slip.text()));
  }

  @Test
  void aClockSlipsAtItsTimeAndNotBefore() {
    Instant before = Instant.now();
    assertTrue(
        new Slip(Duration.ofDays(1), Duration.ofHours(1))
            .clock()
            .instant()
            .isBefore(before.plusSeconds(60)));
    Instant ahead = new Slip(Duration.ofDays(1), Duration.ZERO).clock().instant();
    assertTrue(ahead.isAfter(before.plus(Duration.ofHours(23))));
    assertEquals(Clock.systemUTC(), Slip.NONE.clock());
  }
}
