package io.dingledger.rules.translation;

import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.ExpenseClaim;
import io.dingledger.model.money.Money;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the typed claim of facts that are known to be complete. */
final class ClaimMaker {
  private final String currency;

  ClaimMaker(String currency) {
    this.currency = currency;
  }

  ExpenseClaim claim(DocumentHeader header, ClaimReader.Claim claim) {
    List<ExpenseClaim.Line> lines = new ArrayList<>();
    for (Map<String, Fact> row : claim.rows()) {
      lines.add(
          new ExpenseClaim.Line(
              lines.size() + 1,
              text(row, "line.category"),
              money(row, "line.amount"),
              filled(row, "line.tax").map(any -> money(row, "line.tax")),
              text(row, "line.invoiceKind"),
              filled(row, "line.date").map(value -> ((Value.Day) value).date()),
              text(row, "line.note")));
    }
    return new ExpenseClaim(header, money(claim.document(), "claim.total"), lines);
  }

  private static Optional<Value> filled(Map<String, Fact> facts, String path) {
    return facts.get(path) instanceof Fact.Given given && given.filled()
        ? Optional.of(given.value())
        : Optional.empty();
  }

  private static String text(Map<String, Fact> facts, String path) {
    return filled(facts, path).map(Value::plain).orElse("");
  }

  private Money money(Map<String, Fact> facts, String path) {
    return filled(facts, path)
        .map(value -> new Money(((Value.Decimal) value).number(), currency))
        .orElseGet(() -> new Money(BigDecimal.ZERO, currency));
  }
}
