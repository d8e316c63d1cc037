package io.dingledger.dingtalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.dingtalk.callback.CallbackRefusal;
import io.dingledger.dingtalk.client.DingTalkFault;
import io.dingledger.model.failure.ReasonCode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonCodesTest {
  @Test
  void every_code_is_unique_and_says_what_and_cure_in_both_languages() {
    Set<String> seen = new HashSet<>();
    Stream.<ReasonCode>concat(
            Arrays.stream(CallbackRefusal.values()), Arrays.stream(DingTalkFault.values()))
        .forEach(
            code -> {
              assertTrue(seen.add(code.code()), code.code());
              assertTrue(code.code().matches("[A-Z][A-Z0-9_-]+"), code.code());
              for (String chinese : new String[] {code.chinese(), code.chineseCure()}) {
                assertTrue(chinese.endsWith("。"), code.code());
              }
              for (String english : new String[] {code.english(), code.englishCure()}) {
                assertTrue(english.endsWith("."), code.code());
              }
            });
  }

  @Test
  void every_refusal_is_answered_with_a_client_error() {
    for (CallbackRefusal refusal : CallbackRefusal.values()) {
      assertEquals(4, refusal.httpStatus() / 100, refusal.code());
    }
    assertEquals(403, CallbackRefusal.UNKNOWN_KEY.httpStatus());
  }
}
