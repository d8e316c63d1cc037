package io.dingledger.local.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.dingledger.local.demo.FilledForm.Cell;
import java.util.List;

/**
 * The demo company's expense form: the one place that knows its components. The rule book {@code
 * demo/rule-book.yaml} reads the same ones.
 */
final class ExpenseForm {
  private static final String TABLE = "TableField-Items";

  private ExpenseForm() {}

  /**
   * A row of the table.
   *
   * @param category the expense category (费用类型)
   * @param amount gross amount
   * @param tax VAT amount
   * @param invoice kind of invoice
   * @param date day of the expense, {@code 2026-03-02}
   * @param note remark
   */
  record Row(String category, String amount, String tax, String invoice, String date, String note) {
    private List<Cell> cells() {
      return List.of(
          new Cell("DDSelectField", "DDSelectField-Category", "费用类型", category),
          new Cell("MoneyField", "MoneyField-Amount", "金额", amount),
          new Cell("", "MoneyField-Tax", "税额", tax),
          new Cell("DDSelectField", "DDSelectField-Invoice", "发票类型", invoice),
          new Cell("", "DDDateField-Date", "日期", date),
          new Cell("", "TextField-Note", "说明", note));
    }
  }

  /** The components of a filled-in form. */
  static ArrayNode filled(String total, List<Row> rows) {
    return new FilledForm()
        .field("TextareaField", "TextareaField-Reason", "报销事由", "日常费用报销")
        .money("MoneyField-Total", "总金额", total)
        .table(TABLE, "报销明细", rows.stream().map(Row::cells).toList())
        .components();
  }
}
