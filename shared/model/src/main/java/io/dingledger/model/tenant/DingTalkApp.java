package io.dingledger.model.tenant;

import java.net.URI;

/**
 * A tenant's DingTalk app, as it is needed to call DingTalk for this tenant.
 *
 * @param tenant whose app it is
 * @param corpId the company's identifier at DingTalk
 * @param access what access tokens are asked for with
 * @param apiBase base of the new API, {@code https://api.dingtalk.com} unless a stand-in is used
 * @param oldApiBase base of the old API, {@code https://oapi.dingtalk.com} unless a stand-in is
 *     used
 */
public record DingTalkApp(
    Tenant tenant, String corpId, Access access, URI apiBase, URI oldApiBase) {

  /** The two kinds of app, by what they ask access tokens with. */
  public sealed interface Access {}

  /**
   * The company's own app (企业内部应用).
   *
   * @param clientId the app's Client ID (AppKey)
   * @param clientSecret the app's Client Secret (AppSecret)
   * @param agentId the app's AgentId, which the roster of hire dates asks for; empty when unknown
   */
  public record Internal(String clientId, Secret clientSecret, String agentId) implements Access {
    /** An app whose AgentId is not known. */
    public Internal(String clientId, Secret clientSecret) {
      this(clientId, clientSecret, "");
    }
  }

  /**
   * A listed app of a third party (第三方企业应用) that the company has authorised.
   *
   * @param suiteId which one; its key, secret and ticket belong to the operator, see {@link Suite}
   */
  public record ThirdParty(String suiteId) implements Access {}

  /** Third-party apps see less of people: no hire dates, for example. */
  public boolean isThirdParty() {
    return access instanceof ThirdParty;
  }

  @Override
  public String toString() {
    return "DingTalkApp[" + tenant + ", " + access.getClass().getSimpleName() + "]";
  }
}
