package io.dingledger.dingtalk.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.failure.ReasonCode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventReasonsTest {
  @Test
  void every_code_is_unique_and_says_what_and_cure_in_both_languages() {
    Set<String> seen = new HashSet<>();
    Stream.of(CallbackRefusal.values(), OutOfScopeReason.values(), EventDoubt.values())
        .<ReasonCode>flatMap(Arrays::stream)
        .forEach(
            code -> {
              assertTrue(seen.add(code.code()), code.code());
              assertTrue(code.code().matches("[A-Z][A-Z0-9_-]+"), code.code());
              assertTrue(code.chinese().endsWith("。"), code.code());
              assertTrue(code.chineseCure().endsWith("。"), code.code());
              assertTrue(code.english().endsWith("."), code.code());
              assertTrue(code.englishCure().endsWith("."), code.code());
            });
  }

  @Test
  void no_place_of_a_text_stays_empty() {
    Stream.of(OutOfScopeReason.values(), EventDoubt.values())
        .<ReasonCode>flatMap(Arrays::stream)
        .map(code -> Reason.of(code, "some_event"))
        .forEach(
            reason -> {
              assertFalse(reason.english().contains("{"), reason.english());
              assertFalse(reason.chinese().contains("{"), reason.chinese());
            });
  }

  @Test
  void a_type_has_one_reason_at_most_and_a_longer_name_is_another_type() {
    assertEquals(Optional.of(OutOfScopeReason.CHECK_IN), OutOfScopeReason.ofType("check_in"));
    assertEquals(Optional.empty(), OutOfScopeReason.ofType("check_in_twice"));
    assertEquals(
        Optional.of(OutOfScopeReason.ROLES), OutOfScopeReason.ofType("label_conf_whatever"));
  }
}
