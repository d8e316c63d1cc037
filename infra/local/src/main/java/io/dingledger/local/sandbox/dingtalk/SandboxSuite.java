package io.dingledger.local.sandbox.dingtalk;

/**
 * A listed third-party app at the sandbox DingTalk.
 *
 * @param id the suite id, digits
 * @param suiteKey its SuiteKey; also the owner key of its callbacks
 * @param suiteSecret its SuiteSecret
 * @param token the token of its event subscription
 * @param aesKey the 43-character key of its event subscription
 */
public record SandboxSuite(
    String id, String suiteKey, String suiteSecret, String token, String aesKey) {
  @Override
  public String toString() {
    return "SandboxSuite[" + id + "]";
  }
}
