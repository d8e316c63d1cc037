package io.dingledger.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.Options;
import io.dingledger.model.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documents say what is true. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      List<Path> found =
          new ArrayList<>(files.filter(file -> file.toString().endsWith(".md")).toList());
      found.add(ROOT.resolve("README.md"));
      return found;
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        if (!Files.exists(document.resolveSibling(link.group(1)))) {
          broken.add(document + " -> " + link.group(1));
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void everyDecisionIsListed() throws IOException {
    String list = Files.readString(ROOT.resolve("docs/decisions/README.md"));
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/decisions"))) {
      pages
          .map(page -> page.getFileName().toString())
          .filter(name -> name.matches("\\d{4}-.*\\.md"))
          .forEach(name -> assertTrue(list.contains(name), name));
    }
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void everyKindOfFailureHasItsRowInTheRetryPolicy(FailureKind kind) throws IOException {
    String page = Files.readString(ROOT.resolve("docs/retry-policy.md"));
    assertTrue(page.contains("\n| `" + kind + "` | "), kind.name());
  }

  @Test
  void readmeNamesEveryOptionOfRun() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Matcher option = Pattern.compile("--[a-z]+").matcher(Options.HELP);
    while (option.find()) {
      assertTrue(readme.contains("`" + option.group()), option.group());
    }
  }
}
