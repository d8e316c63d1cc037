package io.dingledger.rules.reading;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.Finding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.expression.Slip;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Says in words of people who write no YAML otherwise why a text is none. A full-width sign on the
 * line that could not be read, or on the one before it, is most often what is wrong.
 */
final class YamlProblem {
  /** As in {@link Findings}. */
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

  private static final String FULL_WIDTH_QUOTES = "“”‘’＂＇";

  private YamlProblem() {}

  /** What is wrong, where the author can mend it. */
  static Finding found(MarkedYAMLException broken, String yaml) {
    Mark mark = broken.getProblemMark();
    if (mark == null) {
      return new Finding(1, 1, Reason.of(RuleBookFinding.YAML_SYNTAX, plain(broken.getProblem())));
    }
    String[] lines = LINE_BREAK.split(yaml, -1);
    for (int line = mark.getLine(); line >= Math.max(0, mark.getLine() - 1); line--) {
      int column = line < lines.length ? fullWidth(lines[line]) : -1;
      if (column >= 0) {
        int sign = lines[line].codePointAt(column);
        String written = Character.toString(sign);
        String meant = Slip.meantBy(sign).orElse("");
        return new Finding(
            line + 1,
            column + 1,
            Reason.of(
                RuleBookFinding.YAML_SYNTAX,
                "全角符号 %s 应为半角 %s (full-width %s is no %s)"
                    .formatted(written, meant, written, meant)));
      }
    }
    return new Finding(
        mark.getLine() + 1,
        mark.getColumn() + 1,
        Reason.of(RuleBookFinding.YAML_SYNTAX, plain(broken.getProblem())));
  }

  /** Where the first full-width sign outside of quotes and comments stands; below 0 if none. */
  private static int fullWidth(String line) {
    char quote = 0;
    for (int at = 0; at < line.length(); at++) {
      char sign = line.charAt(at);
      if (quote != 0) {
        quote = sign == quote ? 0 : quote;
      } else if (sign == '"' || sign == '\'') {
        quote = sign;
      } else if (sign == '#') {
        return -1;
      } else if ("，：｛｝［］【】".indexOf(sign) >= 0 || FULL_WIDTH_QUOTES.indexOf(sign) >= 0) {
        return Slip.meantBy(sign).isPresent() ? at : -1;
      }
    }
    return -1;
  }

  /** Whether a text without quotes stands in full-width ones. */
  static boolean isQuotedFullWidth(String text) {
    return FULL_WIDTH_QUOTES.indexOf(text.charAt(0)) >= 0
        && FULL_WIDTH_QUOTES.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static String plain(String problem) {
    if (problem.startsWith("expected <block end>")) {
      return "这一行没有与上面的行对齐 (this line is not aligned with those above)";
    }
    if (problem.startsWith("could not find expected ':'")) {
      return "这里之前缺少冒号加空格 (a colon and a blank are missing before this)";
    }
    if (problem.startsWith("expected ',' or '}'")) {
      return "花括号里缺少逗号或 } (within braces a comma or } is missing)";
    }
    if (problem.startsWith("expected ',' or ']'")) {
      return "方括号里缺少逗号或 ] (within brackets a comma or ] is missing)";
    }
    if (problem.contains("TAB")) {
      return "缩进里有制表符，请改为空格 (there is a tab; write blanks)";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "这里不能再有“冒号加空格”，文字里有冒号时请加引号"
          + " (a second colon and blank; put texts with a colon in quotes)";
    }
    return problem;
  }
}
