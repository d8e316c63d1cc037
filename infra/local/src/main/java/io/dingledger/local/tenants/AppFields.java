package io.dingledger.local.tenants;

import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The texts below {@code dingtalk} for an app of the company's own, not yet trusted. */
record AppFields(Map<String, String> texts, Set<String> ownerKeys) {
  static AppFields of(Fields fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("callbackKey", fields.kept("callbackKey", Rule.CALLBACK_KEY));
    texts.put("corpId", fields.required("corpId", Rule.IDENTIFIER));
    texts.put("clientId", fields.required("clientId", Rule.IDENTIFIER));
    texts.put("clientSecret", fields.secret("clientSecret", Rule.SECRET));
    texts.put("token", fields.secret("token", Rule.TOKEN));
    texts.put("aesKey", fields.secret("aesKey", Rule.AES_KEY));
    texts.put("apiBase", fields.optional("apiBase", Rule.BASE).orElse("https://api.dingtalk.com"));
    texts.put(
        "oldApiBase", fields.optional("oldApiBase", Rule.BASE).orElse("https://oapi.dingtalk.com"));
    texts.put(
        "monthlyCalls",
        fields
            .optional("monthlyCalls", Rule.COUNT)
            .orElse(String.valueOf(TenantSettings.STANDARD_MONTHLY_CALLS)));
    texts.put("agentId", fields.optional("agentId", Rule.AGENT).orElse(""));
    return new AppFields(texts, fields.texts("ownerKeys", Rule.IDENTIFIER));
  }

  /** The callback key, empty when it can't be one. */
  String usableCallbackKey() {
    String key = texts.get("callbackKey");
    return Rule.CALLBACK_KEY.accepts(key) ? key : "";
  }

  DingTalkApp appOf(Tenant tenant) {
    return new DingTalkApp(
        tenant,
        texts.get("corpId"),
        new DingTalkApp.Internal(
            texts.get("clientId"), Secret.of(texts.get("clientSecret")), texts.get("agentId")),
        URI.create(texts.get("apiBase")),
        URI.create(texts.get("oldApiBase")));
  }

  int monthlyCalls() {
    return Integer.parseInt(texts.get("monthlyCalls"));
  }

  CallbackSettings callback() {
    return new CallbackSettings(
        texts.get("callbackKey"),
        Secret.of(texts.get("token")),
        Secret.of(texts.get("aesKey")),
        ownerKeys.isEmpty() ? Set.of(texts.get("clientId"), texts.get("corpId")) : ownerKeys);
  }

  @Override
  public String toString() {
    return "AppFields[***]";
  }
}
