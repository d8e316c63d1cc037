package io.dingledger.rules.written;

import io.dingledger.model.document.Moment;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads single values; empty when a node is no such value. */
final class Scalars {
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,10})?");
  private static final Pattern COUNT = Pattern.compile("0|[1-9]\\d{0,8}");
  private static final Pattern MOMENT =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T](?:(\\d{2}:\\d{2})(?::00)?|(\\S+)))?");
  private static final Map<String, Moment.Half> HALVES =
      Map.of(
          "morning", Moment.Half.MORNING,
          "上午", Moment.Half.MORNING,
          "afternoon", Moment.Half.AFTERNOON,
          "下午", Moment.Half.AFTERNOON);

  private Scalars() {}

  /** {@code null}, or nothing behind a colon: as if the key were not there. */
  static boolean isNull(Node node) {
    return node instanceof ScalarNode && Tag.NULL.equals(node.getTag());
  }

  /** A text; never a bare number, for that could lose its zeros. */
  static Optional<String> text(Node node) {
    return Tag.STR.equals(node.getTag()) ? plain(node).map(String::strip) : Optional.empty();
  }

  /** A decimal number, bare or in quotes, as middleware writes it to keep it exact. */
  static Optional<BigDecimal> number(Node node) {
    return plain(node).filter(text -> NUMBER.matcher(text).matches()).map(BigDecimal::new);
  }

  /** A whole number of at least 0. */
  static Optional<Integer> count(Node node) {
    return plain(node).filter(text -> COUNT.matcher(text).matches()).map(Integer::valueOf);
  }

  static Optional<Boolean> truth(Node node) {
    return plain(node)
        .filter(text -> text.equals("true") || text.equals("false"))
        .map(Boolean::valueOf);
  }

  static Optional<LocalDate> date(Node node) {
    return plain(node).flatMap(Scalars::date);
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /** A day, a half of a day, or a minute. */
  static Optional<Moment> moment(Node node) {
    Optional<Matcher> parts = plain(node).map(MOMENT::matcher).filter(Matcher::matches);
    Optional<LocalDate> day = parts.flatMap(found -> date(found.group(1)));
    if (day.isEmpty()) {
      return Optional.empty();
    }
    String time = parts.get().group(2);
    String half = parts.get().group(3);
    if (half != null) {
      return Optional.ofNullable(HALVES.get(half)).map(known -> Moment.of(day.get(), known));
    }
    return time == null ? day.map(Moment::of) : time(day.get(), time);
  }

  private static Optional<Moment> time(LocalDate day, String text) {
    try {
      return Optional.of(Moment.of(day, LocalTime.parse(text)));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /** A word as it stands: YAML takes a bare {@code on} for a truth. */
  static Optional<String> plain(Node node) {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }
}
