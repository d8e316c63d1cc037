package io.dingledger.ledgers.chanjet;

import io.dingledger.ledgers.SettingValues;
import io.dingledger.ledgers.http.Digests;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * How the open platform is reached, typed.
 *
 * @param tenant for whom
 * @param server the address without a slash at its end
 * @param appKey the app
 * @param appSecret its secret
 * @param refreshToken what the first access token is fetched with
 * @param readTimeout how long an answer may take
 */
record ChanjetConnection(
    Tenant tenant,
    String server,
    String appKey,
    Secret appSecret,
    Secret refreshToken,
    Duration readTimeout) {

  /** Reads a connection that {@code Ledgers.check} found no fault with. */
  static ChanjetConnection of(Tenant tenant, SettingValues values) {
    return new ChanjetConnection(
        tenant,
        values.text("serverUrl").replaceAll("/+$", ""),
        values.text("appKey"),
        values.secret("appSecret"),
        values.secret("refreshToken"),
        Duration.ofSeconds(values.number("readTimeoutSeconds")));
  }

  /** An address on the platform. */
  URI address(String pathAndQuery) {
    return URI.create(server + pathAndQuery);
  }

  /**
   * Under which tokens are kept. A new first refresh token is a new authorisation and starts
   * afresh. A new app secret does not: what replaced the first refresh token would be lost with it.
   * Two connections of one authorisation share its tokens, as they must.
   */
  TokenKey tokenKey() {
    String fingerprint = Digests.fingerprint(refreshToken);
    return new TokenKey(tenant, "chanjet-" + fingerprint, appKey, server);
  }

  /** The headers of every call but the token's. The gateway wants a content type of GETs too. */
  Map<String, String> headers() {
    return Map.of("appKey", appKey, "appSecret", appSecret.reveal());
  }

  @Override
  public String toString() {
    return "ChanjetConnection[***]";
  }
}
