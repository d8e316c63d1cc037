package io.dingledger.dingtalk;

import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import java.net.URI;
import java.util.Set;

/** Apps for tests. */
public final class Apps {
  public static final String CORP = "ding0123456789abcdef35c2f4657eb6378f";
  public static final String CLIENT = "dingabc123def456ghi7";

  private Apps() {}

  public static DingTalkApp internal() {
    return withCallback("tokenAbc123", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", CLIENT);
  }

  public static DingTalkApp withCallback(String token, String aesKey, String ownerKey) {
    return app("acme", "secret-of-acme", token, aesKey, ownerKey, "https://api.example.test");
  }

  public static DingTalkApp at(String base) {
    return at(base, "acme", "secret-of-acme");
  }

  public static DingTalkApp at(String base, String tenant, String secret) {
    return app(
        tenant, secret, "tokenAbc123", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", CLIENT, base);
  }

  private static DingTalkApp app(
      String tenant, String secret, String token, String aesKey, String ownerKey, String base) {
    return new DingTalkApp(
        Tenant.verified(tenant),
        "callback-key",
        CORP,
        CLIENT,
        Secret.of(secret),
        Secret.of(token),
        Secret.of(aesKey),
        Set.of(ownerKey),
        URI.create(base),
        URI.create(base));
  }
}
