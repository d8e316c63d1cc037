package io.dingledger.local.sandbox.dingtalk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against vectors A and B that DingTalk publishes in its documentation, and one that its reference
 * class made.
 */
class CallbackCipherTest {
  static Stream<JsonNode> vectors() throws IOException {
    JsonNode all =
        new ObjectMapper().readTree(new File("src/test/resources/callback-vectors.json"));
    return StreamSupport.stream(all.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aPublishedCallbackIsDecryptedAndItsSignatureFound(JsonNode vector) {
    CallbackCipher cipher = cipher(vector, vector.path("ownerKey").asText());
    String encrypted = vector.path("encrypt").asText();
    assertEquals(Optional.of(vector.path("plaintext").asText()), cipher.decrypted(encrypted));
    assertEquals(
        vector.path("signature").asText(),
        cipher.signature(
            vector.path("timestamp").asText(), vector.path("nonce").asText(), encrypted));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void encryptionGivesThePublishedBytes(JsonNode vector) {
    byte[] random = vector.path("random16").asText().getBytes(StandardCharsets.UTF_8);
    assertEquals(
        vector.path("encrypt").asText(),
        cipher(vector, vector.path("ownerKey").asText())
            .encrypted(vector.path("plaintext").asText(), random));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void anotherOwnerAndATamperedTextAreRefused(JsonNode vector) {
    String encrypted = vector.path("encrypt").asText();
    assertEquals(Optional.empty(), cipher(vector, "dingother").decrypted(encrypted));
    CallbackCipher cipher = cipher(vector, vector.path("ownerKey").asText());
    assertEquals(Optional.empty(), cipher.decrypted(encrypted.substring(4)));
    assertEquals(Optional.empty(), cipher.decrypted("no Base64!"));
    assertEquals(Optional.empty(), cipher.decrypted(""));
  }

  private static CallbackCipher cipher(JsonNode vector, String ownerKey) {
    return new CallbackCipher(
        vector.path("token").asText(), vector.path("aesKey").asText(), ownerKey);
  }
}
