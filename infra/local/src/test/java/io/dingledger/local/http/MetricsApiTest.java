package io.dingledger.local.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsApiTest {
  private final Reply other = Reply.json(200, JsonNodeFactory.instance.objectNode());
  private final MetricsApi api =
      new MetricsApi(
          () -> JsonNodeFactory.instance.objectNode().put("queues", 4), request -> other);

  private Reply reply(String method, String path) {
    return api.handle(new Request(method, path, "", Map.of(), new byte[0], "127.0.0.1"));
  }

  @Test
  void itAnswersWhatIsMeasured() {
    assertEquals(200, reply("GET", "/api/metrics").status());
  }

  @Test
  void itIsOnlyRead() {
    assertEquals(405, reply("POST", "/api/metrics").status());
  }

  @Test
  void everythingElseIsHandedOn() {
    assertSame(other, reply("GET", "/api/tenants"));
  }
}
