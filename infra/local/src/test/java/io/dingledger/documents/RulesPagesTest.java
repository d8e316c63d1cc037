package io.dingledger.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.rules.RulesMain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What pages show of {@code ./dev rules} is what it prints; {@code …} stands for left out lines.
 */
class RulesPagesTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern SESSION =
      Pattern.compile("```console\n\\$ \\./dev rules ([^\n]*)\n(.*?)```", Pattern.DOTALL);

  private static String printed(String command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    List<String> line =
        Arrays.stream(command.split(" "))
            .map(word -> word.startsWith("docs/") ? ROOT.resolve(word).toString() : word)
            .toList();
    RulesMain.run(line, stream, stream);
    return out.toString(StandardCharsets.UTF_8)
        .replace(ROOT.resolve("docs") + "/", "docs/")
        .strip();
  }

  @TestFactory
  Stream<DynamicTest> every_session_of_the_pages_is_real() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String page : List.of("docs/simulation.md", "README.md")) {
      Matcher sessions = SESSION.matcher(Files.readString(ROOT.resolve(page)));
      while (sessions.find()) {
        String command = sessions.group(1);
        String shown = sessions.group(2).strip();
        tests.add(DynamicTest.dynamicTest(page + ": " + command, () -> same(command, shown)));
      }
    }
    assertTrue(tests.size() >= 5, "sessions were found");
    return tests.stream();
  }

  private static void same(String command, String shown) {
    String printed = printed(command);
    if (!shown.contains("\n…")) {
      assertEquals(shown, printed);
      return;
    }
    int from = 0;
    for (String part : shown.split("(?m)^…$")) {
      int at = printed.indexOf(part.strip(), from);
      assertFalse(at < 0, part + "\nis not in\n" + printed);
      from = at + part.strip().length();
    }
  }

  @Test
  void the_page_names_every_option_and_every_name_of_the_json() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/simulation.md"));
    String folder = "docs/examples/simulation/";
    String json =
        printed(
            "simulate "
                + folder
                + "rule-book.yaml --documents "
                + folder
                + "documents --format json");
    Matcher names = Pattern.compile("\"([A-Za-z]+)\" :").matcher(json);
    while (names.find()) {
      assertTrue(page.contains("`" + names.group(1)), names.group(1));
    }
    Matcher options = Pattern.compile("--[a-z-]+ (?=[A-Zt])").matcher(printed("simulate --help"));
    while (options.find()) {
      assertTrue(page.contains(options.group().strip()), options.group());
    }
  }
}
