package io.dingledger.rules.reading;

import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;

/**
 * Finds the line and column of a place within a scalar's text: exact for texts on one line and for
 * literal blocks, the beginning of the scalar otherwise.
 */
final class TextPlace {
  private TextPlace() {}

  /** Line and column, both from 1, of the place {@code at} (UTF-16 units) in the word's text. */
  static int[] of(Word word, int at, List<String> sourceLines) {
    Mark start = word.node().getStartMark();
    Mark end = word.node().getEndMark();
    ScalarStyle style = word.node().getScalarStyle();
    if (style == ScalarStyle.LITERAL) {
      return inBlock(word, at, start.getLine(), sourceLines);
    }
    boolean severalLines = start.getLine() != end.getLine();
    if (style == ScalarStyle.FOLDED || severalLines || start.getLine() >= sourceLines.size()) {
      return new int[] {start.getLine() + 1, start.getColumn() + 1};
    }
    int[] line = sourceLines.get(start.getLine()).codePoints().toArray();
    int last = Math.min(end.getColumn(), line.length);
    int column = start.getColumn() + (style == ScalarStyle.PLAIN ? 0 : 1);
    int points = word.text().codePointCount(0, Math.min(at, word.text().length()));
    for (int point = 0; point < points && column < last; point++) {
      column += width(line, column, style);
    }
    return new int[] {start.getLine() + 1, column + 1};
  }

  /** How many signs of the source stand for one of the text. */
  private static int width(int[] line, int column, ScalarStyle style) {
    if (style == ScalarStyle.SINGLE_QUOTED && line[column] == '\'') {
      return 2;
    }
    if (style == ScalarStyle.DOUBLE_QUOTED && line[column] == '\\' && column + 1 < line.length) {
      return switch (line[column + 1]) {
        case 'x' -> 4;
        case 'u' -> 6;
        case 'U' -> 10;
        default -> 2;
      };
    }
    return 1;
  }

  private static int[] inBlock(Word word, int at, int startLine, List<String> sourceLines) {
    String before = word.text().substring(0, Math.min(at, word.text().length()));
    int breaks = (int) before.chars().filter(sign -> sign == '\n').count();
    String first = startLine + 1 < sourceLines.size() ? sourceLines.get(startLine + 1) : "";
    int indent = first.length() - first.stripLeading().length();
    String last = before.substring(before.lastIndexOf('\n') + 1);
    return new int[] {startLine + 2 + breaks, indent + last.codePointCount(0, last.length()) + 1};
  }
}
