package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private final HandClock clock = new HandClock(Samples.NOW);
  private final Remembered<Integer, String> remembered =
      new Remembered<>(clock, Duration.ofSeconds(60));

  @Test
  void a_value_is_known_for_its_while_and_no_longer() {
    remembered.put(1, "one");
    clock.advance(Duration.ofMillis(59_999));
    assertEquals(Optional.of("one"), remembered.get(1));
    clock.advance(Duration.ofMillis(1));
    assertEquals(Optional.empty(), remembered.get(1));
  }

  @Test
  void the_oldest_is_forgotten_when_there_are_too_many() {
    for (int n = 0; n < 2000; n++) {
      remembered.put(n, "value");
    }
    remembered.put(0, "put again");
    remembered.put(2000, "one too many");
    assertEquals(Optional.of("put again"), remembered.get(0));
    assertEquals(Optional.empty(), remembered.get(1));
    assertEquals(Optional.of("value"), remembered.get(2));
  }

  @Test
  void values_are_forgotten_by_key_and_by_what_they_are() {
    remembered.put(1, "one");
    remembered.put(2, "two");
    remembered.put(3, "two");
    remembered.forget(1);
    remembered.forgetIf("two"::equals);
    for (int key : new int[] {1, 2, 3}) {
      assertEquals(Optional.empty(), remembered.get(key));
    }
  }
}
