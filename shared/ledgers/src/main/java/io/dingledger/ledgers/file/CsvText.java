package io.dingledger.ledgers.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows as comma-separated text, RFC 4180. */
final class CsvText {
  private static final String LINE_END = "\r\n";

  /** Without it Excel in China takes UTF-8 for GBK. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** A spreadsheet takes what begins so for a formula; it reads the full-width signs alike. */
  private static final String FORMULA = "=+-@\t\r＝＋－＠";

  private CsvText() {}

  /** The rows in an encoding; UTF-8 with a byte order mark. */
  static byte[] of(List<List<Cell>> rows, Charset charset) {
    StringBuilder text = new StringBuilder();
    if (charset.equals(StandardCharsets.UTF_8)) {
      text.append(BYTE_ORDER_MARK);
    }
    for (List<Cell> row : rows) {
      text.append(row.stream().map(CsvText::field).collect(Collectors.joining(",")))
          .append(LINE_END);
    }
    return encoded(text, charset);
  }

  /** A cell as it is, with nothing around it. */
  static String plain(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> "";
      case Cell.Text(String value) -> value;
      case Cell.Decimal(var value) -> value.toPlainString();
      case Cell.Whole(long value) -> Long.toString(value);
      case Cell.Day(var value) -> value.toString();
    };
  }

  /**
   * A text's bytes.
   *
   * @throws IllegalArgumentException when a character can't be expressed: the check before must
   *     have refused it, and a question mark in its place would go unnoticed
   */
  static byte[] encoded(CharSequence text, Charset charset) {
    try {
      ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] result = new byte[bytes.remaining()];
      bytes.get(result);
      return result;
    } catch (CharacterCodingException unchecked) {
      throw new IllegalArgumentException("the texts were not checked for " + charset, unchecked);
    }
  }

  /** Numbers are never guarded: -545.00 is an amount. */
  private static String field(Cell cell) {
    String value = plain(cell);
    return quoted(cell instanceof Cell.Text && isFormula(value) ? "'" + value : value);
  }

  /** Some programs take the blanks before it away first. */
  private static boolean isFormula(String value) {
    String bare = value.strip();
    return !value.isEmpty()
        && (FORMULA.indexOf(value.charAt(0)) >= 0
            || (!bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0));
  }

  private static String quoted(String value) {
    boolean plain =
        value.chars().noneMatch(unit -> unit == ',' || unit == '"' || unit == '\n' || unit == '\r')
            && value.equals(value.strip());
    return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
