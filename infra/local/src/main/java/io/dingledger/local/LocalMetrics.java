package io.dingledger.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.platform.metrics.Metrics;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What CloudWatch would make of the functions' metrics, since this process began: how often each
 * was measured, its sum, its largest and its last value. Safe for many threads.
 */
final class LocalMetrics implements Metrics {
  private final Map<String, Statistic> statistics = new TreeMap<>();

  private record Statistic(long times, long sum, long most, long last) {
    private static Statistic of(long value) {
      return new Statistic(1, value, value, value);
    }

    private Statistic and(Statistic next) {
      return new Statistic(
          times + next.times, sum + next.sum, Math.max(most, next.most), next.last);
    }
  }

  @Override
  public void count(String name, long count, Label... labels) {
    put(name, count, labels);
  }

  @Override
  public void time(String name, Duration took, Label... labels) {
    put(name, took.toMillis(), labels);
  }

  /** All of them by name, with their labels behind it: {@code retry.decided CONFIG PARKED}. */
  synchronized ObjectNode json() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    statistics.forEach(
        (name, statistic) ->
            all.putObject(name)
                .put("times", statistic.times())
                .put("sum", statistic.sum())
                .put("most", statistic.most())
                .put("last", statistic.last()));
    return all;
  }

  private synchronized void put(String name, long value, Label... labels) {
    String full =
        Arrays.stream(labels)
            .map(label -> " " + label.value())
            .collect(Collectors.joining("", name, ""));
    statistics.merge(full, Statistic.of(value), Statistic::and);
  }
}
