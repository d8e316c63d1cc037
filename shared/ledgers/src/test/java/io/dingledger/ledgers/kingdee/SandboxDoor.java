package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import io.dingledger.ledgers.kingdee.SandboxReplies.Refused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Lets in who can prove who he is: by session cookies or by signed headers. */
final class SandboxDoor {
  private static final String MASK = "0054f397c6234378b09ca7d3e5debce7";
  private static final int BAD_LOGINS_BEFORE_LOCK = 5;

  private record Session(String platformId, Instant usedAt) {}

  private final SandboxSetup.Door setup;
  private final Clock clock;
  private final Map<String, Session> sessions = new HashMap<>();
  private final Set<String> givenOut = new HashSet<>();
  private int badLogins;

  SandboxDoor(SandboxSetup.Door setup, Clock clock) {
    this.setup = setup;
    this.clock = clock;
  }

  synchronized void forgetSessions() {
    sessions.clear();
  }

  /** The ids of all sessions that there ever were, both cookies of each. */
  synchronized Set<String> givenOut() {
    return Set.copyOf(givenOut);
  }

  /** Answers a log-in; a good one adds its cookies to the headers. */
  synchronized JsonNode login(String service, JsonNode body, Headers answer) throws Refused {
    boolean good =
        badLogins < BAD_LOGINS_BEFORE_LOCK
            && switch (service) {
              case "LoginBySign" -> isSigned(body.path("parameters"));
              case "LoginByAppSecret" ->
                  isExactly(
                      values(body, "acctId", "username", "appId", "appSecret"),
                      setup.dataCentre(),
                      setup.userName(),
                      setup.appId(),
                      setup.appSecret());
              case "ValidateUser" ->
                  isExactly(
                      values(body, "acctID", "username", "password"),
                      setup.dataCentre(),
                      setup.userName(),
                      setup.password());
              default -> throw new Refused(8, "", "服务不存在：" + service);
            };
    badLogins = good ? 0 : badLogins + 1;
    return good ? welcomed(answer) : refused();
  }

  /** Whether a request carries a living session or good signatures. */
  synchronized boolean admits(Headers headers, String path) {
    return headers.containsKey("X-Kd-Signature")
        ? hasGoodSignatures(headers, path)
        : hasSession(headers);
  }

  private ObjectNode welcomed(Headers answer) {
    String session = UUID.randomUUID().toString();
    String platform = UUID.randomUUID().toString().replace("-", "");
    sessions.put(session, new Session(platform, clock.instant()));
    givenOut.addAll(List.of(session, platform));
    answer.add("Set-Cookie", "kdservice-sessionid=" + session + "; path=/");
    answer.add("Set-Cookie", "ASP.NET_SessionId=" + platform + "; path=/; HttpOnly; SameSite=Lax");
    ObjectNode reply = SandboxReplies.JSON.createObjectNode();
    reply.put("LoginResultType", 1).put("IsSuccessByAPI", true).put("KDSVCSessionId", session);
    return reply;
  }

  private ObjectNode refused() {
    ObjectNode reply = SandboxReplies.JSON.createObjectNode();
    boolean locked = badLogins > BAD_LOGINS_BEFORE_LOCK;
    reply
        .put("LoginResultType", locked ? 0 : 2)
        .put("Message", locked ? "用户已被锁定" : "用户名或密码错误，用户：" + setup.userName())
        .put("MessageCode", "002005000003016")
        .put("IsSuccessByAPI", false);
    return reply;
  }

  private boolean isSigned(JsonNode parameters) {
    String timestamp = parameters.path(3).asText();
    List<String> sorted =
        new ArrayList<>(
            List.of(
                setup.dataCentre(), setup.userName(), setup.appId(), setup.appSecret(), timestamp));
    sorted.sort(null);
    return parameters.size() == 6
        && parameters.path(0).asText().equals(setup.dataCentre())
        && parameters.path(1).asText().equals(setup.userName())
        && parameters.path(2).asText().equals(setup.appId())
        && parameters.path(4).asText().equals(sha256(String.join("", sorted)));
  }

  private static List<String> values(JsonNode body, String... names) {
    List<String> values = new ArrayList<>();
    for (int place = 0; place < names.length; place++) {
      JsonNode positional = body.path("parameters").path(place);
      values.add(
          positional.isMissingNode() ? body.path(names[place]).asText() : positional.asText());
    }
    return values;
  }

  private static boolean isExactly(List<String> given, String... wanted) {
    return given.equals(List.of(wanted));
  }

  private boolean hasSession(Headers headers) {
    Map<String, String> cookies = new HashMap<>();
    for (String line : headers.getOrDefault("Cookie", List.of())) {
      for (String cookie : line.split(";")) {
        String[] sides = cookie.strip().split("=", 2);
        cookies.put(sides[0], sides.length == 2 ? sides[1] : "");
      }
    }
    String id = cookies.getOrDefault("kdservice-sessionid", "");
    Session session = sessions.get(id);
    if (session == null
        || !session.platformId().equals(cookies.get("ASP.NET_SessionId"))
        || session.usedAt().plus(setup.sessionLife()).isBefore(clock.instant())) {
      sessions.remove(id);
      return false;
    }
    sessions.put(id, new Session(session.platformId(), clock.instant()));
    return true;
  }

  private boolean hasGoodSignatures(Headers headers, String path) {
    String user = new String(decoded(headers.getFirst("X-Kd-Appdata")), StandardCharsets.UTF_8);
    String[] app = setup.appId().split("_", 2);
    String stamp = headers.getFirst("x-api-timestamp");
    String signed =
        "POST\n%s\n\nx-api-nonce:%s\nx-api-timestamp:%s\n"
            .formatted(
                URLEncoder.encode(path, StandardCharsets.UTF_8),
                headers.getFirst("x-api-nonce"),
                stamp);
    return user.startsWith(setup.dataCentre() + "," + setup.userName() + ",")
        && setup.appId().equals(headers.getFirst("X-Kd-Appkey"))
        && app[0].equals(headers.getFirst("X-Api-ClientID"))
        && "2.0".equals(headers.getFirst("X-Api-Auth-Version"))
        && "X-Api-TimeStamp,X-Api-Nonce".equals(headers.getFirst("x-api-signheaders"))
        && signature(setup.appId() + user, setup.appSecret())
            .equals(headers.getFirst("X-Kd-Signature"))
        && signature(signed, unmasked(app[1])).equals(headers.getFirst("X-Api-Signature"));
  }

  private static String unmasked(String encoded) {
    byte[] secret = decoded(encoded);
    byte[] mask = MASK.getBytes(StandardCharsets.US_ASCII);
    for (int place = 0; place < secret.length; place++) {
      secret[place] = (byte) (secret[place] ^ mask[place]);
    }
    return Base64.getEncoder().encodeToString(secret);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64 == null ? "" : base64);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static String signature(String text, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String hex = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      return Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
