package io.dingledger.dingtalk;

import io.dingledger.model.tenant.CallbackSettings;
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
    return at("https://api.example.test");
  }

  public static CallbackSettings callback() {
    return callback("tokenAbc123", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", CLIENT);
  }

  public static CallbackSettings callback(String token, String aesKey, String ownerKey) {
    return new CallbackSettings(
        "callback-key", Secret.of(token), Secret.of(aesKey), Set.of(ownerKey));
  }

  public static DingTalkApp at(String base) {
    return at(base, "acme", "secret-of-acme");
  }

  public static DingTalkApp at(String base, String tenant, String secret) {
    return new DingTalkApp(
        Tenant.verified(tenant),
        CORP,
        new DingTalkApp.Internal(CLIENT, Secret.of(secret)),
        URI.create(base),
        URI.create(base));
  }
}
