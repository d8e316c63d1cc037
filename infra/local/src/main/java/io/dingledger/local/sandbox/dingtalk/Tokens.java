package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dingledger.local.http.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The access tokens that the sandbox gives. A company's own app gets the same one as long as it is
 * valid (API0033); a third-party app gets a new one each time, for a company that has authorised it
 * and with the ticket that was pushed last (API0038).
 */
final class Tokens {
  private static final int SECONDS = 7200;

  private final SandboxApp app;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final Map<String, SandboxSuite> suites = new ConcurrentHashMap<>();
  private final Map<String, String> tickets = new ConcurrentHashMap<>();
  private final Set<String> authorised = ConcurrentHashMap.newKeySet();

  /**
   * What a token opens.
   *
   * @param corpId whose data
   * @param thirdParty whether a third-party app holds it
   */
  record Grant(String corpId, boolean thirdParty) {}

  Tokens(SandboxApp app) {
    this.app = app;
  }

  void add(SandboxSuite suite) {
    suites.put(suite.suiteKey(), suite);
  }

  void ticket(SandboxSuite suite, String ticket) {
    tickets.put(suite.suiteKey(), ticket);
  }

  void authorise(SandboxSuite suite, String corpId) {
    authorised.add(suite.suiteKey() + " " + corpId);
  }

  /** Ends an authorisation; the tokens given for it end with it. */
  void relieve(SandboxSuite suite, String corpId) {
    authorised.remove(suite.suiteKey() + " " + corpId);
    grants.values().remove(new Grant(corpId, true));
  }

  /** Makes all tokens given so far invalid. */
  void expire() {
    grants.clear();
  }

  Optional<Grant> of(String token) {
    return Optional.ofNullable(grants.get(token));
  }

  /** The answer of {@link Api#ACCESS_TOKEN}. */
  synchronized Reply ofApp(JsonNode body) {
    boolean known =
        body.path("appKey").asText().equals(app.clientId())
            && body.path("appSecret").asText().equals(app.clientSecret());
    if (!known) {
      return Answers.refused(400, "invalidClientIdOrSecret", "无效的clientId或者clientSecret");
    }
    Grant grant = new Grant(app.corpId(), false);
    return grants.entrySet().stream()
        .filter(each -> each.getValue().equals(grant))
        .findFirst()
        .map(each -> told(each.getKey()))
        .orElseGet(() -> given(grant));
  }

  /** The answer of {@link Api#CORP_ACCESS_TOKEN}. */
  Reply ofSuite(JsonNode body) {
    String key = body.path("suiteKey").asText();
    String corpId = body.path("authCorpId").asText();
    SandboxSuite suite = suites.get(key);
    if (suite == null || !suite.suiteSecret().equals(body.path("suiteSecret").asText())) {
      return Answers.refused(400, "invalidSuiteKey", "无效的suiteKey或者suiteSecret");
    }
    if (!body.path("suiteTicket").asText().equals(tickets.get(key))) {
      return Answers.refused(400, "invalidSuiteTicket", "无效的suiteTicket");
    }
    if (!authorised.contains(key + " " + corpId)) {
      return Answers.refused(400, "invalidAuthInfo", "企业未授权该应用");
    }
    return given(new Grant(corpId, true));
  }

  private Reply given(Grant grant) {
    String token = UUID.randomUUID().toString().replace("-", "");
    grants.put(token, grant);
    return told(token);
  }

  private static Reply told(String token) {
    return Answers.ok(
        JsonNodeFactory.instance.objectNode().put("accessToken", token).put("expireIn", SECONDS));
  }
}
