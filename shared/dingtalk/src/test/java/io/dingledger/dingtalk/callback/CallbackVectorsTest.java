package io.dingledger.dingtalk.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.Apps;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.event.EventSubject.Attendance;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.tenant.CallbackSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  @Test
  void the_pushes_among_them_are_understood() {
    Approval finished = assertInstanceOf(Approval.class, event("C3_bpms_finish_agree_utf8"));
    assertEquals("kQ8xYz3mRtO-abcdEFGH1A05001726019000", finished.instanceId());
    assertEquals(Phase.FINISH, finished.phase());
    assertEquals(Optional.of(Result.AGREE), finished.result());
    Approval withdrawn = assertInstanceOf(Approval.class, event("C4_bpms_terminate_no_result"));
    assertEquals(Phase.TERMINATE, withdrawn.phase());
    Attendance punch = assertInstanceOf(Attendance.class, event("C5_attendance_check_record"));
    assertEquals(List.of(new PersonDay("manager1234", LocalDate.of(2024, 9, 11))), punch.days());
    assertEquals(Instant.parse("2024-09-11T01:59:59Z"), punch.punches().getFirst().at());
    for (String check :
        List.of("B_published_check_create_suite_url", "C2_check_create_suite_url_isv")) {
      assertEquals(
          new SuitePush.UrlCheck("check_create_suite_url"), ThirdParty.only(plaintext(check)));
    }
    for (String check : List.of("C1_check_url_internal", "C8_full_32_byte_pad")) {
      assertEquals(new EventNormaliser.UrlCheck("check_url"), normalised(check));
    }
  }

  private EventSubject event(String name) {
    return assertInstanceOf(EventNormaliser.Event.class, normalised(name)).event().subject();
  }

  private EventNormaliser.Normalised normalised(String name) {
    return EventNormaliser.normalise(Apps.internal(), plaintext(name), ThirdParty.RECEIVED);
  }

  private String plaintext(String name) {
    return all("vectors")
        .filter(vector -> text(vector, "name").equals(name))
        .map(vector -> text(vector, "plaintext"))
        .findFirst()
        .orElseThrow();
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
