package io.dingledger.rules.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.PayPeriod;
import io.dingledger.model.document.PayPeriod.Sum;
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
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SumsTest {
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  private static PayItem item(String department, String quantity, String amount) {
    DocumentId document = new DocumentId("doc-" + department + quantity);
    return new PayItem(
        PayItemId.of(Tenant.verified("t1"), document, "u1", "规则", 1),
        document,
        new Person("u1", "张三", "0042"),
        new Department(department, "", ""),
        "加班费",
        "OT",
        PayUnit.HOUR,
        PaySign.EARNING,
        LocalDate.parse("2026-03-31"),
        new BigDecimal(quantity),
        BigDecimal.ONE,
        BigDecimal.ONE,
        Money.of(amount, "CNY"),
        new Explanation("规则", "v1", List.of(), "1", "none", Money.of(amount, "CNY")),
        Optional.empty());
  }

  private static Sum sum(String department, String quantity, String amount) {
    return new Sum(
        "加班费", MARCH, department, "", 1, new BigDecimal(quantity), Money.of(amount, "CNY"));
  }

  private static PayPeriod period(Sum... sums) {
    return new PayPeriod(
        new DocumentHeader(
            DocumentId.ofPayPeriod(MARCH),
            "",
            "",
            new Person("", "", ""),
            new Department("", "", ""),
            MARCH.atEndOfMonth(),
            List.of(),
            Map.of()),
        MARCH,
        List.of(sums));
  }

  private final List<PayItem> items =
      List.of(item("1", "2", "100.00"), item("1", "1", "50.00"), item("2", "3", "150.00"));

  @Test
  void each_sum_finds_its_items_and_agrees() {
    PayPeriod period = period(sum("1", "3", "150.00"), sum("2", "3", "150.00"));
    Sums sums = new Sums(period, items);
    assertEquals(items.subList(0, 2), sums.of(period.sums().getFirst()));
    assertTrue(sums.verdicts().stream().allMatch(Verdict::agrees));
    assertEquals(2, sums.verdicts().size());
  }

  @Test
  void departments_that_are_not_told_apart_are_summed_together() {
    PayPeriod period = period(sum("", "6", "300.00"));
    assertEquals(List.of(new Verdict.Agrees()), new Sums(period, items).verdicts());
  }

  @Test
  void a_wrong_amount_or_quantity_differs() {
    PayPeriod period = period(sum("1", "3", "150.01"), sum("2", "4", "150.00"));
    for (Verdict verdict : new Sums(period, items).verdicts()) {
      assertInstanceOf(Verdict.Differs.class, verdict);
    }
  }

  @Test
  void items_in_no_sum_are_missed() {
    List<Verdict> verdicts = new Sums(period(sum("1", "3", "150.00")), items).verdicts();
    assertEquals(2, verdicts.size());
    assertEquals("150.00", assertInstanceOf(Verdict.Differs.class, verdicts.get(1)).recomputed());
  }
}
