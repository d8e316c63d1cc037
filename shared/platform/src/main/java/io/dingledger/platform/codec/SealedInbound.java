package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.secret.SecretBox;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The ways in for documents of other systems: every secret sealed under a name of its own. */
final class SealedInbound {
  private static final String PREFIX = "inbound.";
  private static final String KEY = "key";
  private static final String SECRETS = "secrets";
  private static final String HOSE = "hose";
  private static final String APP_SECURITY = "appSecurity";
  private static final String SIGN_KEY = "signKey";

  private final SecretBox box;

  SealedInbound(SecretBox box) {
    this.box = box;
  }

  ObjectNode toJson(Tenant tenant, InboundSettings inbound) {
    ObjectNode json = Json.object();
    json.put(KEY, seal(tenant, KEY, Secret.of(inbound.key())));
    List<String> sealed = new ArrayList<>();
    for (Secret secret : inbound.secrets()) {
      sealed.add(seal(tenant, SECRETS + sealed.size(), secret));
    }
    Json.putTexts(json, SECRETS, sealed);
    inbound.hose().ifPresent(hose -> json.set(HOSE, hose(tenant, hose)));
    return json;
  }

  InboundSettings fromJson(Tenant tenant, JsonNode json) {
    List<Secret> secrets = new ArrayList<>();
    for (String sealed : Json.texts(json, SECRETS)) {
      secrets.add(open(tenant, SECRETS + secrets.size(), sealed));
    }
    return new InboundSettings(
        open(tenant, KEY, Json.text(json, KEY)).reveal(),
        secrets,
        Json.optional(json, HOSE, owner -> hose(tenant, owner.get(HOSE))));
  }

  private ObjectNode hose(Tenant tenant, HoseSettings hose) {
    ObjectNode json =
        Json.object()
            .put("base", hose.base().toString())
            .put("corpId", hose.corpId())
            .put("appKey", hose.appKey())
            .put(APP_SECURITY, seal(tenant, APP_SECURITY, hose.appSecurity()))
            .put(SIGN_KEY, seal(tenant, SIGN_KEY, hose.signKey()))
            .put("category", hose.category().name())
            .put("form", hose.form())
            .put("writesBack", hose.writesBack());
    Json.putTexts(json, "states", hose.states().stream().sorted().toList());
    return json;
  }

  private HoseSettings hose(Tenant tenant, JsonNode json) {
    return new HoseSettings(
        URI.create(Json.text(json, "base")),
        Json.text(json, "corpId"),
        Json.text(json, "appKey"),
        open(tenant, APP_SECURITY, Json.text(json, APP_SECURITY)),
        open(tenant, SIGN_KEY, Json.text(json, SIGN_KEY)),
        Set.copyOf(Json.texts(json, "states")),
        HoseSettings.Category.valueOf(Json.text(json, "category")),
        Json.text(json, "form"),
        Json.yesOrNo(json, "writesBack"));
  }

  private String seal(Tenant tenant, String name, Secret secret) {
    return box.seal(tenant, PREFIX + name, secret);
  }

  private Secret open(Tenant tenant, String name, String sealed) {
    return box.open(tenant, PREFIX + name, sealed);
  }
}
