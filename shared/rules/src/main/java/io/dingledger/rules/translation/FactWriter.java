package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes the facts of one place of a typed document, each with where it came from. */
final class FactWriter {
  private final Map<String, Fact> facts;
  private final String prefix;
  private final Where where;
  private final Map<String, String> origins;
  private final String row;

  private FactWriter(
      Map<String, Fact> facts, String prefix, Where where, Map<String, String> found, String row) {
    this.facts = facts;
    this.prefix = prefix + ".";
    this.where = where;
    this.origins = found;
    this.row = row;
  }

  /** For the document as a whole; what is written goes to these facts. */
  static FactWriter document(Map<String, Fact> facts, String prefix, Map<String, String> origins) {
    return new FactWriter(facts, prefix, Where.HEADER, origins, "");
  }

  /**
   * For a row.
   *
   * @param number its number, from 1
   * @param word what rows are called in paths
   * @param field the document's field that its rows are
   */
  static FactWriter row(int number, String word, String field, Map<String, String> origins) {
    FactWriter writer =
        new FactWriter(
            new HashMap<>(),
            word,
            Where.row(number),
            origins,
            origins.containsKey(field) ? field : field + "[" + number + "].");
    return writer.number("number", BigDecimal.valueOf(number), writer.where.english());
  }

  Map<String, Fact> facts() {
    return facts;
  }

  FactWriter text(String key, String text) {
    return put(key, new Fact.Given(new Value.Text(text), origin(key), !text.isBlank()));
  }

  FactWriter day(String key, LocalDate day) {
    return put(key, new Fact.Given(new Value.Day(day), origin(key), true));
  }

  FactWriter truth(String key, boolean truth) {
    return put(key, new Fact.Given(new Value.Truth(truth), origin(key), true));
  }

  FactWriter number(String key, BigDecimal number) {
    return number(key, number, origin(key));
  }

  FactWriter number(String key, long number, String origin) {
    return number(key, BigDecimal.valueOf(number), origin);
  }

  FactWriter number(String key, BigDecimal number, String origin) {
    return put(key, new Fact.Given(new Value.Decimal(number), origin, true));
  }

  /** A number that the document need not state; the label is what people call it. */
  FactWriter number(String key, Optional<BigDecimal> number, String label) {
    return number.isPresent() ? number(key, number.get()) : missing(key, label);
  }

  /** What the document does not state although it could; the label is what people call it. */
  FactWriter missing(String key, String label) {
    Reason reason = Reason.of(HoldReason.FIELD_MISSING, where.chinese(), label, where.english());
    return unknown(key, reason);
  }

  /** What cannot be told; the reason holds the document if a rule reads it. */
  FactWriter unknown(String key, Reason reason) {
    return put(key, new Fact.Unusable(reason, false));
  }

  /** A fact that was made elsewhere. */
  FactWriter put(String key, Fact fact) {
    facts.put(prefix + key, fact);
    return this;
  }

  private String origin(String key) {
    String how = row.endsWith(".") || row.isEmpty() ? origins.get(row + key) : origins.get(row);
    return how == null ? where.english() : where.english() + ", " + how;
  }
}
