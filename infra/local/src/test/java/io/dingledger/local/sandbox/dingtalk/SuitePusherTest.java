package io.dingledger.local.sandbox.dingtalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dingledger.local.http.LoopbackServer;
import io.dingledger.local.http.Reply;
import io.dingledger.local.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuitePusherTest {
  private static final SandboxSuite SUITE = SandboxAppTokensTest.SUITE;
  private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
  private static final String CORP = "dingcorp2";

  private final CallbackCipher cipher =
      new CallbackCipher(SUITE.token(), SUITE.aesKey(), SUITE.suiteKey());
  private final Queue<JsonNode> received = new ConcurrentLinkedQueue<>();
  private LoopbackServer server;
  private SuitePusher pusher;

  @BeforeEach
  void start() {
    server = LoopbackServer.start(0, 100_000, this::accept);
    pusher =
        new SuitePusher(
            SUITE,
            server.base(),
            new PushPolicy(Duration.ofSeconds(15), List.of()),
            Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    pusher.close();
    server.close();
  }

  @Test
  void aTicketIsARowOfTheImportantTableWithItsDataAsAText() {
    assertTrue(pusher.push(SyncRow.ticket(SUITE, "ticket-1", AT)).isAccepted());
    JsonNode push = received.element();
    assertEquals("SYNC_HTTP_PUSH_HIGH", push.path("EventType").asText());
    JsonNode row = push.path("bizData").path(0);
    assertEquals(2, row.path("biz_type").asInt());
    assertEquals("25300001", row.path("biz_id").asText());
    assertEquals("25300001_0", row.path("subscribe_id").asText());
    assertEquals(AT.toEpochMilli(), row.path("gmt_modified").asLong());
    assertEquals("ticket-1", read(row.path("biz_data").asText()).path("suiteTicket").asText());
  }

  @Test
  void newerPushesPrintTheDataAsAnObject() {
    pusher.dataAsObject(true);
    pusher.push(SyncRow.authorised(SUITE, CORP, "二号公司", AT));
    JsonNode data = received.element().path("bizData").path(0).path("biz_data");
    assertEquals("org_suite_auth", data.path("syncAction").asText());
    assertEquals("二号公司", data.path("auth_corp_info").path("corp_name").asText());
  }

  @Test
  void aRowThatWasNotPushedYetIsOverwrittenByItsFinalState() {
    pusher.write(SyncRow.authorised(SUITE, CORP, "二号公司", AT));
    pusher.write(SyncRow.relieved(SUITE, CORP, AT.plusSeconds(5)));
    pusher.write(SyncRow.authorised(SUITE, "dingcorp3", "三号公司", AT));
    pusher.flush().forEach(push -> assertTrue(push.join().isAccepted()));
    JsonNode rows = received.element().path("bizData");
    assertEquals(2, rows.size());
    assertEquals(
        "org_suite_relieve",
        read(rows.path(0).path("biz_data").asText()).path("syncAction").asText());
    assertEquals(List.of(), pusher.flush(), "what was pushed waits no longer");
  }

  @Test
  void approvalsComeInTheOtherTableAndContactsInTheImportantOne() {
    Staff person = new Staff("u9", "周九", "E0009", 1);
    pusher.write(SyncRow.person(CORP, "user_modify_org", person, AT));
    pusher.write(SyncRow.left(CORP, "u8", AT));
    pusher.write(SyncRow.department(CORP, "org_dept_modify", 7, AT));
    pusher.write(SyncRow.approval(CORP, SandboxDingTalkTest.instance("one"), "finish", true, AT));
    pusher.write(SyncRow.approval(CORP, SandboxDingTalkTest.instance("one"), "finish", false, AT));
    pusher.flush().forEach(push -> push.join());
    assertEquals(List.of(13, 13, 14), types("SYNC_HTTP_PUSH_HIGH"));
    assertEquals(List.of(247, 245), types("SYNC_HTTP_PUSH_MEDIUM"));
  }

  private List<Integer> types(String table) {
    return received.stream()
        .filter(push -> push.path("EventType").asText().equals(table))
        .flatMap(push -> push.path("bizData").valueStream())
        .map(row -> row.path("biz_type").asInt())
        .toList();
  }

  private Reply accept(Request request) {
    String encrypted = read(request.text()).path("encrypt").asText();
    received.add(read(cipher.decrypted(encrypted).orElseThrow()));
    String success = cipher.encrypted("success", new byte[16]);
    return Reply.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("msg_signature", cipher.signature("1", "n", success))
            .put("timeStamp", "1")
            .put("nonce", "n")
            .put("encrypt", success));
  }

  private static JsonNode read(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
