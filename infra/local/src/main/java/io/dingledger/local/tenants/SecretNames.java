package io.dingledger.local.tenants;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The names of credentials: people know them by their place in a tenant's file, storage by the name
 * that they are sealed under.
 */
final class SecretNames {
  private static final String LEDGER = "ledger.";
  private static final String LEDGER_SECRETS = "ledger.secrets.";
  private static final Map<String, String> STORED_BY_PLACE =
      Map.ofEntries(
          Map.entry("dingtalk.clientSecret", "dingtalk.clientSecret"),
          Map.entry("dingtalk.callbackKey", "dingtalk.callbackKey"),
          Map.entry("dingtalk.token", "dingtalk.callbackToken"),
          Map.entry("dingtalk.aesKey", "dingtalk.callbackAesKey"),
          Map.entry("inbound.key", "inbound.key"),
          Map.entry("inbound.secret", "inbound.secrets0"),
          Map.entry("inbound.secondSecret", "inbound.secrets1"),
          Map.entry("inbound.hose.appSecurity", "inbound.appSecurity"),
          Map.entry("inbound.hose.signKey", "inbound.signKey"),
          Map.entry("suiteSecret", "suite.suiteSecret"),
          Map.entry("callbackKey", "suite.callbackKey"),
          Map.entry("token", "suite.callbackToken"),
          Map.entry("aesKey", "suite.callbackAesKey"));
  private static final Map<String, String> PLACE_BY_STORED =
      STORED_BY_PLACE.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private SecretNames() {}

  /** The name under which the secret at this place of a file is sealed. */
  static String stored(String place) {
    return place.startsWith(LEDGER_SECRETS)
        ? LEDGER + place.substring(LEDGER_SECRETS.length())
        : STORED_BY_PLACE.getOrDefault(place, place);
  }

  /** The place in a file of what is sealed under this name. */
  static String place(String stored) {
    return stored.startsWith(LEDGER)
        ? LEDGER_SECRETS + stored.substring(LEDGER.length())
        : PLACE_BY_STORED.getOrDefault(stored, stored);
  }

  /** What a secret at this place must be. */
  static Rule rule(String place) {
    return switch (place) {
      case "dingtalk.callbackKey", "callbackKey", "inbound.key" -> Rule.CALLBACK_KEY;
      case "dingtalk.token", "token" -> Rule.TOKEN;
      case "dingtalk.aesKey", "aesKey" -> Rule.AES_KEY;
      case "inbound.secret", "inbound.secondSecret" -> Rule.WEBHOOK_SECRET;
      default -> Rule.SECRET;
    };
  }
}
