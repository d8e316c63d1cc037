package io.dingledger.platform.support;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Person;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.pay.PaySign;
import io.dingledger.model.pay.PayUnit;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Explanation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Pay items: hours of overtime at 50.00 CNY, paid one and a half times. */
public final class PayItemSamples {
  private PayItemSamples() {}

  /** Some hours of overtime of a person on a day. */
  public static PayItem overtime(
      Tenant tenant, DocumentId document, String userId, LocalDate day, String hours) {
    return overtime(tenant, document, userId, day, hours, 1);
  }

  /** The same, made of another row of the document. */
  public static PayItem overtime(
      Tenant tenant, DocumentId document, String userId, LocalDate day, String hours, int row) {
    BigDecimal quantity = new BigDecimal(hours);
    BigDecimal factor = new BigDecimal("1.5");
    BigDecimal rate = new BigDecimal("50.00");
    Money amount =
        Money.rounded(
            quantity.multiply(factor).multiply(rate), "CNY", java.math.RoundingMode.HALF_UP);
    return new PayItem(
        PayItemId.of(tenant, document, userId, "加班费", row),
        document,
        new Person(userId, "某人", "0001"),
        new Department("d-1", "财务部", "BM01"),
        "加班费",
        "OT",
        PayUnit.HOUR,
        PaySign.EARNING,
        day,
        quantity,
        factor,
        rate,
        amount,
        new Explanation(
            "加班费",
            "v-1",
            List.of(new Explanation.Input("day.hours", hours, "row 1")),
            "day.hours * 1.5 * 50.00",
            "HALF_UP 2",
            amount),
        Optional.empty());
  }
}
