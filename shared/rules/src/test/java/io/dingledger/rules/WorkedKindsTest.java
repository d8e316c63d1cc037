package io.dingledger.rules;

import static io.dingledger.rules.TranslationTest.lines;
import static io.dingledger.rules.TranslationTest.voucher;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.model.document.Advance;
import io.dingledger.model.document.Clearing;
import io.dingledger.model.document.ExpenseClaim;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Payment;
import io.dingledger.model.document.Purchase;
import io.dingledger.model.document.Sale;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.TradeLine;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.audit.Recomputation;
import io.dingledger.rules.audit.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each mapped kind, from its form to the cent, with a book written for it. */
class WorkedKindsTest {
  private static Money yuan(String amount) {
    return Money.of(amount, "CNY");
  }

  private static SourceDocument document(Approvals approval, RuleBook book) {
    Translation translation = approval.by(book);
    return assertInstanceOf(Translation.Vouchers.class, translation, translation.toString())
        .document();
  }

  private static void recomputes(Voucher voucher) {
    for (VoucherLine line : voucher.lines()) {
      assertEquals(new Verdict.Agrees(), Recomputation.of(line));
    }
  }

  @Nested
  class A_payment {
    private final RuleBook book = Books.worked("payment");

    private Approvals payment() {
      return Approvals.of("PROC-ANY")
          .category("dingtalk.businessFinance.payment")
          .with("付款金额", "10,600.00")
          .with("收款方", "明远贸易 工行 1234");
    }

    @Test
    void to_a_supplier_debits_what_was_owed_to_that_supplier() {
      Voucher voucher = voucher(payment().with("供应商", "上海明远贸易").with("付款事由", "三月货款"), book);
      assertEquals(List.of("DEBIT 2202 10600.00", "CREDIT 1002.01 10600.00"), lines(voucher));
      assertEquals(Map.of(Dimension.SUPPLIER, "GYS-017"), voucher.lines().getFirst().dimensions());
      assertEquals("付款 明远贸易 工行 1234 三月货款", voucher.summary());
      recomputes(voucher);
    }

    @Test
    void to_an_employee_debits_what_was_owed_to_that_employee() {
      assertEquals(
          List.of("DEBIT 2241 10600.00", "CREDIT 1002.01 10600.00"),
          lines(voucher(payment(), book)));
    }

    @Test
    void to_an_unknown_supplier_waits_for_a_person() {
      Translation.Held held =
          assertInstanceOf(Translation.Held.class, payment().with("供应商", "新公司").by(book));
      assertEquals(
          List.of(HoldReason.DIMENSION_MISSING.code()),
          held.reasons().stream().map(reason -> reason.code()).toList());
      assertEquals("payment", held.kind());
      assertInstanceOf(Payment.class, held.document().orElseThrow());
    }

    @Test
    void is_typed_with_where_its_fields_were_found() {
      Payment payment =
          assertInstanceOf(
              Payment.class,
              document(
                  payment()
                      .with("收款账户", "6222 0000")
                      .with("供应商", "上海明远贸易")
                      .with("付款日期", "2026-04-02 00:00"),
                  book));
      assertEquals(
          new Payment(
              payment.header(),
              yuan("10600.00"),
              "明远贸易 工行 1234",
              "6222 0000",
              "上海明远贸易",
              "",
              Optional.of(LocalDate.parse("2026-04-02"))),
          payment);
      assertEquals(
          Map.of(
              "payment.amount", "by name 付款金额",
              "payment.payee", "by name 收款方",
              "payment.account", "by name 收款账户",
              "payment.supplier", "by name 供应商",
              "payment.payOn", "by name 付款日期"),
          payment.header().origins());
    }
  }

  @Nested
  class A_purchase {
    private final RuleBook book = Books.worked("purchase");

    private Approvals purchase() {
      return Approvals.of("PROC-PURCHASE")
          .with("采购总额", "12,243.00")
          .with("供应商", "上海明远贸易")
          .with("税额合计", "1326.18")
          .table(Approvals.cell("采购明细", ""))
          .row(
              "品名",
              "铜线",
              "数量",
              "37.125",
              "单价",
              "304.377104",
              "金额",
              "11300.00",
              "税额",
              "1300.00",
              "发票类型",
              "增值税专用发票")
          .row("品名", "打印纸", "数量", "20", "单价", "47.15", "金额", "943.00", "税额", "26.18");
    }

    @Test
    void debits_stock_net_of_the_deductible_tax_and_credits_the_supplier() {
      Voucher voucher = voucher(purchase(), book);
      assertEquals(
          List.of(
              "DEBIT 1403 10000.00",
              "DEBIT 2221.01.01 1300.00",
              "DEBIT 6602.03 943.00",
              "CREDIT 2202 12243.00"),
          lines(voucher));
      assertEquals(Map.of(Dimension.SUPPLIER, "GYS-017"), voucher.lines().getLast().dimensions());
      recomputes(voucher);
    }

    @Test
    void keeps_quantities_exactly_and_prices_where_money_can_tell_them() {
      Purchase purchase = assertInstanceOf(Purchase.class, document(purchase(), book));
      assertEquals(yuan("12243.00"), purchase.total());
      assertEquals("上海明远贸易", purchase.supplier());
      assertEquals(
          List.of(
              new TradeLine(
                  1,
                  "铜线",
                  Optional.of(new BigDecimal("37.125")),
                  Optional.empty(),
                  yuan("11300.00"),
                  Optional.of(yuan("1300.00")),
                  ""),
              new TradeLine(
                  2,
                  "打印纸",
                  Optional.of(new BigDecimal("20")),
                  Optional.of(yuan("47.15")),
                  yuan("943.00"),
                  Optional.of(yuan("26.18")),
                  "")),
          purchase.lines());
      assertEquals("by name 采购明细", purchase.header().origins().get("purchase.lines"));
      assertEquals("by name 金额", purchase.header().origins().get("line.amount"));
    }
  }

  @Nested
  class A_sale {
    private final RuleBook book = Books.worked("sale");

    @Test
    void debits_the_customer_and_credits_revenue_and_output_tax_by_row() {
      Approvals sale =
          Approvals.of("PROC-ANY")
              .category("dingtalk.businessFinance.receivable")
              .with("应收金额", "2373.00")
              .with("客户", "远景科技")
              .with("到期日", "2026-06-30")
              .table(Approvals.cell("销售明细", ""))
              .row("商品", "网关", "数量", "2", "金额", "2260.00", "税额", "260.00")
              .row("商品", "安装", "金额", "113.00", "税额", "13.00");
      Voucher voucher = voucher(sale, book);
      assertEquals(
          List.of(
              "DEBIT 1122 2373.00",
              "CREDIT 6001 2000.00",
              "CREDIT 2221.01.02 260.00",
              "CREDIT 6001 100.00",
              "CREDIT 2221.01.02 13.00"),
          lines(voucher));
      assertEquals(Map.of(Dimension.CUSTOMER, "KH-003"), voucher.lines().getFirst().dimensions());
      recomputes(voucher);
      Sale typed = assertInstanceOf(Sale.class, document(sale, book));
      assertEquals(Optional.of(LocalDate.parse("2026-06-30")), typed.dueOn());
      assertEquals("远景科技", typed.customer());
      assertEquals(2, typed.lines().size());
    }

    @Test
    void without_rows_takes_its_tax_from_the_header() {
      Approvals sale =
          Approvals.of("PROC-INVOICE").with("价税合计", "106.00").with("客户", "远景科技").with("税额", "6.00");
      assertEquals(
          List.of("DEBIT 1122 106.00", "CREDIT 6001 100.00", "CREDIT 2221.01.02 6.00"),
          lines(voucher(sale, book)));
      assertEquals(List.of(), assertInstanceOf(Sale.class, document(sale, book)).lines());
    }
  }

  @Nested
  class An_advance_and_its_clearing {
    private final RuleBook book = Books.worked("advance-and-clearing");

    private Approvals clearing(String advanced) {
      return Approvals.of("PROC-ANY")
          .category("dingtalk.businessFinance.reserveVerification")
          .with("实际支出", "1,260.00")
          .with("冲抵借款", advanced)
          .with(
              new Form.Component(
                  "",
                  "RelateField-1",
                  "关联借款单",
                  "RelateField",
                  "张三的借款",
                  List.of(new Form.Reference("kQ8x", "张三的借款")),
                  List.of()))
          .table(Approvals.cell("支出明细", ""))
          .row("费用类型", "住宿费", "金额", "1060.00", "税额", "60.00")
          .row("费用类型", "餐补", "金额", "200.00");
    }

    @Test
    void lends_to_the_employee() {
      Approvals advance =
          Approvals.of("PROC-ANY")
              .category("dingtalk.businessFinance.reserve")
              .with("借款金额", "2000")
              .with("借款事由", "北京出差")
              .with("预计归还日期", "2026-04-30");
      Voucher voucher = voucher(advance, book);
      assertEquals(List.of("DEBIT 1221 2000.00", "CREDIT 1002.01 2000.00"), lines(voucher));
      assertEquals("借款 张三 北京出差", voucher.summary());
      Advance typed = assertInstanceOf(Advance.class, document(advance, book));
      assertEquals(yuan("2000"), typed.amount());
      assertEquals("北京出差", typed.purpose());
      assertEquals(Optional.of(LocalDate.parse("2026-04-30")), typed.repayOn());
    }

    @Test
    void takes_back_what_was_not_spent() {
      Voucher voucher = voucher(clearing("2000.00"), book);
      assertEquals(
          List.of(
              "DEBIT 6602.01 1000.00",
              "DEBIT 2221.01.01 60.00",
              "DEBIT 6602.01 200.00",
              "CREDIT 1221 2000.00",
              "DEBIT 1002.01 740.00"),
          lines(voucher));
      recomputes(voucher);
    }

    @Test
    void owes_the_employee_what_was_spent_beyond_it() {
      Voucher voucher = voucher(clearing("1000.00"), book);
      assertEquals(
          List.of(
              "DEBIT 6602.01 1000.00",
              "DEBIT 2221.01.01 60.00",
              "DEBIT 6602.01 200.00",
              "CREDIT 1221 1000.00",
              "CREDIT 2241 260.00"),
          lines(voucher));
      assertEquals(
          List.of(
              new Explanation.Input(
                  "clearing.difference",
                  "260.00",
                  "clearing.spent 1260.00 − clearing.advanced 1000.00")),
          voucher.lines().getLast().explanation().inputs().stream().limit(1).toList());
      recomputes(voucher);
    }

    @Test
    void is_even_when_exactly_as_much_was_spent() {
      assertEquals("CREDIT 1221 1260.00", lines(voucher(clearing("1260"), book)).getLast());
    }

    @Test
    void is_typed_with_the_approval_of_its_advance_and_the_difference() {
      Clearing typed = assertInstanceOf(Clearing.class, document(clearing("2000.00"), book));
      assertEquals(Optional.of("kQ8x"), typed.advanceDocument());
      assertEquals(yuan("-740.00"), typed.difference());
      assertEquals(
          List.of("住宿费", "餐补"), typed.lines().stream().map(ExpenseClaim.Line::category).toList());
    }

    @Test
    void waits_for_a_person_when_it_names_no_advance() {
      Approvals nameless =
          Approvals.of("PROC-ANY")
              .category("dingtalk.businessFinance.reserveVerification")
              .with("实际支出", "200")
              .with("冲抵借款", "200")
              .table(Approvals.cell("支出明细", ""))
              .row("费用类型", "餐补", "金额", "200.00");
      Translation.Held held = assertInstanceOf(Translation.Held.class, nameless.by(book));
      assertEquals(
          List.of(HoldReason.HOLD_RULE.code()),
          held.reasons().stream().map(reason -> reason.code()).toList());
    }
  }
}
