package io.dingledger.local.sandbox.dingtalk;

/**
 * A company-internal app at the sandbox DingTalk.
 *
 * @param corpId the company's identifier
 * @param clientId the app's Client ID (AppKey); also the owner key of its callbacks
 * @param clientSecret the app's Client Secret
 * @param token the token of its event subscription
 * @param aesKey the 43-character key of its event subscription
 */
public record SandboxApp(
    String corpId, String clientId, String clientSecret, String token, String aesKey) {
  @Override
  public String toString() {
    return "SandboxApp[" + clientId + "]";
  }
}
