package io.dingledger.rules.pay;

import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Pay items as a table for payroll (薪资导出): one row for each item, and sums for each person and
 * item. Rows stand in the order of job numbers, then user ids, items, months and days.
 */
public final class PayrollTable {
  /** The columns of the items. */
  public static final List<String> COLUMNS =
      List.of(
          "工号 jobNumber",
          "姓名 name",
          "项目 item",
          "代码 code",
          "单位 unit",
          "数量 quantity",
          "倍数 factor",
          "单价 rate",
          "金额 amount",
          "所属月份 month",
          "单据 document");

  /** The columns of the sums. */
  public static final List<String> SUM_COLUMNS =
      List.of(
          "工号 jobNumber",
          "姓名 name",
          "项目 item",
          "代码 code",
          "单位 unit",
          "笔数 count",
          "数量 quantity",
          "金额 amount");

  private static final String END_OF_ROW = "\r\n";

  /** What a spreadsheet takes for the beginning of a formula, half-width or full-width. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private static final Comparator<PayItem> ORDER =
      Comparator.<PayItem, String>comparing(item -> item.person().jobNumber())
          .thenComparing(item -> item.person().userId())
          .thenComparing(PayItem::item)
          .thenComparing(PayItem::day)
          .thenComparing(item -> item.id().value());

  private final List<PayItem> items;

  /** A table of these items. */
  public PayrollTable(Collection<PayItem> items) {
    this.items = items.stream().sorted(ORDER).toList();
  }

  /**
   * What one person gets or loses by one item.
   *
   * @param userId whose it is
   * @param jobNumber that person's job number as last known
   * @param name that person's name as last known
   * @param item the item
   * @param code its code
   * @param unit what the quantity counts
   * @param count how many items, what was taken back and what takes it back included
   * @param quantity their sum
   * @param amount their sum, signed
   */
  public record Sum(
      String userId,
      String jobNumber,
      String name,
      String item,
      String code,
      PayUnit unit,
      int count,
      BigDecimal quantity,
      Money amount) {}

  private record Key(String userId, String item, String code, PayUnit unit, String currency) {}

  /** The items in the table's order. */
  public List<PayItem> items() {
    return items;
  }

  /** Sums for each person and item. */
  public List<Sum> sums() {
    Map<Key, List<PayItem>> groups =
        items.stream()
            .collect(
                Collectors.groupingBy(PayrollTable::key, LinkedHashMap::new, Collectors.toList()));
    return groups.entrySet().stream().map(each -> sum(each.getKey(), each.getValue())).toList();
  }

  private static Key key(PayItem item) {
    return new Key(
        item.person().userId(), item.item(), item.code(), item.unit(), item.amount().currency());
  }

  private static Sum sum(Key key, List<PayItem> group) {
    PayItem latest =
        group.stream()
            .max(Comparator.comparing(PayItem::day).thenComparing(item -> item.id().value()))
            .orElseThrow();
    return new Sum(
        key.userId(),
        latest.person().jobNumber(),
        latest.person().name(),
        key.item(),
        key.code(),
        key.unit(),
        group.size(),
        group.stream().map(PayItem::quantity).reduce(BigDecimal.ZERO, BigDecimal::add),
        group.stream().map(PayItem::amount).reduce(Money::plus).orElseThrow());
  }

  /** The rows of the items, without the columns' names; numbers are plain decimals. */
  public List<List<String>> rows() {
    return items.stream()
        .map(
            item ->
                List.of(
                    item.person().jobNumber(),
                    item.person().name(),
                    item.item(),
                    item.code(),
                    item.unit().chinese(),
                    item.quantity().toPlainString(),
                    item.factor().toPlainString(),
                    item.rate().toPlainString(),
                    item.amount().plain(),
                    item.month().toString(),
                    item.document().value()))
        .toList();
  }

  /** The rows of the sums, without the columns' names. */
  public List<List<String>> sumRows() {
    return sums().stream()
        .map(
            sum ->
                List.of(
                    sum.jobNumber(),
                    sum.name(),
                    sum.item(),
                    sum.code(),
                    sum.unit().chinese(),
                    Integer.toString(sum.count()),
                    sum.quantity().toPlainString(),
                    sum.amount().plain()))
        .toList();
  }

  /** The items as CSV (RFC 4180) that a spreadsheet opens without running anything in it. */
  public String csv() {
    return csv(COLUMNS, rows());
  }

  /** The sums as CSV of the same kind. */
  public String sumCsv() {
    return csv(SUM_COLUMNS, sumRows());
  }

  private static String csv(List<String> columns, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(columns);
    all.addAll(rows);
    return all.stream()
        .map(row -> row.stream().map(PayrollTable::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining(END_OF_ROW, "", END_OF_ROW));
  }

  /** A name may be written to be run as a formula; a number may begin with a minus sign. */
  private static String cell(String text) {
    String stripped = text.strip();
    boolean looksLikeFormula =
        (!stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0)
            || (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0);
    boolean isNumber = text.matches("-?\\d+(\\.\\d+)?");
    String safe = looksLikeFormula && !isNumber ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(unit -> ",\"\r\n".indexOf(unit) >= 0);
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
