package io.dingledger.model.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.tenant.Secret;
import io.dingledger.model.webhook.StandardWebhook.Refusal;
import io.dingledger.model.webhook.StandardWebhook.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first vector is the public test of the specification's own repository. */
class StandardWebhookTest {
  private static final Secret SECRET = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final Secret OTHER = secret(32);
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
  private static final byte[] BODY = bytes("{\"test\": 2432232314}");
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Secret secret(int bytes) {
    return Secret.of("whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]));
  }

  private static Verification verified(Map<String, String> headers, byte[] body) {
    return StandardWebhook.verify(
        headers, body, List.of(SECRET), AT, StandardWebhook.USUAL_TOLERANCE);
  }

  private static Map<String, String> with(String header, String value) {
    Map<String, String> headers =
        new HashMap<>(StandardWebhook.headers(ID, AT, BODY, List.of(SECRET)));
    headers.put(header, value);
    return headers;
  }

  private static Verification refused(Refusal why) {
    return new Verification.Refused(why);
  }

  @Nested
  class AMessageIsSigned {
    @Test
    void asTheSpecificationsOwnTestSays() {
      assertEquals(SIGNATURE, StandardWebhook.sign(ID, AT, BODY, SECRET));
    }

    @Test
    void theFractionOfASecondIsDroppedInTheTimeAndInTheSignature() {
      Instant later = AT.plusMillis(999);
      assertEquals(SIGNATURE, StandardWebhook.sign(ID, later, BODY, SECRET));
      assertEquals(
          "1614265330",
          StandardWebhook.headers(ID, later, BODY, List.of(SECRET)).get("webhook-timestamp"));
    }

    @Test
    void withEachOfTheSecretsSoThatOneCanBeChangedWithoutAPause() {
      Map<String, String> headers = StandardWebhook.headers(ID, AT, BODY, List.of(OTHER, SECRET));
      assertEquals(
          StandardWebhook.sign(ID, AT, BODY, OTHER) + " " + SIGNATURE,
          headers.get("webhook-signature"));
      assertEquals(ID, headers.get("webhook-id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a b", "报销", "a\r\nx: y"})
    void notUnderAnIdThatCouldBeReadInAnotherWay(String id) {
      assertFalse(StandardWebhook.isId(id));
      assertThrows(
          IllegalArgumentException.class, () -> StandardWebhook.sign(id, AT, BODY, SECRET));
    }

    @Test
    void notWithoutASecret() {
      assertThrows(
          IllegalArgumentException.class, () -> StandardWebhook.headers(ID, AT, BODY, List.of()));
      Secret plain = Secret.of("topsecret");
      assertThrows(IllegalArgumentException.class, () -> StandardWebhook.sign(ID, AT, BODY, plain));
    }
  }

  @Nested
  class ASecretIs {
    @ParameterizedTest
    @CsvSource({"23, false", "24, true", "64, true", "65, false"})
    void ofTwentyFourToSixtyFourBytes(int length, boolean accepted) {
      assertEquals(accepted, StandardWebhook.isSecret(secret(length).reveal()));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "whsec_",
          "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
          "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS*",
          "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        })
    void nothingElse(String text) {
      assertFalse(StandardWebhook.isSecret(text));
    }
  }

  @Nested
  class AMessageIsVerified {
    @Test
    void whenItWasSignedWithTheSecret() {
      assertEquals(new Verification.Verified(ID, AT), verified(with("x-other", "anything"), BODY));
    }

    @Test
    void whateverTheCapitalsOfItsHeaders() {
      Map<String, String> headers =
          Map.of(
              "Webhook-Id", ID, "WEBHOOK-TIMESTAMP", "1614265330", "Webhook-Signature", SIGNATURE);
      assertEquals(new Verification.Verified(ID, AT), verified(headers, BODY));
    }

    @Test
    void whenAnyOfItsSignaturesMatchesAnyOfTheSecrets() {
      Map<String, String> headers = with("webhook-signature", "v1a,xx v1,AAAA junk " + SIGNATURE);
      assertEquals(
          new Verification.Verified(ID, AT),
          StandardWebhook.verify(
              headers, BODY, List.of(OTHER, SECRET), AT, StandardWebhook.USUAL_TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void withinTheToleranceEitherWay(long seconds) {
      assertEquals(
          new Verification.Verified(ID, AT),
          StandardWebhook.verify(
              with("x", "y"),
              BODY,
              List.of(SECRET),
              AT.plusSeconds(seconds),
              Duration.ofMinutes(5)));
    }
  }

  @Nested
  class AMessageIsRefused {
    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void whenAHeaderIsMissingOrThereTwice(String name) {
      Map<String, String> lacking = with("x", "y");
      String value = lacking.remove(name);
      assertEquals(refused(Refusal.HEADER_MISSING), verified(lacking, BODY));
      Map<String, String> twice = with(name.replace("w", "W"), value);
      assertEquals(refused(Refusal.HEADER_MISSING), verified(twice, BODY));
    }

    @ParameterizedTest
    @CsvSource({
      "webhook-id, msg.1",
      "webhook-timestamp, yesterday",
      "webhook-timestamp, -1614265330",
      "webhook-timestamp, 1614265330.0",
      "webhook-timestamp, 99999999999999999999",
      "webhook-timestamp, ''"
    })
    void whenAHeaderCannotBeRead(String name, String value) {
      assertEquals(refused(Refusal.HEADER_UNREADABLE), verified(with(name, value), BODY));
    }

    @Test
    void whenItsSignaturesAreEndless() {
      assertEquals(
          refused(Refusal.HEADER_UNREADABLE),
          verified(with("webhook-signature", "v1,AAAA ".repeat(1000) + SIGNATURE), BODY));
    }

    @ParameterizedTest
    @CsvSource({"301, TOO_OLD", "-301, TOO_NEW"})
    void whenItsTimeIsTooFarAway(long seconds, Refusal why) {
      assertEquals(
          refused(why),
          StandardWebhook.verify(
              with("x", "y"),
              BODY,
              List.of(SECRET),
              AT.plusSeconds(seconds),
              StandardWebhook.USUAL_TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "v1", "v1,", "v1,***", "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="})
    void whenNoSignatureMatches(String signature) {
      assertEquals(
          refused(Refusal.SIGNATURE_WRONG), verified(with("webhook-signature", signature), BODY));
    }

    @Test
    void whenOneByteOfBodyIdOrTimeDiffers() {
      Verification wrong = refused(Refusal.SIGNATURE_WRONG);
      assertEquals(wrong, verified(with("x", "y"), bytes("{\"test\": 2432232315}")));
      assertEquals(wrong, verified(with("webhook-id", ID + "x"), BODY));
      assertEquals(wrong, verified(with("webhook-timestamp", "1614265331"), BODY));
    }

    @Test
    void whenThereIsNothingToCheckWith() {
      Verification nothing = refused(Refusal.NO_SECRET);
      for (List<Secret> none : List.of(List.<Secret>of(), List.of(Secret.of("whsec_")))) {
        assertEquals(
            nothing,
            StandardWebhook.verify(
                with("x", "y"), BODY, none, AT, StandardWebhook.USUAL_TOLERANCE));
      }
    }

    @Test
    void withoutSayingAnyCredential() {
      assertTrue(refused(Refusal.SIGNATURE_WRONG).toString().contains("SIGNATURE_WRONG"));
      assertFalse(SECRET.toString().contains("whsec_"));
    }
  }
}
