package io.dingledger.dingtalk.document.punch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.dingtalk.document.Documents;
import io.dingledger.dingtalk.document.Samples;
import io.dingledger.model.document.Punch;
import io.dingledger.model.event.EventSubject.PunchSeen;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PunchTest {
  @Test
  void is_what_the_push_told() {
    Instant at = Instant.parse("2024-09-14T01:00:00Z");
    Punch punch =
        Samples.certain(
            Punch.class,
            Documents.punch(Samples.header(), new PunchSeen("u1", "b1", at, "WIFI", true, false)));
    assertEquals(new Punch(punch.header(), at, "WIFI", true, false), punch);
  }
}
