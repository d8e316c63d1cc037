package io.dingledger.rules.expression;

import static io.dingledger.rules.expression.Samples.mistakes;
import static io.dingledger.rules.expression.Samples.plain;
import static io.dingledger.rules.expression.Samples.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No expression needs much memory or time, whatever a document says. */
class LimitsTest {
  private static final String MOST = "9".repeat(34);

  @Test
  void a_product_of_five_longest_numbers_fits_and_one_of_six_does_not() {
    assertEquals(170, plain(MOST + (" * " + MOST).repeat(4)).length());
    Reason reason = why(MOST + (" * " + MOST).repeat(5));
    assertEquals("RULE-RESULT-TOO-LARGE", reason.code());
    assertTrue(reason.english().contains("200 digits on either side of the point"));
    assertTrue(reason.chinese().contains("小数点前后各 200 位"));
  }

  @Test
  void numbers_may_not_become_finer_without_end_either() {
    String tiny = "0." + "0".repeat(32) + "1";
    assertEquals(200, plain(tiny + (" * " + tiny).repeat(5)).length());
    assertEquals("RULE-RESULT-TOO-LARGE", why(tiny + (" * " + tiny).repeat(6)).code());
    assertEquals("RULE-RESULT-TOO-LARGE", why("1" + (" / " + MOST).repeat(6)).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "huge + 1",
        "1 - fine",
        "huge",
        "round(huge, 2)",
        "fine % 2",
        "a < huge",
        "never > d",
        "never - d",
        "years(d, never)",
        "ages + nap",
        "hours(ages)"
      })
  void what_a_document_says_is_held_against_the_same_limits(String text) {
    assertEquals("RULE-RESULT-TOO-LARGE", why(text).code());
  }

  @Test
  void texts_do_not_grow_without_end() {
    assertEquals(10_000, plain("long + 'x'").length());
    Reason reason = why("long + 'xy'");
    assertEquals("RULE-RESULT-TOO-LARGE", reason.code());
    assertTrue(reason.english().contains("“long + 'xy'” is beyond the limit"), reason.english());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "1e9",
        "0e+0",
        "1E5",
        "0x10",
        "1u",
        "1_000",
        ".5",
        "99999999999999999999999999999999999",
        "0.0000000000000000000000000000000001234",
      })
  void a_number_is_written_out_with_at_most_34_digits(String text) {
    assertEquals("BOOK-EXPRESSION-SYNTAX", mistakes(text).getFirst().reason().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a / (b - 3)", "a % zero", "a % (zero * 2)", "-(1 / 0)"})
  void nothing_is_divided_by_zero(String text) {
    assertEquals("RULE-EXPRESSION-FAILED", why(text).code());
  }

  @Test
  void an_expression_has_at_most_2000_characters() {
    assertEquals("true", plain("true" + " ".repeat(1996)));
    Reason reason = mistakes("true" + " ".repeat(1997)).getFirst().reason();
    assertEquals("BOOK-EXPRESSION-TOO-LARGE", reason.code());
  }
}
