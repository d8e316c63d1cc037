package io.dingledger.ledgers.chanjet;

import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import java.util.Map;
import java.util.Optional;

/**
 * The door of a stand-in for Chanjet's open platform: it knows one app and one organisation, gives
 * tokens, and lets through who has the newest one. A refresh ends the tokens before it at once, as
 * the real one's does. It shares no code with the adapters.
 */
public final class PlatformDoor {
  public static final String APP_KEY = "demo-app";
  public static final String APP_SECRET = "demo-secret";
  public static final String FIRST_REFRESH_TOKEN = "refresh-0";

  private static final String REFRESH = "/auth/v2/refreshToken";
  private static final int SIX_DAYS = 518_400;

  private String accessToken = "";
  private String refreshToken = FIRST_REFRESH_TOKEN;
  private int refreshes;
  private int authorizations;
  private boolean losesNextAnswer;

  /** The answer to whatever is no business of the ledger; empty when the call may enter. */
  public synchronized Optional<Reply> stops(Call call) {
    if (!call.headers().getOrDefault("appkey", "").equals(APP_KEY)) {
      return Optional.of(Reply.json(403, "{\"code\":\"50112\",\"message\":\"appKey不一致\"}"));
    }
    if (!call.headers().getOrDefault("appsecret", "").equals(APP_SECRET)) {
      return Optional.of(Reply.json(401, "{\"code\":\"50000\",\"message\":\"appSecret不正确\"}"));
    }
    if (call.path().equals(REFRESH)) {
      return Optional.of(refreshed(call));
    }
    boolean known = !accessToken.isEmpty() && accessToken.equals(call.headers().get("opentoken"));
    return known
        ? Optional.empty()
        : Optional.of(Reply.json(401, "{\"code\":\"50000\",\"message\":\"openToken不正确\"}"));
  }

  /** Ends the access token, as its expiry does; the refresh token stays. */
  public synchronized void expire() {
    accessToken = "";
  }

  /** Ends the authorisation, as its withdrawal does. */
  public synchronized void withdraw() {
    accessToken = "";
    refreshToken = "";
  }

  /** The next refresh happens, and its answer is an error of the server. */
  public synchronized void loseNextAnswer() {
    losesNextAnswer = true;
  }

  /**
   * Authorises once more, as a person can, and gives the token that the next refresh must name. A
   * refresh that is still under way names another and changes nothing.
   */
  public synchronized String authorizeAnew() {
    authorizations++;
    refreshToken = "authorization-" + authorizations;
    return refreshToken;
  }

  /** How many refreshes there were. */
  public synchronized int refreshes() {
    return refreshes;
  }

  /** The settings of a connection to a platform at this address. */
  public static Map<String, String> settings(String address) {
    return Map.of("serverUrl", address, "appKey", APP_KEY);
  }

  /** The secrets that go with them; they are invented. */
  public static Map<String, String> secrets() {
    return Map.of("appSecret", APP_SECRET, "refreshToken", FIRST_REFRESH_TOKEN);
  }

  private Reply refreshed(Call call) {
    boolean wellFormed =
        call.method().equals("GET")
            && "refresh_token".equals(call.query().get("grantType"))
            && call.query().containsKey("refreshToken");
    if (!wellFormed) {
      return Reply.json("{\"code\":\"4003\",\"message\":\"grantType不能为空\"}");
    }
    if (refreshToken.isEmpty() || !refreshToken.equals(call.query().get("refreshToken"))) {
      return Reply.json("{\"code\":\"4006\",\"message\":\"refreshToken无效\"}");
    }
    refreshes++;
    accessToken = "access-" + refreshes;
    refreshToken = "refresh-" + refreshes;
    if (losesNextAnswer) {
      losesNextAnswer = false;
      return new Reply(502, "text/html", "<html>Bad Gateway</html>", Map.of());
    }
    return Reply.json(
        """
        {"code":"200","message":"成功","result":{"access_token":"%s","expires_in":%d,
        "refresh_token":"%s","refresh_expires_in":1296000,"scope":"auth_all","user_id":"1",
        "org_id":"90001","app_name":"demo","sid":"s"}}"""
            .formatted(accessToken, SIX_DAYS, refreshToken));
  }
}
