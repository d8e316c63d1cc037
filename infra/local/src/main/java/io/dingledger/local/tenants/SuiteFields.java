package io.dingledger.local.tenants;

import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Suite;
import java.net.URI;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The texts of an operator's file about a third-party app, not yet trusted. */
record SuiteFields(Map<String, String> texts, Set<String> ownerKeys) {
  static SuiteFields of(Fields fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("suite", fields.required("suite", Rule.SUITE));
    texts.put("suiteKey", fields.required("suiteKey", Rule.IDENTIFIER));
    texts.put("suiteSecret", fields.secret("suiteSecret", Rule.SECRET));
    texts.put("callbackKey", fields.kept("callbackKey", Rule.CALLBACK_KEY));
    texts.put("token", fields.secret("token", Rule.TOKEN));
    texts.put("aesKey", fields.secret("aesKey", Rule.AES_KEY));
    texts.put("zone", fields.optional("zone", Rule.ZONE).orElse("Asia/Shanghai"));
    texts.put("apiBase", fields.optional("apiBase", Rule.BASE).orElse("https://api.dingtalk.com"));
    texts.put(
        "oldApiBase", fields.optional("oldApiBase", Rule.BASE).orElse("https://oapi.dingtalk.com"));
    return new SuiteFields(texts, fields.texts("ownerKeys", Rule.IDENTIFIER));
  }

  /** The suite's id, empty when it can't be one. */
  String usableId() {
    return usable("suite", Rule.SUITE);
  }

  /** The callback key, empty when it can't be one. */
  String usableCallbackKey() {
    return usable("callbackKey", Rule.CALLBACK_KEY);
  }

  Suite suite() {
    return new Suite(
        texts.get("suite"),
        texts.get("suiteKey"),
        Secret.of(texts.get("suiteSecret")),
        new CallbackSettings(
            texts.get("callbackKey"),
            Secret.of(texts.get("token")),
            Secret.of(texts.get("aesKey")),
            ownerKeys.isEmpty() ? Set.of(texts.get("suiteKey")) : ownerKeys),
        ZoneId.of(texts.get("zone")),
        URI.create(texts.get("apiBase")),
        URI.create(texts.get("oldApiBase")));
  }

  private String usable(String name, Rule rule) {
    String text = texts.get(name);
    return rule.accepts(text) ? text : "";
  }

  @Override
  public String toString() {
    return "SuiteFields[***]";
  }
}
