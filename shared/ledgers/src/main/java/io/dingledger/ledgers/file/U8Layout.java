package io.dingledger.ledgers.file;

import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Voucher;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The text file of Yonyou's general ledger tool (总账工具) for U8, T3 and T6: after a first line one
 * line for each entry, fields between commas, GBK. Lines of one voucher have the same date, type
 * and number and stand together. The key stands at the end of each summary.
 */
final class U8Layout implements Layout {
  static final String FIRST_LINE = "填制凭证,V800";
  static final List<String> COLUMNS =
      List.of(
          "制单日期", "凭证类别字", "凭证号", "附单据数", "摘要", "科目编码", "借方金额", "贷方金额", "数量", "外币", "汇率", "制单人",
          "结算方式", "票号", "发生日期", "部门编码", "个人编码", "客户编码", "供应商编码", "业务员", "项目编码");

  private static final int LONGEST_ACCOUNT = 15;
  private static final Pattern SEPARATOR = Pattern.compile("[,\"']");
  private static final String LINE_END = "\r\n";
  private static final Cell ZERO = new Cell.Whole(0);

  private final FileSettings settings;
  private final Summaries summaries;

  U8Layout(FileSettings settings) {
    this.settings = settings;
    this.summaries = new Summaries(settings);
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public Optional<Charset> encoding() {
    return Optional.of(Charset.forName("GBK"));
  }

  @Override
  public int longestAccount() {
    return LONGEST_ACCOUNT;
  }

  @Override
  public Optional<String> unfit(Entry entry, List<Cell> row) {
    return IntStream.range(0, row.size())
        .filter(column -> SEPARATOR.matcher(CsvText.plain(row.get(column))).find())
        .mapToObj(COLUMNS::get)
        .findFirst();
  }

  @Override
  public List<Cell> row(Entry entry) {
    Voucher voucher = entry.voucher();
    boolean foreign = entry.line().foreign().isPresent();
    List<Cell> row = new ArrayList<>();
    row.add(new Cell.Day(voucher.date()));
    row.add(Cell.text(settings.voucherWord()));
    row.add(entry.number().<Cell>map(Cell.Whole::new).orElse(Cell.BLANK));
    row.add(new Cell.Whole(voucher.attachments()));
    row.add(Cell.text(summaries.of(entry)));
    row.add(Cell.text(entry.line().account()));
    row.add(entry.debit());
    row.add(entry.credit());
    row.add(ZERO);
    row.add(foreign ? entry.original() : ZERO);
    row.add(foreign ? entry.rate() : ZERO);
    row.add(Cell.text(settings.preparer()));
    row.addAll(List.of(Cell.BLANK, Cell.BLANK, Cell.BLANK));
    row.add(Cell.text(entry.code(Dimension.DEPARTMENT)));
    row.add(Cell.text(entry.code(Dimension.EMPLOYEE)));
    row.add(Cell.text(entry.code(Dimension.CUSTOMER)));
    row.add(Cell.text(entry.code(Dimension.SUPPLIER)));
    row.add(Cell.BLANK);
    row.add(Cell.text(entry.code(Dimension.PROJECT)));
    return row;
  }

  @Override
  public byte[] file(List<List<Cell>> rows, Instant made) {
    StringBuilder text = new StringBuilder(FIRST_LINE).append(LINE_END);
    for (List<Cell> row : rows) {
      text.append(row.stream().map(CsvText::plain).collect(Collectors.joining(",")))
          .append(LINE_END);
    }
    return CsvText.encoded(text, encoding().orElseThrow());
  }
}
