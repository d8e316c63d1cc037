package io.dingledger.ledgers.kingdee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values that the vendor's own SDK computed from invented secrets. */
class SignatureVectorsTest {
  private static final String VIEW =
      "/K3Cloud/Kingdee.BOS.WebApi.ServicesStub.DynamicFormService.View.common.kdsvc";
  private static final String GATEWAY_SIGNATURE =
      "ODQ1NmM3NDQyMTcyOTk5NzUxMmUyZjI5ZWNhMDg0ZmFmYzJiZjgzNzc4NDU3ZDNlNjFlMzc1ODU1YTczODAyYw==";

  private static KingdeeSettings.Credentials credentials(String appId) {
    return new KingdeeSettings.Credentials(
        "20231114000000", "demo", appId, Secret.of("demo-secret"), Secret.of(""), 2052, "0");
  }

  private static Answer<Access.Pass> pass(String appId) {
    Clock clock = Clock.fixed(Instant.ofEpochMilli(1_700_000_000_000L), ZoneOffset.UTC);
    return new SignedHeaders(credentials(appId), clock)
        .pass(URI.create("https://erp.example.com" + VIEW));
  }

  @Test
  void theGatewaySecretIsDecodedFromTheAppId() {
    assertEquals(
        "MDE3N2I2PzBrPzg4OD45N3IhK3B1InIk",
        SignedHeaders.gatewaySecret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"));
  }

  @Test
  void theGatewaySignatureCoversPathAndTime() {
    assertEquals(
        GATEWAY_SIGNATURE,
        SignedHeaders.gatewaySignature(VIEW, "1700000000000", "MDE3N2I2PzBrPzg4OD45N3IhK3B1InIk"));
  }

  @Test
  void aRequestCarriesAllNineHeaders() {
    Answer<Access.Pass> answer = pass("227000_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX");
    assertEquals(
        Map.of(
            "X-Api-ClientID", "227000",
            "X-Api-Auth-Version", "2.0",
            "x-api-timestamp", "1700000000000",
            "x-api-nonce", "1700000000000",
            "x-api-signheaders", "X-Api-TimeStamp,X-Api-Nonce",
            "X-Api-Signature", GATEWAY_SIGNATURE,
            "X-Kd-Appkey", "227000_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX",
            "X-Kd-Appdata", "MjAyMzExMTQwMDAwMDAsZGVtbywyMDUyLDA=",
            "X-Kd-Signature",
                "ODZlM2NjZjc2MzAyMDNkODYwMjBjNDhhNjZkYWY2ODdkNTRiYjZiZGJiNTk4Njg0YTRhMGE5MTEz"
                    + "ODU0YmFmNA=="),
        assertInstanceOf(Answer.Got.class, answer).value() instanceof Access.Pass(var headers)
            ? headers
            : Map.of());
  }

  @Test
  void anAppIdWithoutUnderscoreLeavesTheGatewaySignatureEmpty() {
    Answer<Access.Pass> answer = pass("227000");
    Access.Pass pass = (Access.Pass) assertInstanceOf(Answer.Got.class, answer).value();
    assertEquals("", pass.headers().get("X-Api-ClientID"));
    assertEquals("", pass.headers().get("X-Api-Signature"));
  }

  @Test
  void anAppIdThatCannotBeDecodedIsAFaultOfTheConfiguration() {
    Answer.Failed<?> failed = assertInstanceOf(Answer.Failed.class, pass("227000_***"));
    assertEquals(FailureKind.CONFIG, failed.failure().kind());
    assertEquals("LEDGER-APP-ID", failed.failure().code());
  }

  @Test
  void theLogInSignatureSortsItsPartsByOrdinal() {
    assertEquals(
        "a7405f7b87067a4141657bba45c1b65e261a5fdf96f569efac3e92dc9653d8b9",
        LoginRequest.signature(
            "20231114000000", "demo", "227000_demo", "demo-secret", "1700000000"));
  }

  @Test
  void aModeThatIsNotKnownIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> AuthenticationMode.of("magic"));
  }

  @Test
  void credentialsPassesAndRequestsPrintNothing() {
    assertEquals("Credentials[***]", credentials("227000_demo").toString());
    assertEquals("Pass[***]", new Access.Pass(Map.of("Cookie", "secret")).toString());
    assertEquals("LoginRequest[s]", new LoginRequest("s", "secret").toString());
  }
}
