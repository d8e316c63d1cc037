package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Digests;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.FailureKind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signs each request (third-party system authorisation, no log-in), as the vendor's Java SDK 8.2.0
 * does. The two signatures are the Base64 of hexadecimal text, not of raw bytes.
 */
final class SignedHeaders implements Access {
  /** A constant of the vendor's SDK that hides the gateway secret inside the app id. */
  private static final byte[] MASK =
      "0054f397c6234378b09ca7d3e5debce7".getBytes(StandardCharsets.UTF_8);

  private final KingdeeSettings.Credentials credentials;
  private final Clock clock;

  SignedHeaders(KingdeeSettings.Credentials credentials, Clock clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public Answer<Pass> pass(URI target) {
    String appId = credentials.appId();
    int underscore = appId.indexOf('_');
    String clientId = underscore < 0 ? "" : appId.substring(0, underscore);
    String timestamp = Long.toString(clock.millis());
    String signature;
    try {
      signature =
          underscore < 0
              ? ""
              : gatewaySignature(
                  target.getRawPath(), timestamp, gatewaySecret(appId.substring(underscore + 1)));
    } catch (IllegalArgumentException notBase64) {
      return new Answer.Failed<>(
          KingdeeForm.FAILURES.of(FailureKind.CONFIG, LedgerReason.APP_ID_UNUSABLE));
    }
    return new Answer.Got<>(new Pass(headers(clientId, timestamp, signature)));
  }

  /** There is no session that could be lost. */
  @Override
  public boolean renew(Pass lost) {
    return false;
  }

  private Map<String, String> headers(String clientId, String timestamp, String signature) {
    String user =
        String.join(
            ",",
            credentials.dataCentre(),
            credentials.userName(),
            Integer.toString(credentials.language()),
            credentials.loginOrganisation());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Api-ClientID", clientId);
    headers.put("X-Api-Auth-Version", "2.0");
    headers.put("x-api-timestamp", timestamp);
    headers.put("x-api-nonce", timestamp);
    headers.put("x-api-signheaders", "X-Api-TimeStamp,X-Api-Nonce");
    headers.put("X-Api-Signature", signature);
    headers.put("X-Kd-Appkey", credentials.appId());
    headers.put("X-Kd-Appdata", Digests.base64(user));
    headers.put("X-Kd-Signature", userSignature(user));
    return headers;
  }

  private String userSignature(String user) {
    return Digests.base64(
        Digests.hmacHex(credentials.appId() + user, credentials.appSecret().reveal()));
  }

  /**
   * The secret for the gateway's signature.
   *
   * @throws IllegalArgumentException when the encoded part is empty or not Base64
   */
  static String gatewaySecret(String encoded) {
    byte[] bytes = Base64.getDecoder().decode(encoded);
    if (bytes.length == 0) {
      throw new IllegalArgumentException("empty secret");
    }
    for (int index = 0; index < bytes.length; index++) {
      bytes[index] ^= MASK[index % MASK.length];
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The signature over path and time; the SDK uses the time as nonce too. */
  static String gatewaySignature(String path, String timestamp, String secret) {
    String signed =
        "POST\n"
            + URLEncoder.encode(path, StandardCharsets.UTF_8)
            + "\n\nx-api-nonce:"
            + timestamp
            + "\nx-api-timestamp:"
            + timestamp
            + "\n";
    return Digests.base64(Digests.hmacHex(signed, secret));
  }
}
