package io.dingledger.rules.written;

import io.dingledger.model.document.Moment;
import io.dingledger.model.document.Person;
import io.dingledger.rules.Nearest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a written document. Every key must be asked for; {@link #close} reports the
 * others. Where a value is missing or wrong, that goes to the faults and a stand-in is answered:
 * with any fault nothing that was made of it is used.
 */
final class Part {
  private final MappingNode node;
  private final Faults faults;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private Part(MappingNode node, Faults faults) {
    this.node = node;
    this.faults = faults;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        wrongType(faults, tuple.getKeyNode(), "?", "文字", "a text");
      } else if (entries.putIfAbsent(key.getValue(), tuple) != null) {
        faults.add(key, WrittenFault.KEY_REPEATED, key.getValue());
      }
    }
  }

  /** The mapping that a node is. */
  static Optional<Part> of(Node node, String name, Faults faults) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new Part(mapping, faults));
    }
    wrongType(faults, node, name, "一组“字段: 值”", "a mapping of fields to values");
    return Optional.empty();
  }

  private static void wrongType(
      Faults faults, Node node, String name, String chinese, String english) {
    faults.add(node, WrittenFault.WRONG_TYPE, name, chinese, english);
  }

  /** The value of a key that may be missing. */
  Optional<Node> value(String key) {
    asked.add(key);
    return Optional.ofNullable(entries.get(key))
        .map(NodeTuple::getValueNode)
        .filter(value -> !Scalars.isNull(value));
  }

  /** The value of a key, or its mapping where it has none: the place to report something at. */
  Node placeOf(String key) {
    return value(key).orElse(node);
  }

  private Optional<Node> required(String key) {
    Optional<Node> value = value(key);
    if (value.isEmpty()) {
      faults.add(node, WrittenFault.KEY_MISSING, key);
    }
    return value;
  }

  private <T> Optional<T> read(
      Optional<Node> value,
      String key,
      Function<Node, Optional<T>> reader,
      String chinese,
      String english) {
    Optional<T> read = value.flatMap(reader);
    if (read.isEmpty()) {
      value.ifPresent(wrong -> wrongType(faults, wrong, key, chinese, english));
    }
    return read;
  }

  /** A text that must be there and must not be empty. */
  String text(String key) {
    Optional<String> text = text(key, required(key));
    if (text.filter(String::isEmpty).isPresent()) {
      faults.add(placeOf(key), WrittenFault.VALUE_EMPTY, key);
    }
    return text.orElse("");
  }

  /** A text that may be missing. */
  String text(String key, String otherwise) {
    return text(key, value(key)).filter(text -> !text.isEmpty()).orElse(otherwise);
  }

  private Optional<String> text(String key, Optional<Node> value) {
    return read(value, key, Scalars::text, "文字（数字请加引号）", "a text; put numbers in quotes");
  }

  /** A number that must be there. */
  BigDecimal number(String key) {
    return number(key, required(key)).orElse(BigDecimal.ZERO);
  }

  /** A number that may be missing. */
  Optional<BigDecimal> optionalNumber(String key) {
    return number(key, value(key));
  }

  private Optional<BigDecimal> number(String key, Optional<Node> value) {
    return read(
        value,
        key,
        node -> Scalars.number(node).filter(number -> number.signum() >= 0),
        "不小于 0 的数字，例如 1.5",
        "a number of at least 0 such as 1.5");
  }

  /** An amount of any sign, as forms may hold it. */
  Optional<BigDecimal> amount(String key, boolean required) {
    Optional<Node> value = required ? required(key) : value(key);
    return read(value, key, Scalars::number, "数字，例如 12.50", "a number such as 12.50");
  }

  /** A whole number of at least 0 that may be missing. */
  Optional<Integer> count(String key) {
    return read(value(key), key, Scalars::count, "不小于 0 的整数", "a whole number of at least 0");
  }

  /** Yes or no, if stated. */
  Optional<Boolean> truth(String key) {
    return read(value(key), key, Scalars::truth, "true 或 false", "true or false");
  }

  /** A day that must be there. */
  LocalDate date(String key) {
    return date(key, required(key)).orElse(LocalDate.EPOCH);
  }

  /** A day that may be missing. */
  Optional<LocalDate> optionalDate(String key) {
    return date(key, value(key));
  }

  private Optional<LocalDate> date(String key, Optional<Node> value) {
    return read(value, key, Scalars::date, "日期，例如 2026-01-31", "a date such as 2026-01-31");
  }

  /** A moment that must be there. */
  Moment moment(String key) {
    return moment(key, required(key)).orElse(Moment.of(LocalDate.EPOCH));
  }

  /** A moment that may be missing. */
  Optional<Moment> optionalMoment(String key) {
    return moment(key, value(key));
  }

  private Optional<Moment> moment(String key, Optional<Node> value) {
    return read(
        value,
        key,
        Scalars::moment,
        "日期，可带时刻或半天，例如 2026-01-31、2026-01-31 18:30、2026-01-31 上午",
        "a date with or without a time or a half, such as 2026-01-31, 2026-01-31 18:30 or"
            + " 2026-01-31 morning");
  }

  /** A minute of a day that may be missing. */
  Optional<Moment> optionalMinute(String key) {
    return read(
        value(key),
        key,
        value -> Scalars.moment(value).filter(moment -> moment.time().isPresent()),
        "日期加时刻，例如 2026-01-31 18:30",
        "a date with a time, such as 2026-01-31 18:30");
  }

  /** A minute of a day that must be there. */
  Moment minute(String key) {
    required(key);
    return optionalMinute(key).orElse(Moment.of(LocalDate.EPOCH));
  }

  /** One of some words that must be there. */
  <T> T choice(String key, Map<String, T> choices) {
    Optional<Node> value = required(key);
    Optional<String> word = read(value, key, Scalars::plain, "文字", "a word");
    if (word.isPresent() && !choices.containsKey(word.get())) {
      faults.add(
          value.get(),
          WrittenFault.CHOICE_UNKNOWN,
          word.get(),
          Nearest.hint(word.get(), choices.keySet()),
          String.join(", ", choices.keySet()));
    }
    return word.map(choices::get).orElse(choices.values().iterator().next());
  }

  /** One of some words that may be missing. */
  <T> T choice(String key, Map<String, T> choices, T otherwise) {
    return value(key).isPresent() ? choice(key, choices) : otherwise;
  }

  /** A mapping that may be missing. */
  Optional<Part> optionalPart(String key) {
    return value(key).flatMap(value -> of(value, key, faults));
  }

  /** The mappings of a list that must be there and must have some. */
  List<Part> parts(String key) {
    Optional<Node> value = required(key);
    if (value
        .filter(list -> list instanceof SequenceNode all && all.getValue().isEmpty())
        .isPresent()) {
      faults.add(value.get(), WrittenFault.VALUE_EMPTY, key);
    }
    return parts(key, value);
  }

  /** The mappings of a list that may be missing. */
  List<Part> optionalParts(String key) {
    return parts(key, value(key));
  }

  private List<Part> parts(String key, Optional<Node> value) {
    List<Part> parts = new ArrayList<>();
    items(key, value).forEach(item -> of(item, key, faults).ifPresent(parts::add));
    return parts;
  }

  /** A person who must be there: described, or a text that is their user id. */
  Optional<Person> person(String key, PeopleInline people) {
    return required(key).flatMap(value -> person(value, key, people));
  }

  /** The people of a list that may be missing. */
  List<Person> persons(String key, PeopleInline people) {
    return items(key, value(key)).stream()
        .flatMap(item -> person(item, key, people).stream())
        .toList();
  }

  private Optional<Person> person(Node value, String key, PeopleInline people) {
    return value instanceof ScalarNode
        ? text(key, Optional.of(value)).map(people::named)
        : of(value, key, faults).map(people::person);
  }

  /** The texts of a list that may be missing. */
  List<String> texts(String key) {
    return items(key, value(key)).stream()
        .flatMap(item -> text(key, Optional.of(item)).stream())
        .toList();
  }

  /** The items of a list that must be there. */
  List<Node> items(String key) {
    return items(key, required(key));
  }

  /** Whether a key is there. */
  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** The keys that are there. */
  List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  private List<Node> items(String key, Optional<Node> value) {
    return read(
            value,
            key,
            found ->
                found instanceof SequenceNode list
                    ? Optional.of(list.getValue())
                    : Optional.empty(),
            "列表",
            "a list")
        .orElse(List.of());
  }

  /** Reports the keys that nobody asked for. */
  void close() {
    entries.forEach(
        (key, tuple) -> {
          if (!asked.contains(key)) {
            faults.add(
                tuple.getKeyNode(),
                WrittenFault.KEY_UNKNOWN,
                key,
                Nearest.hint(key, asked),
                String.join(", ", asked));
          }
        });
  }

  /** Something is wrong with a key's value. */
  void fault(String key, WrittenFault fault, Object... arguments) {
    faults.add(placeOf(key), fault, arguments);
  }
}
