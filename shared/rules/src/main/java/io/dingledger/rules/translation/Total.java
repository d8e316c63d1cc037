package io.dingledger.rules.translation;

import io.dingledger.model.pay.PayItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A total of a person's pay items that rules can read: {@code month.迟到.times}.
 *
 * @param span of which time
 * @param item of which pay item, by name
 * @param measure of what
 */
record Total(Span span, String item, Measure measure) {
  /** A calendar month or year. */
  enum Span {
    MONTH,
    YEAR;

    boolean holdsBoth(LocalDate one, LocalDate other) {
      return one.getYear() == other.getYear()
          && (this == YEAR || one.getMonth() == other.getMonth());
    }
  }

  /** What is summed. */
  enum Measure {
    /** What the items count, in their unit. */
    QUANTITY,
    /** Money, below zero for deductions. */
    AMOUNT,
    /** The number of items. */
    TIMES;

    BigDecimal of(PayItem item) {
      return switch (this) {
        case QUANTITY -> item.quantity();
        case AMOUNT -> item.amount().amount();
        case TIMES -> BigDecimal.ONE;
      };
    }
  }

  /** The total that a path names; empty when it names none. */
  static Optional<Total> of(String path) {
    int first = path.indexOf('.');
    int last = path.lastIndexOf('.');
    if (first < 0 || first == last) {
      return Optional.empty();
    }
    Optional<Span> span = named(Span.values(), path.substring(0, first));
    Optional<Measure> measure = named(Measure.values(), path.substring(last + 1));
    return span.flatMap(
        known -> measure.map(what -> new Total(known, path.substring(first + 1, last), what)));
  }

  /** The month or year around a day, as people write it. */
  String spanWords(LocalDate day) {
    return span == Span.MONTH ? YearMonth.from(day).toString() : Integer.toString(day.getYear());
  }

  /** The sum over those of some items that are of this pay item. */
  BigDecimal over(List<PayItem> items) {
    return items.stream()
        .filter(each -> each.item().equals(item))
        .map(measure::of)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String word) {
    return Stream.of(values)
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
