package io.dingledger.platform.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Metrics as lines of CloudWatch's embedded metric format: a function writes them to its standard
 * output and CloudWatch makes metrics of them, without a call.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">the
 *     format</a>
 */
public final class EmbeddedMetrics implements Metrics {
  /** The namespace of all our metrics at CloudWatch where the environment names none. */
  public static final String NAMESPACE = "DingLedger";

  /** The setting that names it: {@code template.yaml} gives each installation its own. */
  public static final String SETTING = "DINGLEDGER_METRICS_NAMESPACE";

  private final String namespace;
  private final Clock clock;
  private final Consumer<String> lines;

  /**
   * Metrics of a namespace.
   *
   * @param lines takes each line, for example {@code System.out::println}
   */
  public EmbeddedMetrics(String namespace, Clock clock, Consumer<String> lines) {
    this.namespace = namespace;
    this.clock = clock;
    this.lines = lines;
  }

  /**
   * Where functions write to: what they print reaches CloudWatch by itself. Two installations in
   * one account have different namespaces, or the one that works would hide the one that does not.
   */
  public static Metrics toOutput(Clock clock) {
    return new EmbeddedMetrics(namespace(System.getenv()), clock, System.out::println);
  }

  /** The namespace that an environment names. */
  static String namespace(Map<String, String> environment) {
    String named = environment.getOrDefault(SETTING, "");
    return named.isBlank() ? NAMESPACE : named;
  }

  @Override
  public void count(String name, long count, Label... labels) {
    write(name, count, "Count", labels);
  }

  @Override
  public void time(String name, Duration took, Label... labels) {
    write(name, took.toMillis(), "Milliseconds", labels);
  }

  private void write(String name, long value, String unit, Label... labels) {
    Map<Dimension, String> dimensions = new EnumMap<>(Dimension.class);
    for (Label label : labels) {
      dimensions.put(label.dimension(), label.value());
    }
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode header = line.putObject("_aws");
    header.put("Timestamp", clock.millis());
    ObjectNode directive = header.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", namespace);
    ArrayNode names = directive.putArray("Dimensions").addArray();
    dimensions.keySet().forEach(dimension -> names.add(dimension.name()));
    directive.putArray("Metrics").addObject().put("Name", name).put("Unit", unit);
    dimensions.forEach((dimension, label) -> line.put(dimension.name(), label));
    line.put(name, value);
    lines.accept(line.toString());
  }
}
