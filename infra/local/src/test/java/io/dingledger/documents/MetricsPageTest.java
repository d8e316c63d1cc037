package io.dingledger.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.platform.metrics.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of metrics names every metric and every alarm. */
class MetricsPageTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern ALARM =
      Pattern.compile("(?m)^  (\\w+):\n    Type: AWS::CloudWatch::Alarm");

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/metrics.md"));
  }

  @ParameterizedTest
  @EnumSource(Measure.class)
  void everyMetricHasItsRow(Measure measure) throws IOException {
    String unit = measure.unit() == Measure.Unit.COUNT ? "Count" : "Milliseconds";
    assertTrue(page().contains("\n| `" + measure.word() + "` | " + unit + " | "), measure.word());
  }

  @Test
  void everyAlarmIsNamed() throws IOException {
    String page = page();
    List<String> alarms =
        ALARM
            .matcher(Files.readString(ROOT.resolve("template.yaml")))
            .results()
            .map(result -> result.group(1))
            .toList();
    assertTrue(alarms.size() > 5, alarms.toString());
    assertEquals(
        List.of(), alarms.stream().filter(name -> !page.contains("`" + name + "`")).toList());
  }

  @Test
  void everyAlarmOfOurOwnWatchesAMetricThatExists() throws IOException {
    List<String> watched =
        Pattern.compile("Namespace: !Sub DingLedger/\\$\\{Stage}\n      MetricName: (\\S+)")
            .matcher(Files.readString(ROOT.resolve("template.yaml")))
            .results()
            .map(result -> result.group(1))
            .toList();
    List<String> known = Arrays.stream(Measure.values()).map(Measure::word).toList();
    assertTrue(!watched.isEmpty() && known.containsAll(watched), watched.toString());
  }
}
