package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.ReasonCode;
import io.dingledger.rules.reading.BookReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each file in {@code broken} names, in its first lines, every finding that it provokes. */
class BrokenBooksTest {
  private static final String EXPECT = "# expect: ";

  @TestFactory
  Stream<DynamicTest> each_broken_book_gives_exactly_its_findings() throws Exception {
    return files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      List<Finding> findings = Books.findings(Files.readString(file));
                      assertEquals(
                          expected(file),
                          findings.stream().map(BrokenBooksTest::place).collect(sorted()),
                          Books.shown(findings));
                    }));
  }

  @Test
  void every_finding_has_a_broken_book() throws Exception {
    Set<String> provoked = new TreeSet<>();
    for (Path file : files()) {
      expected(file).forEach(line -> provoked.add(line.substring(0, line.indexOf(' '))));
    }
    // Too long for a file; provoked below.
    provoked.add(RuleBookFinding.BOOK_TOO_LARGE.code());
    Set<String> missing =
        Stream.of(RuleBookFinding.values(), DataFinding.values(), RuleFinding.values())
            .flatMap(Arrays::stream)
            .map(ReasonCode::code)
            .collect(sorted());
    missing.removeAll(provoked);
    assertEquals(Set.of(), missing);
  }

  @Test
  void a_book_that_is_too_long_is_refused_unread() {
    List<Finding> findings = Books.findings("#".repeat(BookReader.LONGEST + 1));
    assertEquals(List.of("BOOK-BOOK-TOO-LARGE"), codes(findings));
  }

  /** Nothing is said against a book for a company that always clears exactly what was advanced. */
  @Test
  void rules_that_balance_for_some_documents_are_not_refused() {
    String whole =
        Books.workedText("advance-and-clearing")
            .replaceAll("(?m)^ *- \\{ (credit|debit): .* when: clearing.difference .*\n", "")
            .replaceAll("(?m)^  其他应付款: .*\n", "");
    assertFalse(whole.contains("difference"));
    assertEquals(List.of(), Books.findings(whole));
  }

  @Test
  void odd_texts_are_findings_and_never_a_crash() {
    for (String text :
        List.of(
            "\u0000",
            "\"\\x\"",
            "- - - -",
            "? [a]\n: b",
            "!!java.net.URL [x]",
            "a: *b",
            "[".repeat(5000),
            "--- a\n--- b")) {
      assertFalse(Books.findings(text).isEmpty(), text);
    }
  }

  @Test
  void a_book_with_random_damage_is_checked_without_a_crash() {
    Random random = new Random(11);
    List<String> signs =
        List.of(
            "", "\"", "'", "{", "}", "[", ":", " ", "\n", "\u2028", "\u0085", "|", "𠮷", "\\",
            "&a ", "*a", "!!int ", "null", "1");
    String book = Books.resource(Books.PACK);
    for (int round = 0; round < 1_000; round++) {
      StringBuilder damaged = new StringBuilder(book);
      for (int damages = 1 + random.nextInt(3); damages > 0; damages--) {
        int at = random.nextInt(damaged.length() - 3);
        damaged.replace(at, at + random.nextInt(3), signs.get(random.nextInt(signs.size())));
      }
      for (Finding finding : Books.findings(damaged.toString())) {
        assertTrue(finding.line() >= 1 && finding.column() >= 1, finding.toString());
      }
    }
  }

  @Test
  void every_text_is_complete_in_both_languages() {
    Stream.of(
            RuleBookFinding.values(),
            DataFinding.values(),
            RuleFinding.values(),
            HoldReason.values(),
            IgnoreReason.values())
        .flatMap(Arrays::stream)
        .forEach(
            code -> {
              assertTrue(code.chinese().length() > 3 && code.english().length() > 8, code.code());
              assertTrue(code.chineseCure().endsWith("。"), code.code());
              assertTrue(code.englishCure().endsWith("."), code.code());
            });
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(finding -> finding.reason().code()).toList();
  }

  private static String place(Finding finding) {
    return finding.reason().code() + " " + finding.line() + ":" + finding.column();
  }

  private static Collector<String, ?, TreeSet<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static Set<String> expected(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(EXPECT))
        .map(line -> line.substring(EXPECT.length()))
        .collect(sorted());
  }

  private static List<Path> files() throws IOException, URISyntaxException {
    Path folder = Path.of(BrokenBooksTest.class.getResource("/broken").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
