package io.dingledger.model.tenant;

import java.net.URI;
import java.time.ZoneId;

/**
 * A listed third-party app (第三方企业应用) that the operator of this service offers: one for many
 * companies. Its callbacks arrive at one address for all of them.
 *
 * @param id DingTalk's suite id, digits
 * @param suiteKey the app's SuiteKey (Client ID)
 * @param suiteSecret the app's SuiteSecret
 * @param callback how its callbacks are verified
 * @param zone the zone of the companies that authorise it
 * @param apiBase base of the new API
 * @param oldApiBase base of the old API
 */
public record Suite(
    String id,
    String suiteKey,
    Secret suiteSecret,
    CallbackSettings callback,
    ZoneId zone,
    URI apiBase,
    URI oldApiBase) {
  private static final String AT = "@";

  /**
   * The tenant that a company becomes by authorising this app. Two apps of one company are two
   * tenants. For entry points that have verified a push of this suite.
   *
   * @throws IllegalArgumentException when the company's identifier can't be one of a tenant
   */
  public Tenant tenantOf(String corpId) {
    return Tenant.verified(corpId + AT + id);
  }

  /** Whether a tenant became one by authorising a suite; its identifier tells. */
  public static boolean isTenant(Tenant tenant) {
    return tenant.id().contains(AT);
  }

  @Override
  public String toString() {
    return "Suite[" + id + "]";
  }
}
