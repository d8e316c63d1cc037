package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds the facts that follow from others, and compares what a document states twice. */
final class Totals {
  private static final String ROW_AMOUNT = "line.amount";
  private static final String ROW_TAX = "line.tax";
  private static final String ROW_UNTAXED = "line.untaxed";

  private final Kind kind;
  private final Map<String, Fact> document;
  private final List<Map<String, Fact>> rows;
  private final Set<Reason> reasons;

  private Totals(
      Kind kind, Map<String, Fact> document, List<Map<String, Fact>> rows, Set<Reason> reasons) {
    this.kind = kind;
    this.document = document;
    this.rows = rows;
    this.reasons = reasons;
  }

  /** Adds to the document's facts and to the reasons. */
  static void complete(
      Kind kind, Map<String, Fact> document, List<Map<String, Fact>> rows, Set<Reason> reasons) {
    Totals totals = new Totals(kind, document, rows, reasons);
    if (kind.table() != Kind.Table.ABSENT) {
      totals.rows();
    }
    totals.tax();
    if (kind == Kind.CLEARING) {
      totals.difference();
    }
  }

  private void rows() {
    for (int number = 1; number <= rows.size(); number++) {
      Map<String, Fact> row = rows.get(number - 1);
      taxBelow(
          Where.row(number), row.get(ROW_AMOUNT), row.get(ROW_TAX), number(row.get(ROW_UNTAXED)));
    }
    Fact sum = sum(ROW_AMOUNT);
    document.put(kind.path("lines"), decimal(BigDecimal.valueOf(rows.size()), "rows"));
    document.put(kind.path("sumOfLines"), sum);
    if (!rows.isEmpty()) {
      differs(HoldReason.TOTAL_DIFFERS, document.get(kind.totalPath()), sum);
    }
  }

  /** A tax in the header must fit the total, and the rows if they state taxes too. */
  private void tax() {
    Fact tax = document.get(kind.path("tax"));
    if (tax instanceof Fact.Given given && given.filled()) {
      taxBelow(Where.HEADER, document.get(kind.totalPath()), tax, Optional.empty());
      if (rows.stream().anyMatch(row -> isFilled(row.get(ROW_TAX)))) {
        differs(HoldReason.TAX_DIFFERS, tax, sum(ROW_TAX));
      }
    }
  }

  private void difference() {
    Fact spent = document.get(kind.totalPath());
    Fact advanced = document.get(kind.path("advanced"));
    if (spent instanceof Fact.Given && advanced instanceof Fact.Given) {
      BigDecimal whole = number(spent).get();
      BigDecimal part = number(advanced).get();
      String origin =
          kind.totalPath()
              + " "
              + whole.toPlainString()
              + " − "
              + kind.path("advanced")
              + " "
              + part.toPlainString();
      document.put(kind.path("difference"), decimal(whole.subtract(part), origin));
    } else {
      document.put(kind.path("difference"), spent instanceof Fact.Unusable ? spent : advanced);
    }
  }

  private void taxBelow(Where where, Fact amount, Fact tax, Optional<BigDecimal> untaxed) {
    Optional<BigDecimal> whole = number(amount);
    Optional<BigDecimal> stated = number(tax);
    if (whole.isEmpty() || stated.isEmpty() || whole.get().signum() <= 0) {
      return;
    }
    BigDecimal taxed = whole.get().subtract(untaxed.orElse(BigDecimal.ZERO));
    if (stated.get().compareTo(taxed) >= 0) {
      reasons.add(
          Reason.of(
              HoldReason.TAX_TOO_HIGH,
              where.chinese(),
              where.english(),
              stated.get().toPlainString(),
              taxed.toPlainString()));
    }
  }

  private void differs(HoldReason why, Fact header, Fact sum) {
    if (header instanceof Fact.Given && sum instanceof Fact.Given) {
      BigDecimal difference = number(header).get().subtract(number(sum).get());
      if (difference.signum() != 0) {
        reasons.add(
            Reason.of(
                why,
                number(header).get().toPlainString(),
                number(sum).get().toPlainString(),
                difference.toPlainString()));
      }
    }
  }

  private Fact sum(String path) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map<String, Fact> row : rows) {
      switch (row.get(path)) {
        case Fact.Given given -> sum = sum.add(number(given).get());
        case Fact.Unusable unusable -> {
          return unusable;
        }
      }
    }
    return decimal(sum, "sum of the rows");
  }

  private static boolean isFilled(Fact fact) {
    return fact instanceof Fact.Given given && given.filled();
  }

  private static Optional<BigDecimal> number(Fact fact) {
    return fact instanceof Fact.Given(Value.Decimal(BigDecimal number), String o, boolean f)
        ? Optional.of(number)
        : Optional.empty();
  }

  private static Fact decimal(BigDecimal number, String origin) {
    return new Fact.Given(new Value.Decimal(number), origin, true);
  }
}
