package io.dingledger.dingtalk.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.Apps;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.tenant.CallbackSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Published vectors, and vectors made by the official reference class. */
class CallbackVectorsTest {
  private final JsonNode file = read();

  @Test
  void the_file_holds_eight_that_open_and_three_that_do_not() {
    assertEquals(8, file.path("vectors").size());
    assertEquals(3, file.path("negative").size());
  }

  @TestFactory
  Stream<DynamicTest> each_vector_opens_to_its_plaintext() {
    return all("vectors")
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    text(vector, "name"),
                    () -> {
                      CallbackCrypto.Opened opened =
                          assertInstanceOf(
                              CallbackCrypto.Opened.class,
                              CallbackCrypto.open(app(vector), request(vector)));
                      assertEquals(text(vector, "plaintext"), opened.message());
                      assertEquals(text(vector, "ownerKey"), opened.ownerKey());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> each_vector_is_sealed_again_byte_for_byte() {
    return all("vectors")
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    text(vector, "name"),
                    () -> {
                      CallbackReply reply =
                          CallbackCrypto.seal(
                              app(vector),
                              text(vector, "ownerKey"),
                              text(vector, "plaintext"),
                              text(vector, "timestamp"),
                              text(vector, "nonce"),
                              text(vector, "random16").getBytes(StandardCharsets.US_ASCII));
                      assertEquals(text(vector, "encrypt"), reply.encrypt());
                      assertEquals(text(vector, "signature"), reply.msgSignature());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> each_negative_vector_is_refused() {
    Map<String, CallbackRefusal> expected = new HashMap<>();
    expected.put("signature", CallbackRefusal.SIGNATURE);
    expected.put("token", CallbackRefusal.SIGNATURE);
    expected.put("ownerKey", CallbackRefusal.OWNER_KEY);
    return all("negative")
        .map(
            negative -> {
              String changed = negative.path("change").fieldNames().next();
              return DynamicTest.dynamicTest(
                  text(negative, "base") + " with another " + changed,
                  () -> {
                    JsonNode vector = changed(negative);
                    assertEquals(
                        new Refused(expected.get(changed)),
                        CallbackCrypto.open(app(vector), request(vector)));
                  });
            });
  }

  private JsonNode changed(JsonNode negative) {
    ObjectNode base =
        all("vectors")
            .filter(vector -> text(vector, "name").equals(text(negative, "base")))
            .findFirst()
            .orElseThrow()
            .deepCopy();
    return base.setAll((ObjectNode) negative.path("change"));
  }

  private Stream<JsonNode> all(String list) {
    return StreamSupport.stream(file.path(list).spliterator(), false);
  }

  private static CallbackSettings app(JsonNode vector) {
    return Apps.callback(text(vector, "token"), text(vector, "aesKey"), text(vector, "ownerKey"));
  }

  private static CallbackRequest request(JsonNode vector) {
    return new CallbackRequest(
        text(vector, "signature"),
        text(vector, "timestamp"),
        text(vector, "nonce"),
        text(vector, "encrypt"));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private static JsonNode read() {
    try (InputStream in = CallbackVectorsTest.class.getResourceAsStream("/dingtalk-vectors.json")) {
      return JsonTexts.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).orElseThrow();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
