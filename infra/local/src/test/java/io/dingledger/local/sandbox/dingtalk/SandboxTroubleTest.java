package io.dingledger.local.sandbox.dingtalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the real DingTalk does now and then. */
class SandboxTroubleTest {
  private static final String ONE = Api.INSTANCE.path() + "?processInstanceId=one";
  private static final String PERSON = "{\"userid\":\"u1\"}";

  private final MovingClock clock = new MovingClock();
  private SandboxDingTalk sandbox;
  private SandboxClient client;
  private String token;

  private static final class MovingClock extends Clock {
    private Instant now = Instant.parse("2026-06-01T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @BeforeEach
  void start() throws Exception {
    sandbox = SandboxDingTalk.start(SandboxDingTalkTest.APP, 0, clock);
    client = new SandboxClient(sandbox);
    token = client.token();
    sandbox.company().put(SandboxDingTalkTest.instance("one"));
    sandbox.company().put(new Staff("u1", "张三", "E1", 7));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aThrottledPathIsRefusedSoOftenInTheShapeOfItsApi() throws Exception {
    sandbox.switches().throttle(Api.INSTANCE.path(), 1);
    sandbox.switches().throttle(Api.PERSON.path(), 1);
    assertEquals(403, client.get(ONE, token).status());
    assertEquals("90018", client.old(Api.PERSON, token, PERSON).subCode());
    assertEquals(200, client.get(ONE, token).status());
    assertEquals(0, client.old(Api.PERSON, token, PERSON).errcode());
  }

  @Test
  void anExhaustedQuotaStopsWhatCountsAndNothingElse() throws Exception {
    sandbox.switches().exhaustQuota(true);
    assertEquals("Forbidden.AccessDenied.ApiCountLimitForOrg", client.get(ONE, token).code());
    assertEquals("90020", client.old(Api.ATTENDANCE, token, "{}").subCode());
    assertEquals(0, client.old(Api.PERSON, token, PERSON).errcode());
    sandbox.switches().exhaustQuota(false);
    assertEquals(200, client.get(ONE, token).status());
  }

  @Test
  void aWithdrawnPermissionNamesTheScope() throws Exception {
    sandbox.switches().withdraw(Api.INSTANCE, Api.PERSON);
    SandboxClient.Answer denied = client.get(ONE, token);
    assertEquals(403, denied.status());
    assertEquals("Forbidden.AccessDenied.AccessTokenPermissionDenied", denied.code());
    assertEquals(
        "Workflow.Instance.Read",
        denied.json().path("accessdenieddetail").path("requiredScopes").path(0).asText());
    assertEquals("60011", client.old(Api.PERSON, token, PERSON).subCode());
    sandbox.switches().restore(Api.INSTANCE, Api.PERSON);
    assertEquals(200, client.get(ONE, token).status());
  }

  @Test
  void aChangeIsAttachedToWhatItChangesAndNamesIt() throws Exception {
    sandbox.company().put(SandboxDingTalkTest.withdrawing("two", "one"));
    JsonNode one = client.get(ONE, token).result();
    assertEquals("two", one.path("attachedProcessInstanceIds").path(0).asText());
    assertEquals("NONE", one.path("bizAction").asText());
    JsonNode two = client.get(Api.INSTANCE.path() + "?processInstanceId=two", token).result();
    assertEquals("REVOKE", two.path("bizAction").asText());
    assertEquals("one", two.path("mainProcessInstanceId").asText());
  }

  @Test
  void aTripIsToldByItsOwnCall() throws Exception {
    ObjectNode trip = JsonNodeFactory.instance.objectNode().put("businessId", "2026");
    sandbox.company().putTrip("one", trip);
    String path = Api.TRIP.path() + "?processCorpId=dingcorp1&processInstanceId=";
    assertEquals("2026", client.get(path + "one", token).result().path("businessId").asText());
    assertEquals("processInstanceNotExist", client.get(path + "two", token).code());
  }

  @Test
  void whatWasGivenUpIsListedMinutesLaterAndOnlyUntilTheNextCall() throws Exception {
    sandbox.company().failedPushes().add(lost("one"));
    assertEquals(0, failed().path("failed_list").size());
    clock.now = clock.now.plus(Duration.ofMinutes(3));
    JsonNode row = failed().path("failed_list").path(0);
    assertEquals("bpms_instance_change", row.path("call_back_tag").asText());
    JsonNode inner = row.path("bpms_instance_change");
    assertEquals("dingcorp1", inner.path("corpid").asText());
    assertEquals("one", inner.path("bpmsCallBackData").path("processInstanceId").asText());
    assertTrue(inner.path("bpmsCallBackData").path("eventId").isMissingNode());
    assertEquals(0, failed().path("failed_list").size(), "the call before has cleared it");
  }

  @Test
  void twoHundredAreListedAtATime() throws Exception {
    sandbox.company().failedPushes().immediately(true);
    for (int number = 0; number < 201; number++) {
      sandbox.company().failedPushes().add(lost("i" + number));
    }
    JsonNode first = failed();
    assertEquals(200, first.path("failed_list").size());
    assertTrue(first.path("has_more").asBoolean());
    assertEquals(1, failed().path("failed_list").size());
    assertEquals(0, failed().path("failed_list").size());
  }

  private JsonNode failed() throws Exception {
    return client.old(Api.FAILED_PUSHES, token, "").json();
  }

  private ObjectNode lost(String instance) {
    return CallbackPusher.event(
        SandboxDingTalkTest.APP,
        clock,
        "bpms_instance_change",
        "event-" + instance,
        SandboxDingTalkTest.instance(instance).change("finish"));
  }
}
