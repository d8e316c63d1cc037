package io.dingledger.local.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.local.command.Command;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./dev rules} as a user calls it; {@code @} stands for the folder of the examples. */
class RulesMainTest {
  private static final Path EXAMPLES = Path.of("..", "..", "docs", "examples", "simulation");
  private static final String SIMULATE = "simulate @/rule-book.yaml --documents @/documents";

  @TempDir Path folder;
  private Path documents;

  private record Said(int exit, String out, String err) {}

  private Said rules(String line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> words = new ArrayList<>();
    if (!line.isEmpty()) {
      Arrays.stream(line.split(" "))
          .map(word -> word.replace("@", EXAMPLES.toString()).replace("~", folder.toString()))
          .forEach(words::add);
    }
    int exit = RulesMain.run(words, stream(out), stream(err));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @BeforeEach
  void layOut() throws IOException {
    documents = Files.createDirectories(folder.resolve("documents"));
    Files.writeString(documents.resolve("notes.txt"), "no document");
  }

  private void copy(String file) throws IOException {
    Files.copy(EXAMPLES.resolve("documents").resolve(file), documents.resolve(file));
  }

  @Nested
  class A_command_line_that_cannot_be_carried_out {
    @ParameterizedTest
    @CsvSource({
      "chekc,COMMAND-UNKNOWN",
      "check,COMMAND-ARGUMENTS-WRONG",
      "check ~/none.yaml,RULES-FILE-UNREADABLE",
      "check --strict,OPTION-UNKNOWN",
      "simulate,COMMAND-ARGUMENTS-WRONG",
      "simulate @/rule-book.yaml,COMMAND-OPTION-MISSING",
      "simulate @/rule-book.yaml --documents,OPTION-VALUE-MISSING",
      "simulate @/rule-book.yaml --documents @ --documents @,OPTION-REPEATED",
      "simulate @/rule-book.yaml --documents ~/none,RULES-FOLDER-UNREADABLE",
      "simulate @/rule-book.yaml --documents ~/documents,RULES-NO-DOCUMENTS",
      "simulate @/broken.yaml --documents @/documents,RULES-BOOK-BROKEN",
      "simulate @/rule-book.yaml --documents @/documents --format xml,RULES-FORMAT-WRONG",
      "simulate @/rule-book.yaml --documents @/documents --close march,RULES-MONTH-WRONG",
      "simulate @/rule-book.yaml --documents @/documents --zone Mars,RULES-ZONE-WRONG",
      "simulate @/rule-book.yaml --documents @/documents --people ~/no,RULES-FILE-UNREADABLE",
      "diff @/rule-book.yaml --documents @/documents,COMMAND-ARGUMENTS-WRONG",
      "diff @/rule-book.yaml @/broken.yaml --documents @/documents,RULES-BOOK-BROKEN",
      "explain train --documents @/documents,COMMAND-OPTION-MISSING",
      "explain no --rule-book @/rule-book.yaml --documents @/documents,RULES-NOTHING-TO-EXPLAIN"
    })
    void is_refused_with_a_reason_in_both_languages(String line, String code) {
      Said said = rules(line);
      assertEquals(Command.REFUSED, said.exit(), said.err());
      assertTrue(said.err().startsWith(code + "  "), said.err());
      assertTrue(said.err().contains("\n    "), said.err());
      assertFalse(said.err().matches("(?s).*\\{\\d}.*"), said.err());
      assertEquals("", said.out());
    }

    @Test
    void may_be_wrong_in_several_ways_at_once() {
      Said said = rules("simulate x --colour red --documents= --close");
      for (String code : List.of("OPTION-UNKNOWN", "OPTION-VALUE-MISSING")) {
        assertTrue(said.err().contains(code), said.err());
      }
    }

    @Test
    void may_name_no_path_and_no_tenant() {
      assertTrue(rules("check a\u0000b").err().startsWith("OPTION-PATH-WRONG"));
      assertTrue(
          rules(SIMULATE + " --tenant " + "x".repeat(65)).err().startsWith("RULES-TENANT-WRONG"));
    }

    @Test
    void may_name_wrong_people() throws IOException {
      copy("written.yaml");
      Files.writeString(documents.resolve("people.yaml"), "people:\n  - { nmae: 张三 }\n");
      Said said = rules("simulate @/rule-book.yaml --documents ~/documents");
      assertEquals(Command.REFUSED, said.exit());
      assertTrue(said.err().startsWith("RULES-PEOPLE-WRONG"), said.err());
      assertTrue(said.err().contains("nmae"), said.err());
    }
  }

  @Nested
  class Help {
    @ParameterizedTest
    @ValueSource(strings = {"", "help", "--help", "check --help", "simulate x --help"})
    void is_given_wherever_it_is_asked_for(String line) {
      Said said = rules(line);
      assertEquals(line.isEmpty() ? Command.REFUSED : Command.FINE, said.exit());
      assertTrue(said.out().contains("FILE"), said.out());
    }

    @Test
    void names_every_command() {
      for (Command command : RulesMain.COMMANDS) {
        assertTrue(rules("--help").out().contains("  " + command.name()), command.name());
      }
    }
  }

  @Nested
  class Checking {
    @Test
    void puts_a_caret_under_each_mistake_wide_characters_included() {
      Said said = rules("check @/broken.yaml");
      assertEquals(Command.FOUND, said.exit());
      List<String> lines = said.out().lines().toList();
      String line = lines.get(7);
      String caret = lines.get(8);
      String before = line.substring(0, line.indexOf("line.amuont"));
      int wide = (int) before.codePoints().filter(each -> each > 0x2E80).count();
      assertEquals(4, wide, before);
      assertEquals(before.length() + wide, caret.indexOf('^'), line + "\n" + caret);
      assertTrue(said.out().contains("20:36  错误 error  BOOK-FIELD-UNKNOWN"), said.out());
    }

    @Test
    void looks_at_all_files_and_takes_the_worst() {
      Said said = rules("check @/rule-book.yaml @/broken.yaml");
      assertEquals(Command.FOUND, said.exit());
      assertTrue(said.out().startsWith("✔ "), said.out());
      assertEquals(Command.FINE, rules("check @/rule-book.yaml").exit());
    }

    @Test
    void tells_warnings_of_a_book_that_can_be_used() throws IOException {
      String text = Files.readString(EXAMPLES.resolve("rule-book.yaml"));
      Files.writeString(folder.resolve("low.yaml"), text.replace("workday: 1.5", "workday: 1.2"));
      Said said = rules("check ~/low.yaml");
      assertEquals(Command.FINE, said.exit(), said.out());
      assertTrue(said.out().contains("警告 warning"), said.out());
      assertTrue(said.out().contains("0 mistakes, 1 warnings"), said.out());
    }
  }

  @Nested
  class Simulating {
    @Test
    void reports_files_that_are_no_documents_and_tries_the_others() throws IOException {
      copy("written.yaml");
      Files.writeString(documents.resolve("answer.json"), "{\"result\": {\"title\": 1}}");
      Files.writeString(documents.resolve("wrong.yaml"), "kind: overtme\n");
      Files.write(documents.resolve("binary.json"), new byte[] {(byte) 0xFF, (byte) 0xFE});
      Said said = rules("simulate @/rule-book.yaml --documents ~/documents");
      assertEquals(Command.FOUND, said.exit());
      for (String text :
          List.of(
              "✘ answer.json  RULES-DOCUMENT-UNREADABLE",
              "✘ binary.json  RULES-FILE-UNREADABLE",
              "✘ wrong.yaml:1:7  DOC-WRITTEN-CHOICE-UNKNOWN",
              "单据 documents: 3 ")) {
        assertTrue(said.out().contains(text), text + "\n" + said.out());
      }
    }

    @Test
    void knows_an_answers_id_and_form_by_the_names_of_file_and_folder() throws IOException {
      String answer = Files.readString(EXAMPLES.resolve("documents/train.json"));
      Files.writeString(
          Files.createDirectories(documents.resolve("PROC-7F3A")).resolve("proc-77.json"),
          answer.replaceAll("\\s+\"process(InstanceId|Code)\": \"[^\"]*\",", ""));
      copy("people.yaml");
      Said said = rules("simulate @/rule-book.yaml --documents ~/documents");
      assertTrue(
          said.out().startsWith("■ PROC-7F3A/proc-77.json  2026-04-03  expenseClaim"), said.out());
    }

    @Test
    void closes_the_months_that_are_asked_for() {
      assertTrue(rules(SIMULATE + " --close 2026-05").out().contains("■ 2026-05 "));
      assertFalse(rules(SIMULATE + " --close 2026-04").out().contains("■ 2026-05 "));
    }

    @Test
    void gives_the_same_in_json() {
      JsonNode json = JsonTexts.parse(rules(SIMULATE + " --format=json").out()).orElseThrow();
      assertEquals(64, json.path("digest").asText().length());
      assertEquals(4, json.path("documents").size());
      JsonNode item = json.path("documents").get(2).path("payItems").get(0);
      assertEquals("300.00", item.path("amount").asText());
      assertEquals("agrees", item.path("recomputed").path("verdict").asText());
      assertTrue(item.path("explanation").path("zh").asText().startsWith("300.00 = 2（"));
      JsonNode sum = json.path("months").get(0).path("sums").get(0);
      assertEquals(3, sum.path("payItems").size());
      assertEquals("585.00", json.path("accounts").get(2).path("credit").asText());
    }

    @Test
    void depends_on_the_tenant_for_its_keys_and_on_the_zone_for_its_days() {
      String key = "DLZF1O1SVMORIW6GV8CO";
      assertTrue(rules(SIMULATE).out().contains(key));
      assertFalse(rules(SIMULATE + " --tenant demo").out().contains(key));
      assertTrue(
          rules(SIMULATE + " --zone Pacific/Auckland")
              .out()
              .contains("train-and-taxi)  2026-04-03"));
    }
  }

  @Nested
  class Comparing {
    @Test
    void ends_with_nought_when_nothing_would_differ() {
      Said said = rules("diff @/rule-book.yaml @/rule-book.yaml --documents @/documents");
      assertEquals(Command.FINE, said.exit());
      assertEquals("不同 different: 0 · 相同 same: 4\n", said.out());
    }

    @Test
    void gives_both_sides_in_json() {
      Said said =
          rules("diff @/rule-book.yaml @/rule-book-new.yaml --documents @/documents --format json");
      assertEquals(Command.FOUND, said.exit());
      JsonNode json = JsonTexts.parse(said.out()).orElseThrow();
      JsonNode line = json.path("documents").get(0).path("lines").get(0);
      assertEquals("6602.03", line.path("before").path("account").asText());
      assertEquals("6602.05", line.path("after").path("account").asText());
      assertEquals("315.00", amountAfter(json.path("documents").get(1)));
      assertTrue(json.path("accounts").get(2).path("before").isMissingNode());
    }

    private static String amountAfter(JsonNode document) {
      return document.path("payItems").get(0).path("after").path("amount").asText();
    }
  }

  @Nested
  class Explaining {
    private static final String FROM = " --rule-book @/rule-book.yaml --documents @/documents";

    @ParameterizedTest
    @ValueSource(
        strings = {
          "train.json",
          "train",
          "train-and-taxi",
          "202604020930000000001",
          "DLZF1O1SVMORIW6GV8CO"
        })
    void finds_a_document_by_each_of_its_names(String name) {
      Said said = rules("explain " + name + FROM);
      assertEquals(Command.FINE, said.exit(), said.err());
      assertTrue(said.out().contains("← Row 1, 金额 (by id MoneyField-K4)"), said.out());
    }

    @Test
    void tells_why_a_document_is_held() {
      assertTrue(rules("explain unknown-category" + FROM).out().contains("RULE-LOOKUP-UNKNOWN"));
    }
  }
}
