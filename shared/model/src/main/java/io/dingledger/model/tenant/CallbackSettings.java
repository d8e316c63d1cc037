package io.dingledger.model.tenant;

import java.util.Set;

/**
 * How the callbacks that arrive at one address are verified and decrypted.
 *
 * @param key the unguessable last part of the callback URL
 * @param token the token of the event subscription, part of each signature
 * @param aesKey the 43-character key of the event subscription
 * @param ownerKeys what may stand at the end of a decrypted callback: Client ID, corpId or SuiteKey
 */
public record CallbackSettings(String key, Secret token, Secret aesKey, Set<String> ownerKeys) {
  public CallbackSettings {
    ownerKeys = Set.copyOf(ownerKeys);
    if (ownerKeys.isEmpty()) {
      throw new IllegalArgumentException("callbacks need at least one owner key");
    }
  }

  /** The key is a secret too: who knows it can try signatures. */
  @Override
  public String toString() {
    return "CallbackSettings[***]";
  }
}
