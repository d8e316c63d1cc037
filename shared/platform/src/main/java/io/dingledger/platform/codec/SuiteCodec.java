package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.secret.SecretBox;
import java.net.URI;
import java.time.ZoneId;

/**
 * A third-party app of the operator. Credentials are written sealed only, each under its own name,
 * for an {@link #owner} that no company is; both directions throw what the {@link SecretBox}
 * throws.
 */
public final class SuiteCodec implements JsonCodec<Suite> {
  /** The name under which a suite's ticket is sealed. */
  private static final String OWNER = "suite ";

  public static final String TICKET = "suite.ticket";

  private static final String SECRET = "suiteSecret";
  private static final String SECRET_NAME = "suite.suiteSecret";

  private final SecretBox box;
  private final SealedCallback callbacks;

  /** A codec that seals and opens with this box. */
  public SuiteCodec(SecretBox box) {
    this.box = box;
    this.callbacks = new SealedCallback(box, "suite.");
  }

  /**
   * For whom a suite's credentials are sealed. They belong to the operator and to no tenant, but
   * what is sealed has one owner; the names, too, are others than those of tenants.
   *
   * @throws IllegalArgumentException when the id is longer than one of DingTalk's can be
   */
  public static Tenant owner(String suiteId) {
    return Tenant.verified(OWNER + suiteId);
  }

  /** Whether this is who seals the secrets of a suite, and no company. */
  public static boolean isOwner(Tenant tenant) {
    return tenant.id().startsWith(OWNER);
  }

  @Override
  public ObjectNode toJson(Suite suite) {
    Tenant owner = owner(suite.id());
    ObjectNode json =
        Json.object()
            .put("id", suite.id())
            .put("suiteKey", suite.suiteKey())
            .put(SECRET, box.seal(owner, SECRET_NAME, suite.suiteSecret()));
    json.set("callback", callbacks.toJson(owner, suite.callback()));
    return json.put("zone", suite.zone().getId())
        .put("apiBase", suite.apiBase().toString())
        .put("oldApiBase", suite.oldApiBase().toString());
  }

  @Override
  public Suite fromJson(JsonNode json) {
    String id = Json.text(json, "id");
    Tenant owner = owner(id);
    return new Suite(
        id,
        Json.text(json, "suiteKey"),
        box.open(owner, SECRET_NAME, Json.text(json, SECRET)),
        callbacks.fromJson(owner, json.path("callback")),
        ZoneId.of(Json.text(json, "zone")),
        URI.create(Json.text(json, "apiBase")),
        URI.create(Json.text(json, "oldApiBase")));
  }
}
