package io.dingledger.ledgers.yonbip;

import io.dingledger.ledgers.conformance.StandInServer.Call;
import io.dingledger.ledgers.conformance.StandInServer.Reply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The stand-in's data centre look-up, its tokens and who may call what. */
final class StandInDoor {
  static final String TENANT = "demo0001";
  static final String APP_KEY = "demo-key";
  static final String APP_SECRET = "demo-secret";

  private static final Set<String> TOKEN_PATHS =
      Set.of(
          "/open-auth/selfAppAuth/base/v1/getAccessToken", "/open-auth/selfAppAuth/getAccessToken");

  private final Set<String> tokens = new HashSet<>();
  private final Set<String> notAuthorised = new HashSet<>();
  private int issued;
  private boolean nested;

  synchronized Reply addresses(Call call, String gateway, String authority) {
    if (!TENANT.equals(call.query().get("tenantId"))) {
      return Reply.json("{\"code\":\"500\",\"message\":\"根据租户id获取网关地址出现异常\"}");
    }
    return Reply.json(
        "{\"code\":\"00000\",\"message\":\"成功！\",\"data\":{\"gatewayUrl\":\"%s\",\"tokenUrl\":\"%s\"}}"
            .formatted(gateway, authority));
  }

  synchronized Reply token(Call call, String path) {
    Map<String, String> query = call.query();
    if (!TOKEN_PATHS.contains(path) || !call.method().equals("GET")) {
      return Reply.json(404, "{\"code\":\"310404\",\"message\":\"网关上没有注册此API\"}");
    }
    if (!APP_KEY.equals(query.get("appKey"))) {
      return Reply.json("{\"code\":\"10018\",\"message\":\"应用不存在或appKey已停用\"}");
    }
    String signed = "appKey" + APP_KEY + "timestamp" + query.get("timestamp");
    if (!signature(signed).equals(query.get("signature"))) {
      return Reply.json("{\"code\":\"10020\",\"message\":\"签名校验不通过\"}");
    }
    String token = "YT" + (++issued) + "+/=token";
    tokens.add(token);
    String data = "{\"access_token\":\"" + token + "\",\"expire\":7200}";
    return Reply.json(
        "{\"code\":\"00000\",\"message\":\"成功！\",\"data\":"
            + (nested ? "{\"data\":" + data + "}" : data)
            + "}");
  }

  /** The answer to a call that may not pass. */
  synchronized Optional<Reply> refused(Call call, String path) {
    String token = call.query().get("access_token");
    if (token == null) {
      return Optional.of(Reply.json("{\"code\":\"310001\",\"message\":\"access_token不能为空。\"}"));
    }
    if (!tokens.contains(token)) {
      return Optional.of(
          path.endsWith("accperiod")
              ? new Reply(200, "text/plain; charset=utf-8", "非法token", Map.of())
              : Reply.json("{\"code\":\"310036\",\"message\":\"非法token\"}"));
    }
    return notAuthorised.contains(path)
        ? Optional.of(Reply.json("{\"code\":\"310037\",\"message\":\"API未授权\"}"))
        : Optional.empty();
  }

  synchronized void forgetTokens() {
    tokens.clear();
  }

  synchronized void nestTokens() {
    nested = true;
  }

  synchronized void withdraw(String path) {
    notAuthorised.add(path);
  }

  synchronized int issued() {
    return issued;
  }

  private static String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
