package io.dingledger.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The operator's guide names only what there is. What AWS's own commands do, nobody checks here.
 */
class OperatingPagesTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path PAGES = ROOT.resolve("docs/operating");

  private String dev;
  private String template;

  @BeforeEach
  void read() throws IOException {
    dev = Files.readString(ROOT.resolve("dev"));
    template = Files.readString(ROOT.resolve("template.yaml"));
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static Set<String> named(Pattern pattern) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path page : pages()) {
      pattern.matcher(Files.readString(page)).results().map(m -> m.group(1)).forEach(names::add);
    }
    return names;
  }

  /** The names that stand at one level of indentation in one section of the template. */
  private Set<String> ofTemplate(String section) {
    int from = template.indexOf("\n" + section + ":\n") + section.length() + 2;
    String rest = template.substring(from);
    String part = rest.split("\n(?=[A-Z])", 2)[0];
    Set<String> names = new TreeSet<>();
    Pattern.compile("(?m)^  ([A-Z]\\w*):")
        .matcher(part)
        .results()
        .map(found -> found.group(1))
        .forEach(names::add);
    return names;
  }

  private static List<String> missing(Set<String> named, Set<String> known) {
    return named.stream().filter(name -> !known.contains(name)).toList();
  }

  @Test
  void everyCommandIsInTheUsageAndInTheScript() throws IOException {
    for (String command : named(Pattern.compile("\\./dev ([a-z][a-z-]*)"))) {
      assertTrue(dev.contains("\n  " + command + " "), command + " is not in the usage");
      assertTrue(
          Pattern.compile("(?m)^  ([a-z| -]*\\b)?" + command + "\\b[a-z| -]*\\)$")
              .matcher(dev)
              .find(),
          command + " is not in the script");
    }
  }

  @Test
  void everySubcommandIsOneOfItsProgram() throws IOException {
    Pattern twoWords = Pattern.compile("\\./dev (rules|ledgers|exports|tenant|restore) ([a-z-]+)");
    for (Path page : pages()) {
      for (MatchResult found : twoWords.matcher(Files.readString(page)).results().toList()) {
        assertTrue(isCommand(found.group(2)), page + ": " + found.group());
      }
    }
  }

  /** Each command's class says its own name, alone or as the name of a constant. */
  private static boolean isCommand(String word) throws IOException {
    Path sources = ROOT.resolve("infra/local/src/main/java/io/dingledger/local");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        if (Files.readString(file).contains("\"" + word + "\"")) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void everyParameterOfADeploymentIsOneOfTheTemplate() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Path page : pages()) {
      String text = Files.readString(page).replace("\\\n", " ");
      Pattern.compile("--parameter-overrides(.*)")
          .matcher(text)
          .results()
          .flatMap(line -> Pattern.compile("(\\w+)=").matcher(line.group(1)).results())
          .map(found -> found.group(1))
          .forEach(named::add);
    }
    assertTrue(named.contains("Stage"), "some were found");
    assertEquals(List.of(), missing(named, ofTemplate("Parameters")));
  }

  @Test
  void everySettingAlarmAndOutputIsOneOfTheTemplate() throws IOException {
    Set<String> settings = named(Pattern.compile("`([A-Z][A-Za-z]+)=[a-z0-9_]+`"));
    assertEquals(List.of(), missing(settings, ofTemplate("Parameters")));
    Set<String> alarms = named(Pattern.compile("`([A-Z][A-Za-z]+Alarm)`"));
    assertTrue(alarms.size() > 5);
    assertEquals(List.of(), missing(alarms, ofTemplate("Resources")));
    Set<String> outputs = named(Pattern.compile("`(\\w+(?:Url|Arn)|TableName|Address[AB])`"));
    assertEquals(List.of(), missing(outputs, ofTemplate("Outputs")));
  }

  @Test
  void theFunctionsAndQueuesAreCalledSo() throws IOException {
    Set<String> queues = ofTemplate("Resources");
    assertTrue(queues.contains("VouchersQueue") && queues.contains("PatrolDeadLetterQueue"));
    Set<String> names = named(Pattern.compile("dingledger-prod-([a-z]+(?:-dead)?)\\b"));
    Set<String> known = Set.of("intake", "translate", "post", "retry", "patrol", "before", "t");
    assertEquals(List.of(), missing(names, known));
  }

  @Test
  void theIndexNamesEveryPage() throws IOException {
    String index = Files.readString(PAGES.resolve("README.md"));
    List<String> missing = new ArrayList<>();
    for (Path page : pages()) {
      String name = page.getFileName().toString();
      if (!name.equals("README.md") && !index.contains("(" + name + ")")) {
        missing.add(name);
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void everyPageBeginsWithItsSummaryInChinese() throws IOException {
    for (Path page : pages()) {
      String head = Files.readString(page).lines().limit(4).reduce("", String::concat);
      assertTrue(head.contains("**摘要。**"), page.toString());
    }
  }

  @Test
  void everyAnchorIsAHeading() throws IOException {
    Pattern link = Pattern.compile("\\]\\(([^)#:]*)#([^)]+)\\)");
    for (Path page : pages()) {
      for (MatchResult found : link.matcher(Files.readString(page)).results().toList()) {
        Path target = found.group(1).isEmpty() ? page : page.resolveSibling(found.group(1));
        boolean there =
            Files.readString(target)
                .lines()
                .filter(line -> line.startsWith("#"))
                .anyMatch(line -> anchor(line).equals(found.group(2)));
        assertTrue(there, page + " -> " + found.group());
      }
    }
  }

  /** As GitHub makes it of a heading. */
  private static String anchor(String heading) {
    return heading
        .replaceFirst("^#+ ", "")
        .toLowerCase(java.util.Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\- ]", "")
        .replace(' ', '-');
  }
}
