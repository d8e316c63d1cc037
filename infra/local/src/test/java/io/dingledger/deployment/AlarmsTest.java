package io.dingledger.deployment;

import static io.dingledger.deployment.Shipped.list;
import static io.dingledger.deployment.Shipped.map;
import static io.dingledger.deployment.Shipped.resources;
import static io.dingledger.deployment.Shipped.target;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.platform.metrics.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every alarm watches something that is measured, has a page of the runbook and a line in {@code
 * docs/metrics.md}. Run with {@code -Ddingledger.alarms=write} to write that table anew.
 */
class AlarmsTest {
  private static final Path RUNBOOK = Shipped.ROOT.resolve("docs/runbook");
  private static final Path PAGE = Shipped.ROOT.resolve("docs/metrics.md");
  private static final String BEGIN = "<!-- alarms: written by a test from template.yaml -->\n";
  private static final String END = "<!-- end -->\n";
  private static final Map<String, Map<?, ?>> ALARMS = resources("AWS::CloudWatch::Alarm");
  private static final List<String> SECTIONS =
      List.of(
          "## What it means · 含义",
          "## What to look at · 看什么",
          "## What to do · 怎么办",
          "## What not to do · 不要做");

  /** What AWS measures by itself, as its documentation names it. */
  private static final Map<String, Set<String>> OF_AWS =
      Map.of(
          "AWS/SQS",
          Set.of(
              "ApproximateAgeOfOldestMessage",
              "ApproximateAgeOfOldestMessageInQuietGroups",
              "ApproximateNumberOfMessagesVisible"),
          "AWS/Lambda",
          Set.of("Errors", "Throttles", "Duration", "Invocations"),
          "AWS/ApiGateway",
          Set.of("Latency", "Count", "4xx", "5xx"),
          "AWS/DynamoDB",
          Set.of("ReadThrottleEvents", "WriteThrottleEvents", "SystemErrors"),
          "AWS/Scheduler",
          Set.of("TargetErrorCount"),
          "AWS/Usage",
          Set.of("ResourceCount"));

  /** A metric that an alarm watches. */
  private record Watched(String namespace, String metric, int period) {}

  private static List<Watched> watched(Map<?, ?> alarm) {
    List<Watched> found = new ArrayList<>();
    if (alarm.containsKey("MetricName")) {
      found.add(
          new Watched(
              text(alarm.get("Namespace")),
              text(alarm.get("MetricName")),
              (Integer) alarm.get("Period")));
    }
    for (Object each : list(alarm.get("Metrics"))) {
      Map<?, ?> stat = map(map(each).get("MetricStat"));
      if (!stat.isEmpty()) {
        Map<?, ?> metric = map(stat.get("Metric"));
        found.add(
            new Watched(
                text(metric.get("Namespace")),
                text(metric.get("MetricName")),
                (Integer) stat.get("Period")));
      }
    }
    return found;
  }

  private static String text(Object value) {
    return map(value).containsKey("Fn::Sub")
        ? String.valueOf(map(value).get("Fn::Sub"))
        : String.valueOf(value);
  }

  @Test
  void everyMetricOfAnAlarmIsMeasured() {
    Set<String> ours =
        Arrays.stream(Measure.values()).map(Measure::word).collect(Collectors.toSet());
    ALARMS.forEach(
        (id, alarm) -> {
          assertTrue(!watched(alarm).isEmpty(), id);
          for (Watched each : watched(alarm)) {
            boolean isOurs = each.namespace().equals("DingLedger/${Stage}");
            Set<String> known = isOurs ? ours : OF_AWS.getOrDefault(each.namespace(), Set.of());
            assertTrue(known.contains(each.metric()), id + " watches " + each);
          }
        });
  }

  @Test
  void everyAlarmIsSentNamedAfterItselfAndLeadsToItsPage() {
    ALARMS.forEach(
        (id, alarm) -> {
          assertEquals("AlarmTopic", target(list(alarm.get("AlarmActions")).getFirst()), id);
          assertEquals("dingledger-${Stage}-" + id, text(alarm.get("AlarmName")));
          String words = text(alarm.get("AlarmDescription"));
          assertTrue(words.endsWith(" docs/runbook/" + id + ".md"), words);
        });
  }

  @Test
  void everyAlarmHasAPageAndEveryPageAnAlarm() throws IOException {
    try (Stream<Path> pages = Files.list(RUNBOOK)) {
      assertEquals(
          new TreeSet<>(ALARMS.keySet()),
          pages
              .map(page -> page.getFileName().toString().replace(".md", ""))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @Test
  void everyPageSaysInBothLanguagesWhatItIsAndHasAllSections() throws IOException {
    for (String id : ALARMS.keySet()) {
      String page = Files.readString(RUNBOOK.resolve(id + ".md"));
      assertTrue(page.startsWith("# " + id + "\n\n**"), id);
      String chinese = page.lines().skip(2).findFirst().orElseThrow();
      assertTrue(chinese.codePoints().anyMatch(each -> each >= 0x4e00 && each <= 0x9fff), id);
      int last = 0;
      for (String section : SECTIONS) {
        int at = page.indexOf("\n" + section + "\n\n");
        assertTrue(at > last, id + " lacks " + section);
        last = at;
      }
    }
  }

  @Test
  void whatPagesNameExists() throws IOException {
    Pattern group = Pattern.compile("`(/aws/[a-z/]+dingledger)-STAGE(-[a-z]+)`");
    Pattern parameter = Pattern.compile("raise `([A-Z][A-Za-z]+)`|parameter `([A-Z][A-Za-z]+)`");
    Set<String> groups =
        resources("AWS::Logs::LogGroup").values().stream()
            .map(each -> text(each.get("LogGroupName")).replace("${Stage}", "STAGE"))
            .collect(Collectors.toSet());
    for (String id : ALARMS.keySet()) {
      String page = Files.readString(RUNBOOK.resolve(id + ".md"));
      Matcher named = group.matcher(page);
      while (named.find()) {
        String name = named.group(1) + "-STAGE" + named.group(2);
        assertTrue(groups.contains(name), id + " names " + name);
      }
      Matcher raised = parameter.matcher(page);
      while (raised.find()) {
        String name = raised.group(1) == null ? raised.group(2) : raised.group(1);
        boolean isKnown =
            Shipped.section("Parameters").containsKey(name) || name.equals("MaximumConcurrency");
        assertTrue(isKnown, id + " names " + name);
      }
    }
  }

  @Test
  void thePageOfMetricsHasEveryAlarmAsItIs() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    String right = page.substring(0, from) + table() + page.substring(page.indexOf(END, from));
    if ("write".equals(System.getProperty("dingledger.alarms"))) {
      Files.writeString(PAGE, right);
    }
    assertEquals(right, Files.readString(PAGE));
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| Alarm | Metric | When | For |\n|---|---|---|---|\n");
    ALARMS.forEach(
        (id, alarm) ->
            table.append(
                "| [`%s`](runbook/%s.md) | %s | %s | %s |\n"
                    .formatted(id, id, metrics(alarm), condition(alarm), span(alarm))));
    return table.toString();
  }

  private static String metrics(Map<?, ?> alarm) {
    return watched(alarm).stream()
        .map(each -> "`" + each.metric() + "`")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String condition(Map<?, ?> alarm) {
    String sign =
        switch (text(alarm.get("ComparisonOperator"))) {
          case "GreaterThanThreshold" -> "> ";
          case "GreaterThanOrEqualToThreshold" -> "≥ ";
          case "LessThanThreshold" -> "< ";
          default -> throw new AssertionError(alarm.get("ComparisonOperator"));
        };
    boolean missing = "breaching".equals(alarm.get("TreatMissingData"));
    String label =
        list(alarm.get("Metrics")).stream()
            .map(each -> map(each).get("Label"))
            .filter(each -> each != null)
            .map(each -> " " + each)
            .findFirst()
            .orElse("");
    return sign + alarm.get("Threshold") + label + (missing ? ", or nothing is measured" : "");
  }

  private static String span(Map<?, ?> alarm) {
    int minutes = watched(alarm).getFirst().period() / 60;
    int all = (Integer) alarm.get("EvaluationPeriods");
    Object needed = alarm.get("DatapointsToAlarm");
    return (needed == null ? all : needed + " of " + all) + " × " + minutes + " min";
  }
}
