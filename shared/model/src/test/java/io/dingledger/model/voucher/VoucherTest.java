package io.dingledger.model.voucher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.money.Money;
import io.dingledger.model.tenant.Tenant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VoucherTest {
  private static final DocumentId DOCUMENT = new DocumentId("doc-1");

  private static VoucherLine line(Side side, String amount, String currency) {
    Money money = Money.of(amount, currency);
    Explanation why = new Explanation("rule", "v-1", List.of(), "claim.total", "HALF_UP 2", money);
    return new VoucherLine("报销", "6602", Map.of(), side, money, why);
  }

  private static Voucher voucher(VoucherLine... lines) {
    VoucherKey key = VoucherKey.of(Tenant.verified("t"), DOCUMENT, Purpose.RECORD, 1);
    LocalDate date = LocalDate.of(2026, 3, 31);
    return new Voucher(key, DOCUMENT, Purpose.RECORD, date, "CNY", "报销", 1, List.of(lines));
  }

  @Test
  void isBalanced() {
    Voucher voucher =
        voucher(
            line(Side.DEBIT, "500.00", "CNY"),
            line(Side.DEBIT, "45.00", "CNY"),
            line(Side.CREDIT, "545.00", "CNY"));
    assertEquals(Money.of("545.00", "CNY"), voucher.debit());
    assertEquals(voucher.debit(), voucher.credit());
  }

  @Test
  void canNotBeMadeUnbalancedByOneCent() {
    VoucherLine debit = line(Side.DEBIT, "500.00", "CNY");
    VoucherLine credit = line(Side.CREDIT, "499.99", "CNY");
    assertThrows(IllegalArgumentException.class, () -> voucher(debit, credit));
  }

  @Test
  void canNotBeMadeOfOneLineOrOfTwoCurrencies() {
    VoucherLine debit = line(Side.DEBIT, "5.00", "CNY");
    VoucherLine foreign = line(Side.CREDIT, "5.00", "HKD");
    assertThrows(IllegalArgumentException.class, () -> voucher(debit));
    assertThrows(IllegalArgumentException.class, () -> voucher(debit, foreign));
  }

  @Test
  void aRedVoucherIsNegativeOnBothSides() {
    Voucher red = voucher(line(Side.DEBIT, "-5.00", "CNY"), line(Side.CREDIT, "-5.00", "CNY"));
    assertEquals(Money.of("-5.00", "CNY"), red.debit());
  }

  @Test
  void noLineIsWithoutAnAmount() {
    assertThrows(IllegalArgumentException.class, () -> line(Side.DEBIT, "0.00", "CNY"));
  }
}
