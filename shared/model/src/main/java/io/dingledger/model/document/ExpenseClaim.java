package io.dingledger.model.document;

import io.dingledger.model.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An approved expense claim (报销单).
 *
 * @param header what every document has
 * @param total the total stated in the form's header
 * @param lines the rows of its table (明细); at least one
 */
public record ExpenseClaim(DocumentHeader header, Money total, List<Line> lines)
    implements SourceDocument {
  public ExpenseClaim {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("an expense claim has at least one line");
    }
  }

  /** The sum of the lines' gross amounts. */
  public Money sumOfLines() {
    return lines.stream().map(Line::amount).reduce(Money.zero(total.currency()), Money::plus);
  }

  /**
   * One row of the claim.
   *
   * @param number its place, from 1
   * @param category the expense category (费用类型) as chosen in the form
   * @param amount gross amount, VAT included
   * @param tax the VAT amount stated in the row
   * @param invoiceKind the kind of invoice stated in the row, empty when the form has none
   * @param date the day of the expense
   * @param note the remark, empty when there is none
   */
  public record Line(
      int number,
      String category,
      Money amount,
      Optional<Money> tax,
      String invoiceKind,
      Optional<LocalDate> date,
      String note) {}
}
