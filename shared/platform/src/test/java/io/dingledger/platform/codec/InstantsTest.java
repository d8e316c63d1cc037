package io.dingledger.platform.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
  @Test
  void readsWhatInstantsWriteOfThemselves() {
    Random random = new Random(6);
    for (int each = 0; each < 2_000; each++) {
      long second = random.nextLong(-60_000_000_000L, 250_000_000_000L);
      int nano = new int[] {0, 1_000_000, 1_000, 1}[each % 4] * random.nextInt(1_000);
      Instant instant = Instant.ofEpochSecond(second, nano);
      assertEquals(instant, Instants.parse(instant.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-31T24:00:00Z",
        "2026-03-31T15:54:02+08:00",
        "+12026-03-31T15:54:02Z",
        "2026-03-31T15:54:02.1234567Z",
        "2028-02-29T15:54:02.Z",
        "2016-12-31T23:59:60Z",
        "2026-03-31T15:54Z"
      })
  void readsOtherShapesAsTheLanguageDoes(String text) {
    assertEquals(outcome(() -> Instant.parse(text)), outcome(() -> Instants.parse(text)));
  }

  private static String outcome(Supplier<Instant> read) {
    try {
      return read.get().toString();
    } catch (DateTimeException wrong) {
      return "wrong";
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Z", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-03-31T15:5x:02Z"})
  void refusesWhatIsNoInstant(String text) {
    assertThrows(DateTimeException.class, () -> Instants.parse(text));
  }
}
