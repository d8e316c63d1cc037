package io.dingledger.model.pay;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Person;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Explanation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * An attendance fact turned into a quantity and money (薪资项目). Immutable: what turns out wrong is
 * taken back by another item.
 *
 * @param id its identity
 * @param document the source document that it was made of; for what is made at the close of a
 *     period, the period's own
 * @param person whose pay it is, as known at translation
 * @param department that person's department, as known at translation
 * @param item the item's name in the rule book, for example 加班费
 * @param code its code in payroll, may be empty
 * @param unit what {@code quantity} counts
 * @param sign what it does to pay; a reversal keeps the sign of what it takes back
 * @param day the day of the fact, in the tenant's zone
 * @param quantity how much; negative in a reversal
 * @param factor by what the rate is multiplied
 * @param rate money for one unit, unrounded, in {@code amount}'s currency; 0 where it only counts
 * @param amount signed: an earning above zero, a deduction below it, the other way round in a
 *     reversal; zero where it only counts
 * @param explanation how {@code amount}, or the quantity where it only counts, was made; for a
 *     deduction before the sign is applied
 * @param reverses the item that it takes back
 */
public record PayItem(
    PayItemId id,
    DocumentId document,
    Person person,
    Department department,
    String item,
    String code,
    PayUnit unit,
    PaySign sign,
    LocalDate day,
    BigDecimal quantity,
    BigDecimal factor,
    BigDecimal rate,
    Money amount,
    Explanation explanation,
    Optional<PayItemId> reverses) {
  /** The month that it concerns, whenever it is paid. */
  public YearMonth month() {
    return YearMonth.from(day);
  }

  /**
   * This item as made of a later reading of its document.
   *
   * @param number tells the readings of one document apart
   */
  public PayItem renewed(int number) {
    return new PayItem(
        id.renewed(number),
        document,
        person,
        department,
        item,
        code,
        unit,
        sign,
        day,
        quantity,
        factor,
        rate,
        amount,
        explanation,
        reverses);
  }

  /** Whether another item says the same of the same person's pay, however it was made. */
  public boolean saysTheSameAs(PayItem other) {
    return person.userId().equals(other.person.userId())
        && department.id().equals(other.department.id())
        && department.code().equals(other.department.code())
        && item.equals(other.item)
        && code.equals(other.code)
        && unit == other.unit
        && sign == other.sign
        && day.equals(other.day)
        && quantity.compareTo(other.quantity) == 0
        && factor.compareTo(other.factor) == 0
        && rate.compareTo(other.rate) == 0
        && amount.equals(other.amount)
        && reverses.equals(other.reverses);
  }

  /**
   * What takes this item back.
   *
   * @param by the document that does
   */
  public PayItem reversed(DocumentId by) {
    return new PayItem(
        id.reversal(),
        by,
        person,
        department,
        item,
        code,
        unit,
        sign,
        day,
        quantity.negate(),
        factor,
        rate,
        amount.negated(),
        explanation,
        Optional.of(id));
  }
}
