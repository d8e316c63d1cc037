package io.dingledger.local.sandbox.dingtalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dingledger.local.sandbox.dingtalk.SandboxClient.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sandbox lists, page by page and within DingTalk's limits. */
class SandboxListsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private SandboxDingTalk sandbox;
  private SandboxClient client;
  private String token;

  @BeforeEach
  void start() throws Exception {
    sandbox = SandboxDingTalk.start(SandboxDingTalkTest.APP, 0, Clock.fixed(NOW, ZoneOffset.UTC));
    client = new SandboxClient(sandbox);
    token = client.token();
    sandbox.company().put(new Unit(1, "一号公司", "", 0));
    sandbox.company().put(new Unit(7, "研发部", "D7", 1));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static ApprovalInstance started(String id, Instant at, String status) {
    return new ApprovalInstance(
        id,
        "PROC-1",
        "",
        "2026",
        "报销",
        "u1",
        "-1",
        "一号公司",
        at,
        Optional.of(at.plus(Duration.ofDays(30))),
        status,
        "agree",
        "NONE",
        "",
        JsonNodeFactory.instance.arrayNode());
  }

  private Answer ids(Instant from, Instant to, int size, int next) throws Exception {
    return client.post(
        Api.INSTANCE_IDS.path(),
        token,
        """
        {"processCode":"PROC-1","startTime":%d,"endTime":%d,"nextToken":%d,"maxResults":%d,
         "statuses":["COMPLETED"]}
        """
            .formatted(from.toEpochMilli(), to.toEpochMilli(), next, size));
  }

  @Test
  void instancesAreListedByTheirStartNotByTheirEnd() throws Exception {
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    sandbox.company().put(started("in-march", start, "COMPLETED"));
    sandbox.company().put(started("running", start, "RUNNING"));
    JsonNode march = ids(start, start.plus(Duration.ofDays(1)), 20, 0).result();
    assertEquals(1, march.path("list").size());
    assertEquals("in-march", march.path("list").path(0).asText());
    assertFalse(march.has("nextToken"));
    Instant end = start.plus(Duration.ofDays(30));
    assertEquals(
        0, ids(end.minusSeconds(60), end.plusSeconds(60), 20, 0).result().path("list").size());
  }

  @Test
  void twentyAtATimeWithATextAsTheNextToken() throws Exception {
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    for (int number = 0; number < 21; number++) {
      sandbox.company().put(started("i" + number, start.plusSeconds(number), "COMPLETED"));
    }
    JsonNode first = ids(start, start.plusSeconds(60), 20, 0).result();
    assertEquals(20, first.path("list").size());
    assertTrue(first.path("nextToken").isTextual());
    JsonNode second = ids(start, start.plusSeconds(60), 20, 20).result();
    assertEquals("i20", second.path("list").path(0).asText());
    assertFalse(second.has("nextToken"));
  }

  @ParameterizedTest
  @CsvSource({"2026-01-01,121,20", "2025-05-01,30,20", "2026-01-01,30,21", "2026-01-01,-1,20"})
  void aWindowThatIsTooLongOrTooOldIsRefused(LocalDate from, int days, int size) throws Exception {
    Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
    Answer answer = ids(start, start.plus(Duration.ofDays(days)), size, 0);
    assertEquals(400, answer.status());
    assertEquals("invalidParameter", answer.code());
  }

  @Test
  void membersAreDirectOnesAndDepartmentsOneLevelWithoutCodes() throws Exception {
    sandbox.company().put(new Staff("u1", "张三", "E1", 7));
    sandbox.company().put(new Staff("u2", "李四", "E2", 7));
    sandbox.company().put(new Staff("u3", "王五", "E3", 1));
    JsonNode first =
        client.old(Api.PEOPLE, token, "{\"dept_id\":7,\"cursor\":0,\"size\":1}").result();
    assertEquals("u1", first.path("list").path(0).path("userid").asText());
    assertTrue(first.path("has_more").asBoolean());
    JsonNode second =
        client
            .old(
                Api.PEOPLE,
                token,
                "{\"dept_id\":7,\"cursor\":" + first.path("next_cursor").asInt() + ",\"size\":1}")
            .result();
    assertEquals("u2", second.path("list").path(0).path("userid").asText());
    assertFalse(second.path("has_more").asBoolean());
    JsonNode below = client.old(Api.DEPARTMENTS, token, "{\"dept_id\":1}").result();
    assertEquals(1, below.size());
    assertEquals(7, below.path(0).path("dept_id").asInt());
    assertFalse(below.path(0).has("code"));
    assertEquals(60003, client.old(Api.PEOPLE, token, "{\"dept_id\":9,\"size\":1}").errcode());
    assertEquals(40035, client.old(Api.PEOPLE, token, "{\"dept_id\":7,\"size\":101}").errcode());
  }

  @Test
  void whoHasLeftIsNotFoundAnyMore() throws Exception {
    sandbox.company().put(new Staff("u1", "张三", "E1", 7));
    sandbox.company().depart("u1");
    assertEquals(60121, client.old(Api.PERSON, token, "{\"userid\":\"u1\"}").errcode());
  }

  @Test
  void theRosterTellsWhenSomebodyBegan() throws Exception {
    sandbox.company().put(new Staff("u1", "张三", "E1", 7));
    sandbox.company().joined("u1", LocalDate.of(2024, 5, 6), LocalDate.of(2010, 7, 1));
    JsonNode fields =
        client
            .post(Api.ROSTER.path(), token, "{\"userIdList\":[\"u1\"]}")
            .result()
            .path(0)
            .path("fieldDataList");
    assertEquals("sys00-confirmJoinTime", fields.path(0).path("fieldCode").asText());
    assertEquals(
        "2010-07-01", fields.path(1).path("fieldValueList").path(0).path("value").asText());
    assertEquals(
        "invalidParameter", client.post(Api.ROSTER.path(), token, "{\"userIdList\":[]}").code());
  }

  private Answer attendance(String from, String to, int offset, int limit) throws Exception {
    return client.old(
        Api.ATTENDANCE,
        token,
        """
        {"workDateFrom":"%s 00:00:00","workDateTo":"%s 00:00:00","userIdList":["u1"],
         "offset":%d,"limit":%d,"isI18n":false}
        """
            .formatted(from, to, offset, limit));
  }

  @Test
  void judgedPunchesComeInPagesAndNameTheirDayByItsMidnightInChina() throws Exception {
    LocalDate day = LocalDate.of(2026, 5, 20);
    Instant nine = Instant.parse("2026-05-20T01:00:00Z");
    sandbox.company().put(new Check("u1", day, true, "Normal", nine, Optional.of(nine), false, ""));
    sandbox
        .company()
        .put(
            new Check("u1", day, true, "Late", nine, Optional.of(nine.plusSeconds(900)), true, ""));
    Instant six = Instant.parse("2026-05-20T10:00:00Z");
    sandbox
        .company()
        .put(new Check("u1", day, false, "NotSigned", six, Optional.empty(), false, "leave-1"));
    Answer first = attendance("2026-05-18", "2026-05-24", 0, 1);
    assertTrue(first.json().path("hasMore").asBoolean());
    JsonNode late = first.json().path("recordresult").path(0);
    assertEquals("Late", late.path("timeResult").asText());
    assertEquals("Outside", late.path("locationResult").asText());
    assertEquals(1779206400000L, late.path("workDate").asLong());
    Answer second = attendance("2026-05-18", "2026-05-24", 1, 1);
    assertFalse(second.json().path("hasMore").asBoolean());
    JsonNode missing = second.json().path("recordresult").path(0);
    assertEquals("NotSigned", missing.path("locationResult").asText());
    assertFalse(missing.has("userCheckTime"));
    assertEquals("leave-1", missing.path("procInstId").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-18,2026-05-25,50",
    "2025-11-30,2025-11-30,50",
    "2026-05-18,2026-05-18,51",
    "2026-05-18,2026-05-17,50"
  })
  void aSpanBeyondAWeekOrHalfAYearIsRefused(String from, String to, int limit) throws Exception {
    assertEquals(400002, attendance(from, to, 0, limit).errcode());
  }

  @Test
  void whatIsReadIsCountedAsDingTalkCountsIt() throws Exception {
    sandbox.company().put(SandboxDingTalkTest.instance("one"));
    sandbox.company().put(new Staff("u1", "张三", "E1", 7));
    client.get(Api.INSTANCE.path() + "?processInstanceId=one", token);
    client.old(Api.PERSON, token, "{\"userid\":\"u1\"}");
    sandbox.switches().throttle(Api.INSTANCE.path(), 1);
    assertEquals(
        "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi",
        client.get(Api.INSTANCE.path() + "?processInstanceId=one", token).code());
    attendance("2026-05-18", "2026-05-24", 0, 1);
    assertEquals(2, sandbox.calls().counted());
    assertEquals(
        "oauth2/accessToken 1, workflow/processInstances* 2, user/get 1, attendance/list* 1",
        sandbox.calls().inWords());
    assertEquals(2, sandbox.calls().of(Api.INSTANCE.path()));
  }
}
