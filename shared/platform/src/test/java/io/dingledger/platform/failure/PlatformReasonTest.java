package io.dingledger.platform.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlatformReasonTest {
  @Test
  void every_reason_has_its_own_code_and_says_in_both_languages_what_to_do() {
    for (PlatformReason reason : PlatformReason.values()) {
      assertTrue(reason.code().matches("PLATFORM(-[A-Z]+)+"), reason.code());
      for (String text :
          new String[] {
            reason.chinese(), reason.chineseCure(), reason.english(), reason.englishCure()
          }) {
        assertFalse(text.isBlank(), reason.code());
      }
      assertEquals(
          reason.chinese().contains("{0}"), reason.english().contains("{0}"), reason.code());
    }
    long codes =
        Arrays.stream(PlatformReason.values()).map(PlatformReason::code).distinct().count();
    assertEquals(PlatformReason.values().length, codes);
  }

  @Test
  void a_reason_names_what_it_is_about() {
    Reason reason = Reason.of(PlatformReason.TOO_LARGE, "101 items", "100 items");
    assertTrue(reason.english().contains("101 items") && reason.english().contains("100 items"));
    assertTrue(reason.chinese().contains("101 items") && reason.chinese().contains("100 items"));
  }
}
