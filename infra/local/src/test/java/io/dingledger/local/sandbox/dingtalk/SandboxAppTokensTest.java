package io.dingledger.local.sandbox.dingtalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.sandbox.dingtalk.SandboxClient.Answer;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Third-party apps get tokens of their own kind, and are told less. */
class SandboxAppTokensTest {
  static final SandboxSuite SUITE =
      new SandboxSuite(
          "25300001",
          "suitekey1",
          "suite-secret",
          "token456",
          "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
  private static final String CORP = "dingcorp2";

  private SandboxDingTalk sandbox;
  private SandboxClient client;

  @BeforeEach
  void start() {
    sandbox = SandboxDingTalk.start(SandboxDingTalkTest.APP, 0);
    client = new SandboxClient(sandbox);
    sandbox.offer(SUITE);
    sandbox.ticket(SUITE, "ticket-1");
    sandbox.authorise(SUITE, CORP);
    Company company = sandbox.company(CORP);
    company.put(new Unit(1, "二号公司", "", 0));
    company.put(new Staff("u9", "周九", "E0009", 1));
    company.joined("u9", LocalDate.of(2024, 5, 6), LocalDate.of(2010, 7, 1));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Answer token(String secret, String ticket, String corpId) throws Exception {
    return client.post(
        Api.CORP_ACCESS_TOKEN.path(),
        "",
        """
        {"suiteKey":"suitekey1","suiteSecret":"%s","authCorpId":"%s","suiteTicket":"%s"}
        """
            .formatted(secret, corpId, ticket));
  }

  private String token() throws Exception {
    return token("suite-secret", "ticket-1", CORP).json().path("accessToken").asText();
  }

  @Test
  void everyCallGivesANewTokenAndTheOlderOneKeepsWorking() throws Exception {
    String first = token();
    String second = token();
    assertNotEquals(first, second);
    for (String token : new String[] {first, second}) {
      assertEquals(0, client.old(Api.PERSON, token, "{\"userid\":\"u9\"}").errcode());
    }
  }

  @Test
  void aWrongSecretAnOldTicketOrAnUnauthorisedCompanyGetsNone() throws Exception {
    assertEquals("invalidSuiteKey", token("wrong", "ticket-1", CORP).code());
    assertEquals("invalidAuthInfo", token("suite-secret", "ticket-1", "dingcorp3").code());
    sandbox.ticket(SUITE, "ticket-2");
    assertEquals("invalidSuiteTicket", token("suite-secret", "ticket-1", CORP).code());
    assertEquals(200, token("suite-secret", "ticket-2", CORP).status());
  }

  @Test
  void aWithdrawnAuthorisationEndsItsTokens() throws Exception {
    String token = token();
    sandbox.relieve(SUITE, CORP);
    assertEquals("40014", client.old(Api.PERSON, token, "{\"userid\":\"u9\"}").subCode());
    assertEquals("invalidAuthInfo", token("suite-secret", "ticket-1", CORP).code());
  }

  @Test
  void oneCompanysTokenShowsNothingOfAnother() throws Exception {
    sandbox.company().put(SandboxDingTalkTest.instance("one"));
    String path = Api.INSTANCE.path() + "?processInstanceId=one";
    assertEquals("processInstanceNotExist", client.get(path, token()).code());
    assertEquals(200, client.get(path, client.token()).status());
  }

  @Test
  void aThirdPartyIsNotToldHireDatesAndMayNotListInstances() throws Exception {
    String token = token();
    assertTrue(
        client
            .old(Api.PERSON, token, "{\"userid\":\"u9\"}")
            .result()
            .path("hired_date")
            .isMissingNode());
    Answer refused = client.post(Api.INSTANCE_IDS.path(), token, "{}");
    assertEquals(403, refused.status());
    assertEquals("Forbidden.AccessDenied.AccessTokenPermissionDenied", refused.code());
    assertEquals(
        Api.INSTANCE_IDS.scope(),
        refused.json().path("accessdenieddetail").path("requiredScopes").path(0).asText());
  }
}
