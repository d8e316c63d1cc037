package io.dingledger.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.platform.settings.Rule;
import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.SpanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/settings.md} has every span with its reason and every rule. Run with {@code
 * -Ddingledger.settings=write} to write its tables anew.
 */
class SettingsPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "settings.md");
  private static final String SPANS = "<!-- spans: written by a test from the code -->\n";
  private static final String RULES = "<!-- rules: written by a test from the code -->\n";
  private static final String END = "<!-- end -->\n";

  @Test
  void thePageIsTheSettings() throws IOException {
    String page = Files.readString(PAGE);
    String right = replaced(replaced(page, SPANS, spans()), RULES, rules());
    if ("write".equals(System.getProperty("dingledger.settings"))) {
      Files.writeString(PAGE, right);
    }
    assertEquals(right, Files.readString(PAGE));
  }

  private static String replaced(String page, String begin, String table) {
    int from = page.indexOf(begin) + begin.length();
    return page.substring(0, from) + table + page.substring(page.indexOf(END, from));
  }

  private static String spans() {
    StringBuilder table = new StringBuilder("| Setting | Usually | Why |\n| --- | --- | --- |\n");
    for (Span span : Span.values()) {
      table.append(
          "| `%s` | %s | %s |\n"
              .formatted(span.setting(), SpanText.of(span.usual()), span.reason()));
    }
    return table.toString();
  }

  private static String rules() {
    StringBuilder table = new StringBuilder("| Must be longer | than | otherwise |\n");
    table.append("| --- | --- | --- |\n");
    for (Rule rule : Rule.ALL) {
      String sum =
          rule.shorter().stream()
              .map(each -> "`" + each.setting() + "`")
              .collect(Collectors.joining(" + "));
      table.append("| `%s` | %s | %s |\n".formatted(rule.longer().setting(), sum, rule.english()));
    }
    return table.toString();
  }
}
