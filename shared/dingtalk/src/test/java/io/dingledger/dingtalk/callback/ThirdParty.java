package io.dingledger.dingtalk.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.dingtalk.Apps;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Suite;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A third-party app and what is pushed to it, for tests. */
final class ThirdParty {
  static final String TICKET = "TicketThatNobodyMaySee";
  static final Instant RECEIVED = Instant.parse("2024-09-11T03:00:00Z");

  /** The moment of {@link #MODIFIED}. */
  static final Instant SAID = Instant.ofEpochMilli(1_726_020_000_000L);

  static final long MODIFIED = 1_726_020_000_000L;

  static final Suite SUITE =
      new Suite(
          "25300001",
          "suiteqv1w2x3y4z5a6b7",
          Secret.of("suite-secret"),
          Apps.callback(),
          ZoneId.of("Asia/Shanghai"),
          URI.create("https://api.example.test"),
          URI.create("https://oapi.example.test"));

  private ThirdParty() {}

  /** A push of these rows. */
  static String rows(String... rows) {
    return "{\"EventType\":\"SYNC_HTTP_PUSH_HIGH\",\"bizData\":[" + String.join(",", rows) + "]}";
  }

  /** A row of a company; single quotes in the content stand for double ones. */
  static String row(int bizType, String bizId, String data) {
    return row(Apps.CORP, bizType, bizId, MODIFIED, data.replace('\'', '"'));
  }

  /** A row with its content as an object. */
  static String row(String corpId, int bizType, String bizId, long modified, String data) {
    return ("{\"id\":23001,\"gmt_create\":1726010000000,\"gmt_modified\":%d,\"biz_type\":%d,"
            + "\"biz_id\":\"%s\",\"corp_id\":\"%s\",\"subscribe_id\":\"25300001_0\","
            + "\"open_cursor\":0,\"status\":0,\"biz_data\":%s}")
        .formatted(modified, bizType, bizId, corpId, data);
  }

  /** The same JSON text as a JSON string. */
  static String quoted(String json) {
    return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  static List<SuitePush> pushes(String message) {
    SuitePushes.Read read = SuitePushes.read(SUITE, message.replace('\'', '"'), RECEIVED);
    return assertInstanceOf(SuitePushes.Pushes.class, read).pushes();
  }

  static SuitePush only(String message) {
    List<SuitePush> pushes = pushes(message);
    assertEquals(1, pushes.size());
    return pushes.getFirst();
  }

  static SourceEvent event(String row) {
    return assertInstanceOf(SuitePush.Happened.class, only(rows(row))).event();
  }
}
