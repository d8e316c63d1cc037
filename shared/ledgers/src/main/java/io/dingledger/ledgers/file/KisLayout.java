package io.dingledger.ledgers.file;

import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Voucher;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The 36 columns of Kingdee KIS and K/3 vouchers. The key stands in {@code FReference}. What stands
 * in columns that we have nothing for ({@code NONE}, {@code *}, 0) and the form of {@code FItem} is
 * what such files usually hold; no document of the vendor says so.
 */
final class KisLayout implements Layout {
  static final List<String> COLUMNS =
      List.of(
          "FDate",
          "FYear",
          "FPeriod",
          "FGroupID",
          "FNumber",
          "FAccountNum",
          "FAccountName",
          "FCurrencyNum",
          "FCurrencyName",
          "FAmountFor",
          "FDebit",
          "FCredit",
          "FPreparerID",
          "FCheckerID",
          "FApproveID",
          "FCashierID",
          "FHandler",
          "FSettleTypeID",
          "FSettleNo",
          "FExplanation",
          "FQuantity",
          "FMeasureUnitID",
          "FUnitPrice",
          "FReference",
          "FTransDate",
          "FTransNo",
          "FAttachments",
          "FSerialNum",
          "FObjectName",
          "FParameter",
          "FExchangeRate",
          "FEntryID",
          "FItem",
          "FPosted",
          "FInternalInd",
          "FCashFlow");

  private static final String SHEET = "Page1";
  private static final String PART = "---";
  private static final String BETWEEN = ",";
  private static final Cell NONE = Cell.text("NONE");
  private static final Cell STAR = Cell.text("*");
  private static final Cell ZERO = new Cell.Whole(0);

  private final FileSettings settings;
  private final Summaries summaries;

  KisLayout(FileSettings settings) {
    this.settings = settings;
    this.summaries = new Summaries(settings);
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public Optional<Charset> encoding() {
    return Optional.empty();
  }

  @Override
  public List<Cell> row(Entry entry) {
    Voucher voucher = entry.voucher();
    Cell date = new Cell.Day(voucher.date());
    List<Cell> row = new ArrayList<>();
    row.add(date);
    row.add(new Cell.Whole(voucher.date().getYear()));
    row.add(new Cell.Whole(voucher.date().getMonthValue()));
    row.add(Cell.text(settings.voucherWord()));
    row.add(entry.number().<Cell>map(Cell.Whole::new).orElse(Cell.BLANK));
    row.add(Cell.text(entry.line().account()));
    row.add(Cell.BLANK);
    row.add(Cell.text(settings.currency(entry.currency()).orElse("")));
    row.add(entry.currency().equals("CNY") ? Cell.text("人民币") : Cell.BLANK);
    row.addAll(List.of(entry.original(), entry.debit(), entry.credit()));
    row.add(Cell.text(settings.preparer()));
    row.addAll(List.of(NONE, NONE, NONE, Cell.BLANK, STAR, Cell.BLANK));
    row.add(Cell.text(summaries.of(entry)));
    row.addAll(List.of(ZERO, STAR, ZERO));
    row.add(Cell.text(voucher.key().value()));
    row.add(date);
    row.add(Cell.BLANK);
    row.add(new Cell.Whole(voucher.attachments()));
    row.add(new Cell.Whole(entry.ordinal()));
    row.addAll(List.of(Cell.BLANK, Cell.BLANK));
    row.add(entry.rate());
    row.add(new Cell.Whole(entry.index() - 1L));
    row.add(Cell.text(items(entry)));
    row.addAll(List.of(ZERO, Cell.BLANK, Cell.BLANK));
    return row;
  }

  @Override
  public Optional<String> unfit(Entry entry, List<Cell> row) {
    return entry.line().dimensions().values().stream()
        .filter(code -> code.contains(PART) || code.contains(BETWEEN))
        .map(code -> "FItem")
        .findFirst();
  }

  @Override
  public byte[] file(List<List<Cell>> rows, Instant made) {
    List<List<Cell>> all = new ArrayList<>();
    all.add(COLUMNS.stream().map(Cell::text).toList());
    all.addAll(rows);
    return Workbooks.of(SHEET, all, made);
  }

  /** {@code 部门---01---}; the name behind the code is the receiver's and is not known here. */
  private String items(Entry entry) {
    return Arrays.stream(Dimension.values())
        .filter(dimension -> !entry.code(dimension).isEmpty())
        .map(
            dimension -> settings.field(dimension).orElse("") + PART + entry.code(dimension) + PART)
        .collect(Collectors.joining(BETWEEN));
  }
}
