package io.dingledger.rules.expression;

import static io.dingledger.rules.expression.Samples.mistakes;
import static io.dingledger.rules.expression.Samples.plain;
import static io.dingledger.rules.expression.Samples.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is written as in CEL means what it means in CEL. The cases are those of which the
 * conformance tests of the CEL specification (cel.dev) speak under integer_math, logic, string,
 * comparisons, timestamps, basic and parse, as far as they are about what both languages have.
 */
class CelTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "38 + 4 | 42",
        "38 + (-9) | 29",
        "-5 + (-3) | -8",
        "38 - (-9) | 47",
        "-38 - (-9) | -29",
        "38 * (-2) | -76",
        "-15 * (-2) | 30",
        "38 / 2 | 19",
        "-38 / 2 | -19",
        "-38 / (-2) | 19",
        "38 % 5 | 3",
        "38 % (-5) | 3",
        "-38 % 5 | -3",
        "-38 % (-5) | -3",
        "-(38) | -38",
        "-(-38) | 38",
        "-(0) | 0",
        "12 * 0 | 0",
        "7 + 3 * 2 - 8 / 4 % 3 | 11",
        "7 - 3 - 2 | 2",
        "2 * 3 % 4 | 2",
        "17 * (3 + 5) == 17 * 3 + 17 * 5 | true",
        "(17 * 23) * 5 == 17 * (23 * 5) | true",
        "4 * 4 / 4 * 4 / 4 * 4 / 4 * 4 / 4 | 4",
        "3 - 3 + 3 - 3 + 3 - 3 + 3 | 3",
        "-9223372036854775808 | -9223372036854775808",
      })
  void whole_numbers(String text, String expected) {
    assertEquals(expected, plain(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "1 == 1 | true",
        "1 == 1.0 | true",
        "0 == -0 | true",
        "1 != 2 | true",
        "2 < 3 && 3 <= 3 && 3 > 2 && 3 >= 3 | true",
        "-1 < 0 | true",
        "'' == '' | true",
        "'a' == 'A' | false",
        "'f' == 'fo' | false",
        "'é' == 'e\\u0301' | false",
        "true == false | false",
        "true != false | true",
        "2 in [1, 2, 3] | true",
        "2 in [1, 3] | false",
        "'b' in ['a', 'b'] | true",
        "true in [false] | false",
        "1 < 2 == true | true",
        "date('2026-03-31') - date('2026-03-30') == duration('24h') | true",
        "date('2026-03-31') + duration('24h') > date('2026-03-31') | true",
        "duration('60m') == duration('1h') | true",
        "duration('1h') - duration('30m') < duration('31m') | true",
      })
  void comparisons(String text, String expected) {
    assertEquals(expected, plain(text));
  }

  @Nested
  class Logic {
    @ParameterizedTest
    @CsvSource(
        delimiterString = " | ",
        quoteCharacter = '~',
        value = {
          "true && true | true",
          "true && false | false",
          "false && true | false",
          "false && false | false",
          "true || true | true",
          "true || false | true",
          "false || true | true",
          "false || false | false",
          "!true | false",
          "!!true | true",
          "true || false && false | true",
          "!false && false | false",
          "false && 1 / 0 > 2 | false",
          "true || 1 / 0 > 2 | true",
          "false && (2 / 0 > 3 ? false : true) | false",
          "true ? 1 : 1 / 0 | 1",
          "false ? 1 / 0 : 2 | 2",
          "true ? false ? 1 : 2 : 3 | 2",
          "false ? 1 : false ? 2 : 3 | 3",
          "1 + 1 == 2 ? 'y' + 'es' : 'no' | yes",
        })
    void goes_no_further_than_needed(String text, String expected) {
      assertEquals(expected, plain(text));
    }

    /** CEL says nothing was wrong when the other operand decides; a rule about money does not. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "1 / 0 > 2 && false",
          "1 / 0 > 2 || true",
          "true && 1 / 0 > 2",
          "false || 1 / 0 > 2",
          "1 / 0 > 4 ? 'a' : 'b'",
        })
    void holds_the_document_for_what_was_reached_and_cannot_be_evaluated(String text) {
      assertEquals("RULE-EXPRESSION-FAILED", why(text).code());
    }

    @Test
    void does_not_skip_a_field_that_cannot_be_read() {
      assertEquals("RULE-FIELD-MISSING", why("gone > 0 || true").code());
      assertEquals("RULE-FIELD-MISSING", why("gone > 0 && false").code());
      assertEquals("false", plain("has(gone) && gone > 0"));
      assertEquals("true", plain("!has(gone) || gone > 0"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "size('') | 0",
        "size('abcd') | 4",
        "size('ÿ') | 1",
        "size('κόσμε') | 5",
        "size('\\U0001F431x') | 2",
        "size('𠮷野家') | 3",
        "'' + '' == '' | true",
        "'a' + 'ÿ' + '\\U0001F431' | aÿ🐱",
        "'hello' + ' ' == 'hello' | false",
        "'barfoo'.startsWith('bar') | true",
        "'barfoo'.startsWith('foo') | false",
        "'barfoo'.startsWith('') | true",
        "''.startsWith('bar') | false",
        "'\\U0001F431\\U0001F600'.startsWith('\\U0001F431') | true",
        "'barfoo'.endsWith('foo') | true",
        "'barfoo'.endsWith('bar') | false",
        "''.endsWith('') | true",
        "'forté'.endsWith('té') | true",
        "'barfoo'.contains('rf') | true",
        "'barfoo'.contains('fr') | false",
        "'barfoo'.contains('') | true",
        "''.contains('') | true",
        "'ababac'.contains('abac') | true",
        "'Straße'.contains('aß') | true",
      })
  void texts(String text, String expected) {
    assertEquals(expected, plain(text));
  }

  @Nested
  class Written_texts {
    @ParameterizedTest
    @CsvSource(
        delimiterString = " | ",
        quoteCharacter = '~',
        value = {
          "'''it's''' | it's",
          "\"\"\"a \"b\" c\"\"\" | a \"b\" c",
          "'a\"b' | a\"b",
          "\"a'b\" | a'b",
          "'\\\\ \\? \\\" \\' \\`' | \\ ? \" ' `",
          "r'\\n \\u00e9' | \\n \\u00e9",
          "R\"\\\" | \\",
          "r'''a'b''' | a'b",
          "'\\x4a\\X4B\\u01ab\\U000001aB\\112' | JKƫƫJ",
          "r'' + '''''' + \"\"\"\"\"\" + 'x' | x",
          "size('\\a\\b\\f\\n\\r\\t\\v\\000\\377') | 9",
        })
    void give(String text, String expected) {
      assertEquals(expected, plain(text));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'\\z'",
          "'\\x4'",
          "'\\xg0'",
          "'\\u12'",
          "'\\ud83d'",
          "'\\U00110000'",
          "'\\UFFFFFFFF'",
          "'\\400'",
          "'\\08'",
          "'\\x４１'",
          "'''a''",
          "r'a",
          "'\\'",
          "b'a'",
          "\"",
        })
    void are_refused(String text) {
      assertEquals("BOOK-EXPRESSION-SYNTAX", mistakes(text).getFirst().reason().code());
    }
  }

  @Test
  void deep_nests_of_the_conformance_cases_are_read() {
    assertEquals("7", plain("(".repeat(32) + "7" + ")".repeat(32)));
    assertEquals("true", plain("!".repeat(32) + "true"));
    assertEquals("19", plain("-".repeat(32) + "19"));
    assertEquals("true", plain("false || ".repeat(31) + "true"));
    assertEquals("false", plain("true && ".repeat(31) + "false"));
    assertEquals("true", plain("true ? true : ".repeat(31) + "true"));
    assertEquals("0", plain("3 - 3 + ".repeat(15) + "3 - 3"));
  }

  /** Each is in the list of deviations in docs/rule-book.md. */
  @Nested
  class Deviations {
    @ParameterizedTest
    @CsvSource(
        delimiterString = " | ",
        quoteCharacter = '~',
        value = {
          "7 / 2 | 3.5",
          "1 / 3 | 0.3333333333333333333333333333333333",
          "9223372036854775807 + 1 | 9223372036854775808",
          "-(-9223372036854775808) | 9223372036854775808",
          "5000000000 * 5000000000 | 25000000000000000000",
          "0.1 + 0.2 == 0.3 | true",
          "5.5 % 2 | 1.5",
        })
    void numbers_are_exact_decimals(String text, String expected) {
      assertEquals(expected, plain(text));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'a' < 'b'",
          "false < true",
          "1 == 'a'",
          "true ? 1 : 'a'",
          "false && 32",
          "'x' || true",
          "nothing || true",
          "-true",
          "!0",
          "1 in []",
          "1 in [b]",
          "[1] == [1]",
          "'a'.matches('a')",
          "null == null",
          "1 // one",
          "1.5e3 > 1",
          "0x1F > 1",
          "1u > 0",
          ".5 > 0",
          "duration('1ms') > nap",
        })
    void refused_with_the_book(String text) {
      assertThrows(AssertionError.class, () -> Samples.formula(text));
    }
  }
}
