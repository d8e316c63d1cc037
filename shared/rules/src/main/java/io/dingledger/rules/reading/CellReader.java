package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.DecisionTable.End;
import io.dingledger.rules.book.DecisionTable.Test;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one condition of a decision table. */
final class CellReader {
  private static final Pattern COMPARISON = Pattern.compile("\\s*(>=|<=|>|<)\\s*(\\S+)\\s*");

  private final String input;
  private final Findings findings;

  CellReader(String input, Findings findings) {
    this.input = input;
    this.findings = findings;
  }

  /** The test that a node is for an input of this type; empty where it is none. */
  Optional<Test> test(Node node, Type type) {
    return switch (type) {
      case DURATION -> throw new IllegalArgumentException("refused as an input: " + input);
      case TEXT -> texts(node);
      case TRUTH -> truth(node);
      case DECIMAL ->
          Numbers.of(node)
              .map(CellReader::exactly)
              .or(
                  () ->
                      comparisons(
                          node,
                          text -> Numbers.of(text).map(Value.Decimal::new),
                          ">= 2, < 10",
                          new String[] {"数字或比较，例如 \">= 2, < 10\"", "a number or comparisons"}));
      case DATE ->
          date(node)
              .map(day -> (Test) new Test.OneOf(List.of(day)))
              .or(
                  () ->
                      comparisons(
                          node,
                          CellReader::date,
                          ">= 2026-01-01, < 2026-07-01",
                          new String[] {"日期或比较，例如 \">= 2026-01-01\"", "a date or comparisons"}));
    };
  }

  private static Test exactly(BigDecimal number) {
    return new Test.OneOf(List.of(new Value.Decimal(number)));
  }

  private Optional<Test> texts(Node node) {
    List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    if (nodes.isEmpty()) {
      findings.add(node, RuleBookFinding.EMPTY_VALUE, input);
      return Optional.empty();
    }
    List<Value> values = new ArrayList<>();
    for (Node each : nodes) {
      Section.text(each, input, findings)
          .ifPresent(
              word -> {
                Value value = new Value.Text(word.text());
                if (values.contains(value)) {
                  findings.add(each, RuleBookFinding.MATCH_REPEATED, word.text(), input);
                }
                values.add(value);
              });
    }
    return values.size() == nodes.size() ? Optional.of(new Test.OneOf(values)) : Optional.empty();
  }

  private Optional<Test> truth(Node node) {
    Optional<Value> truth = Columns.truth(node);
    if (truth.isEmpty()) {
      Section.wrongShape(findings, node, input, "true 或 false", "true or false");
    }
    return truth.map(value -> new Test.OneOf(List.of(value)));
  }

  private static Optional<Value> date(Node node) {
    return node instanceof ScalarNode scalar ? date(scalar.getValue()) : Optional.empty();
  }

  private static Optional<Value> date(String text) {
    try {
      return Optional.of(new Value.Day(LocalDate.parse(text)));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private Optional<Test> comparisons(
      Node node,
      Function<String, Optional<? extends Value>> value,
      String example,
      String[] shape) {
    if (!(node instanceof ScalarNode scalar && Tag.STR.equals(scalar.getTag()))) {
      Section.wrongShape(findings, node, input, shape[0], shape[1]);
      return Optional.empty();
    }
    Optional<Test.Between> range = range(scalar.getValue(), value);
    if (range.isEmpty()) {
      findings.add(node, DataFinding.COMPARISON_UNREADABLE, scalar.getValue(), example);
      return Optional.empty();
    }
    if (Reach.of(range.get()).isEmpty()) {
      findings.add(node, DataFinding.RANGE_EMPTY, scalar.getValue());
      return Optional.empty();
    }
    return range.map(test -> test);
  }

  private static Optional<Test.Between> range(
      String text, Function<String, Optional<? extends Value>> value) {
    Optional<End> lower = Optional.empty();
    Optional<End> upper = Optional.empty();
    String[] parts = text.split(",", -1);
    for (String part : parts) {
      Matcher comparison = COMPARISON.matcher(part);
      Optional<? extends Value> at =
          comparison.matches() ? value.apply(comparison.group(2)) : Optional.empty();
      if (at.isEmpty()) {
        return Optional.empty();
      }
      String sign = comparison.group(1);
      Optional<End> end = Optional.of(new End(at.get(), sign.endsWith("=")));
      boolean isLower = sign.startsWith(">");
      if ((isLower ? lower : upper).isPresent()) {
        return Optional.empty();
      }
      lower = isLower ? end : lower;
      upper = isLower ? upper : end;
    }
    return Optional.of(new Test.Between(lower, upper));
  }
}
