package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.secret.SecretBox;
import java.util.Set;

/** How callbacks are verified: every part that is a secret sealed under a name of its own. */
final class SealedCallback {
  private static final String KEY = "callbackKey";
  private static final String TOKEN = "callbackToken";
  private static final String AES_KEY = "callbackAesKey";
  private static final String OWNERS = "ownerKeys";

  private final SecretBox box;
  private final String prefix;

  /** Names begin with this prefix, for tenants another one than for suites. */
  SealedCallback(SecretBox box, String prefix) {
    this.box = box;
    this.prefix = prefix;
  }

  ObjectNode toJson(Tenant owner, CallbackSettings callback) {
    ObjectNode json = Json.object();
    seal(json, owner, KEY, Secret.of(callback.key()));
    seal(json, owner, TOKEN, callback.token());
    seal(json, owner, AES_KEY, callback.aesKey());
    Json.putTexts(json, OWNERS, callback.ownerKeys().stream().sorted().toList());
    return json;
  }

  CallbackSettings fromJson(Tenant owner, JsonNode json) {
    return new CallbackSettings(
        open(json, owner, KEY).reveal(),
        open(json, owner, TOKEN),
        open(json, owner, AES_KEY),
        Set.copyOf(Json.texts(json, OWNERS)));
  }

  private void seal(ObjectNode json, Tenant owner, String name, Secret secret) {
    json.put(name, box.seal(owner, prefix + name, secret));
  }

  private Secret open(JsonNode json, Tenant owner, String name) {
    return box.open(owner, prefix + name, Json.text(json, name));
  }
}
