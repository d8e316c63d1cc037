package io.dingledger.ledgers.file;

import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Voucher;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Our own table, one row for each line with all that is known of it, as workbook or as text. */
final class GenericLayout implements Layout {
  static final List<String> COLUMNS =
      List.of(
          "voucher_key",
          "book",
          "date",
          "period",
          "type",
          "number",
          "attachments",
          "line_no",
          "summary",
          "account_code",
          "account_name",
          "currency",
          "rate",
          "amount_original",
          "debit",
          "credit",
          "dept",
          "employee",
          "customer",
          "supplier",
          "project",
          "source_doc");

  private final FileSettings settings;
  private final Summaries summaries;

  GenericLayout(FileSettings settings) {
    this.settings = settings;
    this.summaries = new Summaries(settings);
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public Optional<Charset> encoding() {
    if (settings.format().isWorkbook()) {
      return Optional.empty();
    }
    return Optional.of(settings.isGb18030() ? Charset.forName("GB18030") : StandardCharsets.UTF_8);
  }

  @Override
  public List<Cell> row(Entry entry) {
    Voucher voucher = entry.voucher();
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(voucher.key().value()));
    row.add(Cell.text(settings.book()));
    row.add(new Cell.Day(voucher.date()));
    row.add(Cell.text(YearMonth.from(voucher.date()).toString()));
    row.add(Cell.text(settings.voucherWord()));
    row.add(entry.number().<Cell>map(Cell.Whole::new).orElse(Cell.BLANK));
    row.add(new Cell.Whole(voucher.attachments()));
    row.add(new Cell.Whole(entry.index()));
    row.add(Cell.text(summaries.of(entry)));
    row.add(Cell.text(entry.line().account()));
    row.add(Cell.BLANK);
    row.add(Cell.text(settings.currency(entry.currency()).orElse("")));
    row.add(entry.rate());
    row.add(entry.original());
    row.add(entry.debit());
    row.add(entry.credit());
    row.add(Cell.text(entry.code(Dimension.DEPARTMENT)));
    row.add(Cell.text(entry.code(Dimension.EMPLOYEE)));
    row.add(Cell.text(entry.code(Dimension.CUSTOMER)));
    row.add(Cell.text(entry.code(Dimension.SUPPLIER)));
    row.add(Cell.text(entry.code(Dimension.PROJECT)));
    row.add(Cell.text(voucher.document().value()));
    return row;
  }

  @Override
  public byte[] file(List<List<Cell>> rows, Instant made) {
    List<List<Cell>> all = new ArrayList<>();
    all.add(COLUMNS.stream().map(Cell::text).toList());
    all.addAll(rows);
    return encoding()
        .map(charset -> CsvText.of(all, charset))
        .orElseGet(() -> Workbooks.of("vouchers", all, made));
  }
}
