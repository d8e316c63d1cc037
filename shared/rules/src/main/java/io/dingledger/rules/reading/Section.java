package io.dingledger.rules.reading;

import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.expression.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a rule book. Every key must be asked for; {@link #close} reports the others. What
 * is wrong goes to the findings, and the answer is empty.
 */
final class Section {
  private final MappingNode node;
  private final Findings findings;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private Section(MappingNode node, Findings findings) {
    this.node = node;
    this.findings = findings;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        wrongShape(findings, tuple.getKeyNode(), "?", "文字", "a text");
      } else if (entries.putIfAbsent(key.getValue(), tuple) != null) {
        findings.add(key, RuleBookFinding.KEY_REPEATED, key.getValue());
      }
    }
  }

  /** The mapping that a node is. */
  static Optional<Section> of(Node node, String name, Findings findings) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new Section(mapping, findings));
    }
    wrongShape(findings, node, name, "一组“键: 值”", "a mapping of keys to values");
    return Optional.empty();
  }

  /** The items of a list that a node is. */
  static List<Node> items(Node node, String name, Findings findings) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    wrongShape(findings, node, name, "列表", "a list");
    return List.of();
  }

  /** The text that a node is: never a bare number, for that would lose zeros elsewhere. */
  static Optional<Word> text(Node node, String name, Findings findings) {
    if (node instanceof ScalarNode scalar && Tag.STR.equals(scalar.getTag())) {
      if (scalar.getValue().isBlank()) {
        findings.add(node, RuleBookFinding.EMPTY_VALUE, name);
        return Optional.empty();
      }
      if (scalar.isPlain() && YamlProblem.isQuotedFullWidth(scalar.getValue())) {
        wrongShape(findings, node, name, "半角引号（\" 或 '）里的文字", "a text in plain quotes, \" or '");
        return Optional.empty();
      }
      return Optional.of(new Word(scalar.getValue(), scalar));
    }
    if (node instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag())) {
      findings.add(node, RuleBookFinding.EMPTY_VALUE, name);
    } else {
      wrongShape(findings, node, name, "文字", "a text");
    }
    return Optional.empty();
  }

  /** The expression that a node is: a text, or a number or truth that needs no quotes. */
  static Optional<Word> expression(Node node, String name, Type wanted, Findings findings) {
    if (Numbers.isBare(node, wanted)) {
      return Optional.of(new Word(((ScalarNode) node).getValue(), (ScalarNode) node));
    }
    if (node instanceof ScalarNode scalar && !isText(scalar)) {
      boolean truth = wanted == Type.TRUTH;
      wrongShape(
          findings,
          node,
          name,
          truth ? "条件，例如 line.amount > 100" : "表达式，例如 line.amount 或 100.00（不用指数、八进制和下划线）",
          truth
              ? "a condition such as line.amount > 100"
              : "an expression such as line.amount or 100.00, without exponent, octal or underscore");
      return Optional.empty();
    }
    return text(node, name, findings);
  }

  /** What {@link #text} answers for itself: a text, or nothing at all. */
  private static boolean isText(ScalarNode scalar) {
    return Tag.STR.equals(scalar.getTag()) || Tag.NULL.equals(scalar.getTag());
  }

  /** The date that a node is; YAML takes a bare one for a time stamp, but its text is the same. */
  static Optional<LocalDate> date(Node node, String name, Findings findings) {
    try {
      if (node instanceof ScalarNode scalar) {
        return Optional.of(LocalDate.parse(scalar.getValue()));
      }
    } catch (DateTimeException notADate) {
      // Reported below, as any other shape.
    }
    wrongShape(findings, node, name, "日期，例如 2026-01-01", "a date such as 2026-01-01");
    return Optional.empty();
  }

  static void wrongShape(
      Findings findings, Node node, String name, String chinese, String english) {
    findings.add(node, RuleBookFinding.WRONG_SHAPE, name, chinese, english);
  }

  /** Where it begins. */
  Node node() {
    return node;
  }

  /** Whether it has no keys. */
  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The value of a key that may be missing. */
  Optional<Node> optional(String key) {
    asked.add(key);
    return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
  }

  /** The value of a key that must be there. */
  Optional<Node> required(String key) {
    Optional<Node> value = optional(key);
    if (value.isEmpty()) {
      findings.add(node, RuleBookFinding.KEY_MISSING, key);
    }
    return value;
  }

  /** Where a key stands, for findings about the key itself. */
  Node keyNode(String key) {
    return entries.containsKey(key) ? entries.get(key).getKeyNode() : node;
  }

  Optional<Word> requiredText(String key) {
    return required(key).flatMap(value -> text(value, key, findings));
  }

  Optional<Word> optionalText(String key) {
    return optional(key).flatMap(value -> text(value, key, findings));
  }

  Optional<Word> requiredExpression(String key, Type wanted) {
    return required(key).flatMap(value -> expression(value, key, wanted, findings));
  }

  Optional<Word> optionalExpression(String key, Type wanted) {
    return optional(key).flatMap(value -> expression(value, key, wanted, findings));
  }

  Optional<Section> requiredSection(String key) {
    return required(key).flatMap(value -> of(value, key, findings));
  }

  Optional<Section> optionalSection(String key) {
    return optional(key).flatMap(value -> of(value, key, findings));
  }

  List<Node> requiredItems(String key) {
    return nonEmpty(key, required(key).map(value -> items(value, key, findings)));
  }

  List<Node> optionalItems(String key) {
    return optional(key).map(value -> items(value, key, findings)).orElse(List.of());
  }

  private List<Node> nonEmpty(String key, Optional<List<Node>> items) {
    if (items.isPresent()
        && items.get().isEmpty()
        && optional(key).filter(Section::isEmptyList).isPresent()) {
      findings.add(keyNode(key), RuleBookFinding.EMPTY_VALUE, key);
    }
    return items.orElse(List.of());
  }

  /** Whether a node is a list without items. */
  static boolean isEmptyList(Node node) {
    return node instanceof SequenceNode list && list.getValue().isEmpty();
  }

  /** The texts of a list, or the one text that stands instead of a list. */
  List<Word> texts(String key, Node value) {
    List<Node> nodes = value instanceof ScalarNode ? List.of(value) : items(value, key, findings);
    List<Word> words = new ArrayList<>();
    nodes.forEach(each -> text(each, key, findings).ifPresent(words::add));
    return words;
  }

  /** Every key with its value: for mappings whose keys the author chooses. */
  void each(BiConsumer<Word, Node> action) {
    entries.forEach(
        (key, tuple) -> {
          asked.add(key);
          if (key.isBlank()) {
            findings.add(tuple.getKeyNode(), RuleBookFinding.EMPTY_VALUE, "?");
          } else {
            action.accept(new Word(key, (ScalarNode) tuple.getKeyNode()), tuple.getValueNode());
          }
        });
  }

  /** Reports the keys that nobody asked for; whether there were none. */
  boolean isClosed() {
    close();
    return asked.containsAll(entries.keySet());
  }

  /** Reports the keys that nobody asked for. */
  void close() {
    entries.forEach(
        (key, tuple) -> {
          if (!asked.contains(key)) {
            findings.add(
                tuple.getKeyNode(), RuleBookFinding.KEY_UNKNOWN, key, Nearest.hint(key, asked));
          }
        });
  }
}
