package io.dingledger.dingtalk.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTextsTest {
  private static JsonNode read(String text) {
    return JsonTexts.parse(text).orElseThrow();
  }

  @Test
  void numbers_keep_every_figure_and_are_printed_plain() {
    assertEquals("1234.50", JsonTexts.text(read("1234.50")));
    assertEquals("100", JsonTexts.text(read("1E+2")));
    assertEquals("0.10", JsonTexts.text(read("1.0e-1")));
    assertEquals("12345678901234567890", JsonTexts.text(read("12345678901234567890")));
    assertEquals("[1.10,100]", JsonTexts.render(read("[1.10,1e2]")));
  }

  @Test
  void a_number_that_would_fill_the_memory_is_not_printed_plain() {
    assertEquals("1E+999999999", JsonTexts.text(read("1e999999999")));
    assertTrue(JsonTexts.render(read("[1e999999999]")).length() < 50);
  }

  @Test
  void null_and_missing_are_empty_texts() {
    assertEquals("", JsonTexts.text(read("null")));
    assertEquals("", JsonTexts.text(read("{}").path("a")));
    assertEquals("", JsonTexts.scalar(read("[1]")));
    assertEquals("true", JsonTexts.text(read("true")));
  }

  @Test
  void a_field_is_found_by_its_exact_name_first_and_then_ignoring_case() {
    JsonNode object = read("{\"CORPID\":\"a\",\"corpId\":\"b\",\"x\":null,\"X\":\"c\"}");
    assertEquals("b", JsonTexts.text(JsonTexts.field(object, "corpId")));
    assertEquals("a", JsonTexts.text(JsonTexts.field(object, "corpid")));
    assertEquals("c", JsonTexts.text(JsonTexts.field(object, "x")));
    assertTrue(JsonTexts.field(object, "y").isMissingNode());
  }

  @Test
  void half_a_surrogate_pair_is_replaced() {
    assertEquals("a\uFFFDb", JsonTexts.text(read("\"a\\ud800b\"")));
    assertEquals("😀", JsonTexts.text(read("\"\\ud83d\\ude00\"")));
  }

  @Test
  void text_that_is_not_one_json_value_is_nothing() {
    for (String text : new String[] {"", " ", "{", "1 2", "[".repeat(101) + "]".repeat(101)}) {
      assertEquals(Optional.empty(), JsonTexts.parse(text), text);
    }
    assertEquals(Optional.empty(), JsonTexts.parse("1".repeat(101)));
  }
}
