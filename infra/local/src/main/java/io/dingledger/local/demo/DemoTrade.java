package io.dingledger.local.demo;

import static io.dingledger.local.demo.DemoCompany.DEVELOPMENT;
import static io.dingledger.local.demo.DemoCompany.FINANCE;
import static io.dingledger.local.demo.DemoCompany.MARKETING;

import io.dingledger.local.demo.FilledForm.Cell;
import java.util.List;

/** Payments, purchases, sales, and an advance with its clearing. */
final class DemoTrade {
  private static final String SUPPLIER = "上海明远贸易";

  private DemoTrade() {}

  static List<DemoDocument> documents() {
    DemoDocument advance = advance();
    return List.of(payment(), purchase(), sale(), advance, clearing(advance));
  }

  private static DemoDocument payment() {
    FilledForm form =
        new FilledForm()
            .money("MoneyField-Paid", "付款金额", "10600.00")
            .field("TextField", "TextField-Payee", "收款方", SUPPLIER)
            .field("DDSelectField", "DDSelectField-Supplier", "供应商", SUPPLIER)
            .field("TextField", "TextField-Purpose", "付款事由", "三月货款")
            .field("DDDateField", "DDDateField-PayOn", "付款日期", "2026-03-25");
    return new DemoApproval(20, "付款单 · payment", FINANCE, DemoForm.PAYMENT, form.components())
        .posted("10600.00");
  }

  private static DemoDocument purchase() {
    FilledForm form =
        new FilledForm()
            .money("MoneyField-Total", "采购总额", "12243.00")
            .field("DDSelectField", "DDSelectField-Supplier", "供应商", SUPPLIER)
            .table(
                "TableField-Goods",
                "采购明细",
                List.of(
                    goods("铜线", "37.125", "11300.00", "1300.00", "增值税专用发票"),
                    goods("打印纸", "20", "943.00", "", "增值税普通发票")));
    return new DemoApproval(21, "采购单 · purchase", DEVELOPMENT, DemoForm.PURCHASE, form.components())
        .posted("12243.00");
  }

  private static DemoDocument sale() {
    FilledForm form =
        new FilledForm()
            .money("MoneyField-Total", "应收金额", "2373.00")
            .field("DDSelectField", "DDSelectField-Customer", "客户", "远景科技")
            .field("DDDateField", "DDDateField-DueOn", "到期日", "2026-06-30")
            .table(
                "TableField-Goods",
                "销售明细",
                List.of(
                    goods("网关", "2", "2260.00", "260.00", ""),
                    goods("安装", "1", "113.00", "13.00", "")));
    return new DemoApproval(22, "销售单 · sale", MARKETING, DemoForm.SALE, form.components())
        .posted("2373.00");
  }

  private static DemoDocument advance() {
    FilledForm form =
        new FilledForm()
            .money("MoneyField-Advance", "借款金额", "3000.00")
            .field("TextField", "TextField-Purpose", "借款事由", "展会差旅")
            .field("DDDateField", "DDDateField-RepayOn", "预计归还日期", "2026-04-10");
    return new DemoApproval(23, "借款单 · advance", MARKETING, DemoForm.ADVANCE, form.components())
        .posted("3000.00");
  }

  /** More was advanced than spent, so the employee pays back. */
  private static DemoDocument clearing(DemoDocument advance) {
    FilledForm form =
        new FilledForm()
            .money("MoneyField-Spent", "实际支出", "2660.00")
            .money("MoneyField-Advanced", "冲抵借款", "3000.00")
            .relation("RelateField-Advance", "关联借款单", advance.id().value())
            .table(
                "TableField-Items",
                "支出明细",
                List.of(
                    expense("住宿费", "2120.00", "120.00", "增值税专用发票"),
                    expense("市内交通", "540.00", "", "")));
    return new DemoApproval(
            24,
            "核销单,退回余款 · clearing, rest paid back",
            MARKETING,
            DemoForm.CLEARING,
            form.components())
        .posted("3000.00");
  }

  private static List<Cell> goods(
      String item, String quantity, String amount, String tax, String invoice) {
    return List.of(
        new Cell("", "TextField-Item", "品名", item),
        new Cell("", "NumberField-Quantity", "数量", quantity),
        new Cell("MoneyField", "MoneyField-Amount", "金额", amount),
        new Cell("", "MoneyField-Tax", "税额", tax),
        new Cell("DDSelectField", "DDSelectField-Invoice", "发票类型", invoice));
  }

  private static List<Cell> expense(String category, String amount, String tax, String invoice) {
    return List.of(
        new Cell("DDSelectField", "DDSelectField-Category", "费用类型", category),
        new Cell("MoneyField", "MoneyField-Amount", "金额", amount),
        new Cell("", "MoneyField-Tax", "税额", tax),
        new Cell("DDSelectField", "DDSelectField-Invoice", "发票类型", invoice));
  }
}
