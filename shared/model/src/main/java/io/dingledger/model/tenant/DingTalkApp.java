package io.dingledger.model.tenant;

import java.net.URI;
import java.util.Set;

/**
 * A tenant's company-internal DingTalk app: how its callbacks are verified and how it is called.
 *
 * @param tenant whose app it is
 * @param callbackKey the unguessable last part of the callback URL
 * @param corpId the company's identifier at DingTalk
 * @param clientId the app's Client ID (AppKey)
 * @param clientSecret the app's Client Secret (AppSecret)
 * @param callbackToken the token of the event subscription, part of each signature
 * @param callbackAesKey the 43-character key of the event subscription
 * @param ownerKeys what may stand at the end of a decrypted callback: Client ID, corpId or SuiteKey
 * @param apiBase base of the new API, {@code https://api.dingtalk.com} unless a stand-in is used
 * @param oldApiBase base of the old API, {@code https://oapi.dingtalk.com} unless a stand-in is
 *     used
 */
public record DingTalkApp(
    Tenant tenant,
    String callbackKey,
    String corpId,
    String clientId,
    Secret clientSecret,
    Secret callbackToken,
    Secret callbackAesKey,
    Set<String> ownerKeys,
    URI apiBase,
    URI oldApiBase) {
  public DingTalkApp {
    ownerKeys = Set.copyOf(ownerKeys);
    if (ownerKeys.isEmpty()) {
      throw new IllegalArgumentException("a DingTalk app needs at least one owner key");
    }
  }

  @Override
  public String toString() {
    return "DingTalkApp[" + tenant + ", " + clientId + "]";
  }
}
