package io.dingledger.dingtalk.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CallbackRequestTest {
  private static final String BODY = "{\"encrypt\":\"YWJj\"}";

  private static Map<String, String> query() {
    Map<String, String> query = new HashMap<>();
    query.put("msg_signature", "m");
    query.put("signature", "s");
    query.put("timestamp", "1726020000123");
    query.put("nonce", "n");
    return query;
  }

  @Nested
  class A_request_is_read {
    @Test
    void with_msg_signature_before_signature() {
      assertEquals(
          new CallbackRequest("m", "1726020000123", "n", "YWJj"),
          CallbackRequest.parse(query(), BODY));
    }

    @Test
    void with_signature_where_msg_signature_is_absent_or_blank() {
      Map<String, String> query = query();
      query.put("msg_signature", " ");
      assertEquals(
          new CallbackRequest("s", "1726020000123", "n", "YWJj"),
          CallbackRequest.parse(query, BODY));
    }

    @Test
    void whatever_the_case_of_names_and_whatever_else_is_there() {
      Map<String, String> query = Map.of("MSG_Signature", "m", "timeStamp", "1", "NONCE", "n");
      assertEquals(
          new CallbackRequest("m", "1", "n", "YWJj"),
          CallbackRequest.parse(query, "{\"more\":[1],\"Encrypt\":\"YWJj\"}"));
    }
  }

  @Nested
  class A_request_is_refused {
    @Test
    void when_a_parameter_is_missing_or_blank() {
      for (String name : new String[] {"timestamp", "nonce"}) {
        Map<String, String> query = query();
        query.remove(name);
        assertRefused(CallbackRefusal.PARAMETER_MISSING, query, BODY);
        query.put(name, null);
        assertRefused(CallbackRefusal.PARAMETER_MISSING, query, BODY);
      }
      Map<String, String> query = query();
      query.remove("msg_signature");
      query.remove("signature");
      assertRefused(CallbackRefusal.PARAMETER_MISSING, query, BODY);
      assertRefused(CallbackRefusal.PARAMETER_MISSING, null, BODY);
    }

    @Test
    void when_the_body_is_not_a_json_object() {
      for (String body : new String[] {null, "", "success", "[]", "\"x\"", "{", BODY + "x"}) {
        assertRefused(CallbackRefusal.BODY_NOT_JSON, query(), body);
      }
    }

    @Test
    void when_encrypt_is_missing_blank_or_no_text() {
      for (String body : new String[] {"{}", "{\"encrypt\":\" \"}", "{\"encrypt\":null}"}) {
        assertRefused(CallbackRefusal.ENCRYPT_MISSING, query(), body);
      }
      assertRefused(CallbackRefusal.ENCRYPT_MISSING, query(), "{\"encrypt\":{\"a\":1}}");
    }

    @Test
    void when_the_body_is_larger_than_allowed_by_one_character() {
      String frame = "{\"encrypt\":\"\"}";
      String fits = "a".repeat(CallbackRequest.LARGEST_BODY - frame.length());
      assertEquals(
          new CallbackRequest("m", "1726020000123", "n", fits),
          CallbackRequest.parse(query(), "{\"encrypt\":\"" + fits + "\"}"));
      assertRefused(CallbackRefusal.BODY_TOO_LARGE, query(), "{\"encrypt\":\"" + fits + "a\"}");
    }

    @Test
    void when_the_body_is_nested_beyond_reason() {
      assertRefused(CallbackRefusal.BODY_NOT_JSON, query(), "[".repeat(100_000));
      assertRefused(
          CallbackRefusal.BODY_NOT_JSON, query(), "{\"a\":".repeat(200) + "1" + "}".repeat(200));
    }
  }

  private static void assertRefused(
      CallbackRefusal expected, Map<String, String> query, String body) {
    assertEquals(new Refused(expected), CallbackRequest.parse(query, body));
  }
}
