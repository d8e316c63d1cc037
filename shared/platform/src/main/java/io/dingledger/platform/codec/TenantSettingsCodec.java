package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.secret.SecretBox;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tenant's settings. Credentials, the callback key among them, are written sealed only, each
 * under its own name; both directions throw what the {@link SecretBox} throws.
 */
public final class TenantSettingsCodec implements JsonCodec<TenantSettings> {
  private static final String CLIENT_SECRET = "clientSecret";
  private static final String CLIENT_SECRET_NAME = "dingtalk.clientSecret";

  private final SecretBox box;
  private final SealedCallback callbacks;
  private final SealedInbound inbound;

  /** A codec that seals and opens with this box. */
  public TenantSettingsCodec(SecretBox box) {
    this.box = box;
    this.callbacks = new SealedCallback(box, "dingtalk.");
    this.inbound = new SealedInbound(box);
  }

  @Override
  public ObjectNode toJson(TenantSettings settings) {
    Tenant tenant = settings.tenant();
    ObjectNode json =
        Json.object()
            .put("tenant", tenant.id())
            .put("name", settings.name())
            .put("zone", settings.zone().getId())
            .put("monthlyCalls", settings.monthlyCalls())
            .put("active", settings.standing().isAuthorised())
            .put("standsSince", settings.standing().since().toString());
    settings.standing().suspension().ifPresent(stop -> json.set("suspended", suspension(stop)));
    json.set("app", app(tenant, settings.app()));
    settings
        .callback()
        .ifPresent(callback -> json.set("callback", callbacks.toJson(tenant, callback)));
    settings.ledger().ifPresent(ledger -> json.set("ledger", ledger(tenant, ledger)));
    settings.inbound().ifPresent(ways -> json.set("inbound", inbound.toJson(tenant, ways)));
    return json;
  }

  @Override
  public TenantSettings fromJson(JsonNode json) {
    Tenant tenant = Tenant.verified(Json.text(json, "tenant"));
    return new TenantSettings(
        tenant,
        Json.text(json, "name"),
        ZoneId.of(Json.text(json, "zone")),
        app(tenant, json.path("app")),
        Json.optional(json, "callback", owner -> callbacks.fromJson(tenant, owner.get("callback"))),
        Json.optional(json, "ledger", owner -> ledger(tenant, owner.get("ledger"))),
        Math.toIntExact(Json.whole(json, "monthlyCalls")),
        new Standing(
            json.path("active").asBoolean(),
            Json.instant(json, "standsSince"),
            Json.optional(json, "suspended", owner -> suspension(owner.get("suspended")))),
        Json.optional(json, "inbound", owner -> inbound.fromJson(tenant, owner.get("inbound"))));
  }

  private static ObjectNode suspension(Standing.Suspension stop) {
    return Json.object()
        .put("by", stop.by())
        .put("at", stop.at().toString())
        .put("why", stop.why());
  }

  private static Standing.Suspension suspension(JsonNode json) {
    return new Standing.Suspension(
        Json.text(json, "by"), Json.instant(json, "at"), Json.text(json, "why"));
  }

  private ObjectNode app(Tenant tenant, DingTalkApp app) {
    ObjectNode json = Json.object().put("corpId", app.corpId());
    switch (app.access()) {
      case DingTalkApp.Internal(String clientId, Secret clientSecret, String agentId) -> {
        json.put("clientId", clientId).put("agentId", agentId);
        json.put(CLIENT_SECRET, box.seal(tenant, CLIENT_SECRET_NAME, clientSecret));
      }
      case DingTalkApp.ThirdParty(String suiteId) -> json.put("suiteId", suiteId);
    }
    return json.put("apiBase", app.apiBase().toString())
        .put("oldApiBase", app.oldApiBase().toString());
  }

  private DingTalkApp app(Tenant tenant, JsonNode json) {
    return new DingTalkApp(
        tenant,
        Json.text(json, "corpId"),
        json.has("suiteId")
            ? new DingTalkApp.ThirdParty(Json.text(json, "suiteId"))
            : new DingTalkApp.Internal(
                Json.text(json, "clientId"),
                box.open(tenant, CLIENT_SECRET_NAME, Json.text(json, CLIENT_SECRET)),
                Json.text(json, "agentId")),
        URI.create(Json.text(json, "apiBase")),
        URI.create(Json.text(json, "oldApiBase")));
  }

  private ObjectNode ledger(Tenant tenant, LedgerConnection ledger) {
    ObjectNode json = Json.object().put("type", ledger.type());
    Json.putMap(json, "settings", ledger.settings());
    Map<String, String> hidden = new TreeMap<>();
    ledger
        .secrets()
        .forEach((name, secret) -> hidden.put(name, box.seal(tenant, ledgerName(name), secret)));
    Json.putMap(json, "secrets", hidden);
    return json.put("settlingTime", ledger.settlingTime().toString());
  }

  private LedgerConnection ledger(Tenant tenant, JsonNode json) {
    Map<String, Secret> secrets = new HashMap<>();
    Json.map(json, "secrets")
        .forEach((name, hidden) -> secrets.put(name, box.open(tenant, ledgerName(name), hidden)));
    return new LedgerConnection(
        tenant,
        Json.text(json, "type"),
        Json.map(json, "settings"),
        secrets,
        Duration.parse(Json.text(json, "settlingTime")));
  }

  private static String ledgerName(String name) {
    return "ledger." + name;
  }
}
