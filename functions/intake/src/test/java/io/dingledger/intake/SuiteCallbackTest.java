package io.dingledger.intake;

import static io.dingledger.intake.IntakeFixture.SUITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.dingtalk.callback.CallbackRefusal;
import io.dingledger.intake.IntakeFixture.Callback;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.TranslateWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Callbacks of a third-party app: one address for many companies. */
class SuiteCallbackTest {
  private static final long T = 1_774_900_000_000L;
  private static final Tenant DING_A = SUITE.tenantOf("ding-a");
  private static final Tenant DING_B = SUITE.tenantOf("ding-b");
  private static final String ROW =
      "{\"id\":%d,\"gmt_create\":%d,\"gmt_modified\":%d,\"biz_type\":%d,\"biz_id\":\"%s\","
          + "\"corp_id\":\"%s\",\"subscribe_id\":\"25300001_0\",\"biz_data\":%s}";

  private final IntakeFixture fixture = new IntakeFixture();

  private static String row(int type, String bizId, String corp, long at, String data) {
    return ROW.formatted(7, at, at, type, bizId, corp, data);
  }

  private static String ticket(String ticket, long at) {
    return row(
        2,
        "25300001",
        "",
        at,
        "{\"syncAction\":\"suite_ticket\",\"suiteTicket\":\"" + ticket + "\"}");
  }

  private static String authorised(String corp, long at) {
    return row(
        4,
        "25300001",
        corp,
        at,
        "{\"syncAction\":\"org_suite_auth\",\"auth_corp_info\":{\"corpid\":\""
            + corp
            + "\",\"corp_name\":\"甲公司\"}}");
  }

  private static String relieved(String corp, long at) {
    return row(4, "25300001", corp, at, "{\"syncAction\":\"org_suite_relieve\"}");
  }

  private static String finished(String instance, String corp) {
    return row(
        245,
        instance,
        corp,
        T,
        "{\"syncAction\":\"workflow_instance_change_broadcast\",\"processInstanceId\":\""
            + instance
            + "\",\"type\":\"finsh\",\"result\":\"agree\",\"processCode\":\"PROC-1\"}");
  }

  private Intake.Outcome receive(Intake intake, String... rows) {
    String push =
        "{\"EventType\":\"SYNC_HTTP_PUSH_HIGH\",\"bizData\":[" + String.join(",", rows) + "]}";
    Callback callback = IntakeFixture.suiteCallback(push);
    return intake.receive(IntakeFixture.SUITE_KEY, callback.query(), callback.body());
  }

  private void accepted(String... rows) {
    Intake.Outcome.Accepted accepted =
        assertInstanceOf(Intake.Outcome.Accepted.class, receive(fixture.intake, rows));
    assertEquals("success", Answers.opened(SUITE.callback(), accepted.body()), "one for all");
  }

  private Optional<Standing> standing(Tenant tenant) {
    return fixture.tenants.find(tenant).map(TenantSettings::standing);
  }

  private List<SourceEvent> queued() {
    return fixture.events.drain().stream()
        .map(work -> ((TranslateWork.Happened) work).event())
        .toList();
  }

  @Nested
  class ATicket {
    @Test
    void isKept() {
      accepted(ticket("t-1", T));
      assertEquals(Optional.of(Secret.of("t-1")), fixture.suites.ticket(SUITE.id()));
    }

    @Test
    void thatIsNewestIsKeptWhateverTheOrder() {
      accepted(ticket("t-2", T + 2), ticket("t-1", T + 1));
      assertEquals(Optional.of(Secret.of("t-2")), fixture.suites.ticket(SUITE.id()));
    }
  }

  @Nested
  class ACompany {
    @Test
    void thatAuthorisesTheAppIsATenant() {
      accepted(authorised("ding-a", T));
      TenantSettings settings = fixture.tenants.find(DING_A).orElseThrow();
      assertEquals("甲公司", settings.name());
      assertEquals(new Standing(true, Instant.ofEpochMilli(T)), settings.standing());
      assertTrue(settings.app().isThirdParty());
    }

    @Test
    void thatTakesItBackIsSuspended() {
      accepted(authorised("ding-a", T));
      accepted(relieved("ding-a", T + 1));
      assertFalse(standing(DING_A).orElseThrow().isActive());
    }

    @Test
    void isWhatWasSaidLastWhateverTheOrder() {
      accepted(relieved("ding-a", T + 5), authorised("ding-a", T + 9), relieved("ding-a", T + 1));
      assertTrue(standing(DING_A).orElseThrow().isActive());
      accepted(authorised("ding-a", T + 2));
      assertEquals(Instant.ofEpochMilli(T + 9), standing(DING_A).orElseThrow().since());
    }
  }

  @Test
  void eachRowGoesItsOwnWay() {
    accepted(
        ticket("t-1", T),
        authorised("ding-a", T),
        finished("p-1", "ding-a"),
        "\"no row at all\"",
        finished("p-2", "ding-b"));
    assertEquals(Optional.of(Secret.of("t-1")), fixture.suites.ticket(SUITE.id()));
    assertTrue(standing(DING_A).isPresent());
    assertEquals(Optional.empty(), standing(DING_B), "its event waits for its authorisation");
    List<SourceEvent> events = queued();
    assertEquals(List.of(DING_A, DING_B), events.stream().map(SourceEvent::tenant).toList());
    assertEquals(
        List.of("p-1", "p-2"),
        events.stream()
            .map(event -> ((EventSubject.Approval) event.subject()).instanceId())
            .toList());
    assertEquals(1, fixture.quarantine.count());
  }

  @Test
  void aUrlCheckIsAnsweredAndKeepsNothing() {
    Callback check =
        IntakeFixture.suiteCallback("{\"EventType\":\"check_create_suite_url\",\"Random\":\"x\"}");
    Intake.Outcome outcome =
        fixture.intake.receive(IntakeFixture.SUITE_KEY, check.query(), check.body());
    assertInstanceOf(Intake.Outcome.Accepted.class, outcome);
    assertEquals(0, fixture.events.size());
  }

  @Test
  void aForgeryKeepsNothing() {
    Callback forged = IntakeFixture.suiteCallback("{}").with("msg_signature", "0".repeat(40));
    assertEquals(
        new Intake.Outcome.NotAccepted(CallbackRefusal.SIGNATURE),
        fixture.intake.receive(IntakeFixture.SUITE_KEY, forged.query(), forged.body()));
  }

  @Test
  void whatCanNotBeQueuedIsAskedForAgainAndTheRestIsKeptAllTheSame() {
    Intake deaf = fixture.intakeInto(IntakeFixture.DEAD_QUEUE);
    Intake.Outcome outcome =
        receive(deaf, finished("p-1", "ding-a"), ticket("t-1", T), authorised("ding-a", T));
    assertInstanceOf(Intake.Outcome.Unavailable.class, outcome);
    assertEquals(Optional.of(Secret.of("t-1")), fixture.suites.ticket(SUITE.id()));
    assertTrue(standing(DING_A).isPresent());
  }

  @Test
  void theOwnAppOfASuspendedTenantIsListenedToAsEver() {
    fixture.tenants.put(
        fixture.settings.withStanding(new Standing(false, Instant.ofEpochMilli(T))));
    Callback callback =
        fixture.callback(
            "{\"EventType\":\"bpms_instance_change\",\"eventId\":\"e-1\",\"type\":\"finish\","
                + "\"result\":\"agree\",\"processInstanceId\":\"p-1\"}");
    assertInstanceOf(
        Intake.Outcome.Accepted.class,
        fixture.intake.receive(IntakeFixture.KEY, callback.query(), callback.body()));
    assertEquals(1, queued().size());
  }
}
