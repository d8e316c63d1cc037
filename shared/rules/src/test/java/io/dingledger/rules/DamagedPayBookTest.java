package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Books about pay that are cut up at random. */
class DamagedPayBookTest {
  private static final List<String> SIGNS =
      List.of(
          "",
          "\"",
          "'",
          "{",
          "}",
          "[",
          "]",
          ":",
          " ",
          "\n",
          ",",
          "-",
          "|",
          "𠮷",
          "\\",
          ">",
          "<=",
          "null",
          "1",
          "0",
          "-1",
          "1e9",
          "1_0",
          "true",
          "when",
          "from",
          "2026-02-30",
          "~",
          "[]",
          "{}");

  @Test
  void each_is_checked_without_a_crash_and_every_finding_has_a_place() {
    Random random = new Random(41);
    String book = Books.workedText("pay");
    for (int round = 0; round < 1_500; round++) {
      StringBuilder damaged = new StringBuilder(book);
      for (int damages = 1 + random.nextInt(4); damages > 0; damages--) {
        int at = random.nextInt(damaged.length() - 6);
        damaged.replace(at, at + random.nextInt(6), SIGNS.get(random.nextInt(SIGNS.size())));
      }
      for (Finding finding : Books.findings(damaged.toString())) {
        assertTrue(finding.line() >= 1 && finding.column() >= 1, finding.toString());
      }
    }
  }

  /** Each value in turn is replaced by every kind of node. */
  @Test
  void each_value_may_be_of_any_shape() {
    String book = Books.workedText("pay");
    List<String> lines = book.lines().toList();
    for (int line = 0; line < lines.size(); line++) {
      int colon = lines.get(line).indexOf(": ");
      if (colon > 0) {
        for (String value : List.of("", " 1", " ~", " text", " []", " {}", " [[]]", " {a: {}}")) {
          String changed = lines.get(line).substring(0, colon + 1) + value;
          StringBuilder whole = new StringBuilder();
          for (int each = 0; each < lines.size(); each++) {
            whole.append(each == line ? changed : lines.get(each)).append('\n');
          }
          Books.findings(whole.toString());
        }
      }
    }
  }
}
