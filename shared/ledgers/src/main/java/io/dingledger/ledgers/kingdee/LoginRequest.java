package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.http.Digests;
import io.dingledger.ledgers.http.Json;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request for a session.
 *
 * @param service for example {@code AuthService.LoginBySign}
 * @param body JSON text
 */
record LoginRequest(String service, String body) {
  /** The request of a mode; {@code LoginBySign} is known in positional form only. */
  static LoginRequest of(KingdeeSettings settings, long epochSeconds) {
    KingdeeSettings.Credentials credentials = settings.credentials();
    return switch (settings.mode()) {
      case LOGIN_BY_SIGN -> bySign(credentials, epochSeconds);
      case LOGIN_BY_APP_SECRET ->
          request(
              settings,
              "AuthService.LoginByAppSecret",
              Json.object()
                  .put("acctId", credentials.dataCentre())
                  .put("username", credentials.userName())
                  .put("appId", credentials.appId())
                  .put("appSecret", credentials.appSecret().reveal())
                  .put("lcid", credentials.language()));
      case VALIDATE_USER ->
          request(
              settings,
              "AuthService.ValidateUser",
              Json.object()
                  .put("acctID", credentials.dataCentre())
                  .put("username", credentials.userName())
                  .put("password", credentials.password().reveal())
                  .put("lcid", credentials.language()));
      case SIGNED_HEADERS -> throw new IllegalStateException("signed requests need no log-in");
    };
  }

  /** Lower-case hexadecimal SHA-256 of the five texts in ordinal order, put together. */
  static String signature(
      String dataCentre, String userName, String appId, String appSecret, String timestamp) {
    return Digests.sha256Hex(
        Stream.of(dataCentre, userName, appId, appSecret, timestamp)
            .sorted()
            .collect(Collectors.joining()));
  }

  private static LoginRequest bySign(KingdeeSettings.Credentials credentials, long epochSeconds) {
    ArrayNode parameters =
        Json.array()
            .add(credentials.dataCentre())
            .add(credentials.userName())
            .add(credentials.appId())
            .add(epochSeconds)
            .add(
                signature(
                    credentials.dataCentre(),
                    credentials.userName(),
                    credentials.appId(),
                    credentials.appSecret().reveal(),
                    Long.toString(epochSeconds)))
            .add(credentials.language());
    return new LoginRequest("AuthService.LoginBySign", positional(parameters));
  }

  private static LoginRequest request(KingdeeSettings settings, String service, ObjectNode named) {
    return new LoginRequest(
        service,
        settings.positional()
            ? positional(Json.array().addAll(named.valueStream().toList()))
            : Json.text(named));
  }

  private static String positional(ArrayNode parameters) {
    return Json.text(Json.object().set("parameters", parameters));
  }

  @Override
  public String toString() {
    return "LoginRequest[" + service + "]";
  }
}
