package io.dingledger.rules.translation;

import io.dingledger.rules.HoldReason;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.expression.CannotEvaluate;
import io.dingledger.rules.expression.Facts;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.expression.Worth;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What can be read at one place of a document, which is the whole or one of its rows: what the
 * document says, what the book makes of it, and the totals of pay items.
 */
final class Place implements Facts {
  private final Ground ground;
  private final Where where;
  private final int number;
  private final Map<String, Fact> own;
  private final Map<String, Fact> above;

  private Place(
      Ground ground, Where where, int number, Map<String, Fact> own, Map<String, Fact> above) {
    this.ground = ground;
    this.where = where;
    this.number = number;
    this.own = own;
    this.above = above;
  }

  /**
   * What all places of a document have in common.
   *
   * @param book by which it is translated
   * @param kind what it is
   * @param counted the totals of its person's pay items
   */
  record Ground(IndexedBook book, Kind kind, Counted counted) {}

  /** The document as a whole. */
  static Place whole(Ground ground, Where where, Map<String, Fact> document) {
    return new Place(ground, where, 0, document, Map.of());
  }

  /** A row of this document; its number is from 1. */
  Place row(Where rowWhere, int rowNumber, Map<String, Fact> row) {
    return new Place(ground, rowWhere, rowNumber, row, own);
  }

  /** How messages and explanations name it. */
  Where where() {
    return where;
  }

  /** The row's number; 0 for the whole. */
  int number() {
    return number;
  }

  IndexedBook index() {
    return ground.book();
  }

  Book book() {
    return ground.book().book();
  }

  /**
   * The day on which rates and totals are looked up.
   *
   * @throws CannotEvaluate when the document does not give it
   */
  LocalDate day(Inputs inputs) {
    return ((Value.Day) read(ground.kind().ratePath(number > 0), inputs).value()).date();
  }

  /** The text of a field, without keeping it as an input. */
  String text(String path) {
    return fact(path) instanceof Fact.Given given ? given.value().plain() : "";
  }

  @Override
  public Worth read(String path, Inputs inputs) {
    return switch (fact(path)) {
      case Fact.Given(Value value, String origin, boolean filled) -> {
        inputs.add(path, value, origin);
        yield Worth.named(path, value);
      }
      case Fact.Unusable unusable -> throw new CannotEvaluate(unusable.reason());
      case null -> made(path, inputs);
    };
  }

  private Worth made(String path, Inputs inputs) {
    Derived derived = book().derived().get(path);
    if (derived != null) {
      return Derivations.worth(derived, this, inputs);
    }
    Total total =
        Total.of(path)
            .orElseThrow(
                () -> new IllegalStateException(ground.kind().word() + " does not have " + path));
    return ground.counted().worth(path, total, this, inputs);
  }

  /**
   * Whether the document itself fills it in; whether it can be told at all, where the book makes
   * it. What cannot be read is filled in all the same; reading it then says why it cannot be.
   */
  @Override
  public boolean has(String path) {
    return switch (fact(path)) {
      case null -> canBeMade(path);
      case Fact.Given given -> given.filled();
      case Fact.Unusable unusable ->
          unusable.always() && !unusable.reason().code().equals(HoldReason.FIELD_MISSING.code());
    };
  }

  private boolean canBeMade(String path) {
    if (!book().derived().containsKey(path) && Total.of(path).isEmpty()) {
      return false;
    }
    try {
      made(path, new Inputs());
      return true;
    } catch (CannotEvaluate unknown) {
      return false;
    }
  }

  private Fact fact(String path) {
    Fact fact = own.get(path);
    return fact == null ? above.get(path) : fact;
  }

  /** What the document says of a field, if it is one of its fields. */
  Optional<Fact> stated(String path) {
    return Optional.ofNullable(fact(path));
  }
}
