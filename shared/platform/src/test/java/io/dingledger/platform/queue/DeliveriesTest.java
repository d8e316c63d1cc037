package io.dingledger.platform.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  @Test
  void sqsSaysHowOftenAMessageWasHandedOut() {
    assertEquals(4, Deliveries.times(Map.of("ApproximateReceiveCount", "4")));
  }

  @Test
  void whereNobodySaysItIsTheFirstTime() {
    assertEquals(1, Deliveries.times(null));
    assertEquals(1, Deliveries.times(Map.of()));
    assertEquals(1, Deliveries.times(Map.of("ApproximateReceiveCount", "often")));
    assertEquals(1, Deliveries.times(Map.of("ApproximateReceiveCount", "0")));
  }
}
