package io.dingledger.rules.translation;

import io.dingledger.model.document.Advance;
import io.dingledger.model.document.Clearing;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.ExpenseClaim;
import io.dingledger.model.document.Payment;
import io.dingledger.model.document.Purchase;
import io.dingledger.model.document.Sale;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.TradeLine;
import io.dingledger.model.money.Money;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Makes the typed document of a form's facts. */
final class DocumentMaker {
  private final String currency;
  private final FormFacts facts;

  DocumentMaker(String currency, FormFacts facts) {
    this.currency = currency;
    this.facts = facts;
  }

  /**
   * The typed document, if all that its kind requires can be read; what else cannot be read is left
   * out.
   */
  Optional<SourceDocument> document(Kind kind, DocumentHeader plain) {
    boolean complete =
        isComplete(kind.header(), kind::path, facts.document())
            && facts.rows().stream().allMatch(row -> isComplete(kind.row(), Kind::rowPath, row))
            && (kind.table() != Kind.Table.REQUIRED || !facts.rows().isEmpty());
    return complete
        ? Optional.of(made(kind, plain.withOrigins(facts.origins())))
        : Optional.empty();
  }

  private static boolean isComplete(
      List<FormField> fields, Function<FormField, String> path, Map<String, Fact> facts) {
    return fields.stream()
        .filter(FormField::required)
        .allMatch(field -> facts.get(path.apply(field)) instanceof Fact.Given);
  }

  private SourceDocument made(Kind kind, DocumentHeader header) {
    Map<String, Fact> document = facts.document();
    Money total = money(document, kind.totalPath());
    return switch (kind) {
      case EXPENSE_CLAIM -> new ExpenseClaim(header, total, lines(this::expense));
      case PAYMENT ->
          new Payment(
              header,
              total,
              text(document, "payment.payee"),
              text(document, "payment.account"),
              text(document, "payment.supplier"),
              text(document, "payment.purpose"),
              day(document, "payment.payOn"));
      case PURCHASE ->
          new Purchase(header, total, text(document, "purchase.supplier"), lines(this::trade));
      case SALE ->
          new Sale(
              header,
              total,
              text(document, "sale.customer"),
              day(document, "sale.dueOn"),
              lines(this::trade));
      case ADVANCE ->
          new Advance(
              header, total, text(document, "advance.purpose"), day(document, "advance.repayOn"));
      case CLEARING ->
          new Clearing(
              header,
              total,
              money(document, "clearing.advanced"),
              filled(document, "clearing.advanceDocument").map(Value::plain),
              lines(this::expense));
      case TRAVEL, OVERTIME, LEAVE, OUTSIDE_WORK, DAILY_RESULT, PERSON_MONTH, PAY_PERIOD ->
          throw new IllegalArgumentException("no form maps " + kind.word());
    };
  }

  private <T> List<T> lines(BiFunction<Integer, Map<String, Fact>, T> line) {
    List<T> lines = new ArrayList<>();
    facts.rows().forEach(row -> lines.add(line.apply(lines.size() + 1, row)));
    return lines;
  }

  private ExpenseClaim.Line expense(int number, Map<String, Fact> row) {
    return new ExpenseClaim.Line(
        number,
        text(row, "line.category"),
        money(row, "line.amount"),
        filled(row, "line.tax").map(tax -> money(row, "line.tax")),
        text(row, "line.invoiceKind"),
        day(row, "line.date"),
        text(row, "line.note"));
  }

  private TradeLine trade(int number, Map<String, Fact> row) {
    return new TradeLine(
        number,
        text(row, "line.item"),
        number(row, "line.quantity"),
        price(row),
        money(row, "line.amount"),
        filled(row, "line.tax").map(tax -> money(row, "line.tax")),
        text(row, "line.note"));
  }

  /** Rules read a price as exact as it is; as money it is told only where the currency can. */
  private Optional<Money> price(Map<String, Fact> row) {
    return number(row, "line.price")
        .map(BigDecimal::stripTrailingZeros)
        .filter(price -> price.scale() <= Money.scaleOf(currency))
        .map(price -> new Money(price, currency));
  }

  private static Optional<Value> filled(Map<String, Fact> facts, String path) {
    return facts.get(path) instanceof Fact.Given given && given.filled()
        ? Optional.of(given.value())
        : Optional.empty();
  }

  private static String text(Map<String, Fact> facts, String path) {
    return filled(facts, path).map(Value::plain).orElse("");
  }

  private static Optional<LocalDate> day(Map<String, Fact> facts, String path) {
    return filled(facts, path).map(value -> ((Value.Day) value).date());
  }

  private static Optional<BigDecimal> number(Map<String, Fact> facts, String path) {
    return filled(facts, path).map(value -> ((Value.Decimal) value).number());
  }

  private Money money(Map<String, Fact> facts, String path) {
    return number(facts, path)
        .map(number -> new Money(number, currency))
        .orElseGet(() -> Money.zero(currency));
  }
}
