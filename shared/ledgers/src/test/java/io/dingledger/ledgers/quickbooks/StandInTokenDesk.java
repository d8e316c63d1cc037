package io.dingledger.ledgers.quickbooks;

import io.dingledger.ledgers.conformance.StandInServer;
import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The stand-in's token endpoint. Each refresh gives a new refresh token; the one before it works
 * until the new one was used, which is what saves who lost an answer.
 */
final class StandInTokenDesk {
  static final String CLIENT = "ABdemoclient";
  static final String SECRET = "demo-client-secret";
  static final String FIRST_REFRESH = "RT1-demo-first";

  private final Clock clock;
  private final Map<String, Instant> access = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();
  private String current = FIRST_REFRESH;
  private String previous = "";
  private boolean withdrawn;
  private long hardEnd;
  private int given;
  private int requests;

  StandInTokenDesk(Clock clock) {
    this.clock = clock;
  }

  /** Ends all access tokens at once. */
  synchronized void forgetAccess() {
    access.clear();
  }

  /** A person takes the consent back. */
  synchronized void withdraw() {
    withdrawn = true;
    access.clear();
  }

  /** A person consents and comes back with this code. */
  synchronized String consented(String redirect) {
    String code = "code-" + codes.size();
    codes.put(code, redirect);
    return code;
  }

  /** Answers tell the final end of the authorisation from now on. */
  synchronized void tellsHardEnd(Duration left) {
    hardEnd = left.toSeconds();
  }

  synchronized int requests() {
    return requests;
  }

  synchronized String currentRefresh() {
    return current;
  }

  synchronized boolean accepts(String authorization) {
    Instant end = access.get(authorization.replaceFirst("^Bearer ", ""));
    return end != null && clock.instant().isBefore(end);
  }

  synchronized Reply answer(Call call) {
    requests++;
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    if (!expected.equals(call.headers().get("authorization"))) {
      return Reply.json(401, "{\"error\":\"invalid_client\"}");
    }
    Map<String, String> form = StandInServer.fields(call.body());
    return switch (form.getOrDefault("grant_type", "")) {
      case "refresh_token" -> refreshed(form.getOrDefault("refresh_token", ""));
      case "authorization_code" -> exchanged(form);
      default -> Reply.json(400, "{\"error\":\"unsupported_grant_type\"}");
    };
  }

  private Reply exchanged(Map<String, String> form) {
    String redirect = codes.remove(form.getOrDefault("code", ""));
    if (redirect == null || !redirect.equals(form.get("redirect_uri"))) {
      return invalidGrant();
    }
    withdrawn = false;
    return issued();
  }

  private Reply refreshed(String token) {
    if (withdrawn || token.isEmpty() || !(token.equals(current) || token.equals(previous))) {
      return invalidGrant();
    }
    previous = token;
    return issued();
  }

  private Reply issued() {
    given++;
    current = "RT1-demo-" + given;
    String token = "AT-demo-" + given;
    access.put(token, clock.instant().plusSeconds(3600));
    String hard = hardEnd == 0 ? "" : ",\"x_refresh_token_hard_expires_in\":" + hardEnd;
    return Reply.json(
        """
        {"token_type":"bearer","access_token":"%s","expires_in":3600,"refresh_token":"%s",\
        "x_refresh_token_expires_in":8726400%s}"""
            .formatted(token, current, hard));
  }

  private static Reply invalidGrant() {
    return Reply.json(
        400, "{\"error_description\":\"Incorrect Token type\",\"error\":\"invalid_grant\"}");
  }
}
