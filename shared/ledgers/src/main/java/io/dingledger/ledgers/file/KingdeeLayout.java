package io.dingledger.ledgers.file;

import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Voucher;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The import workbook of Kingdee Cloud Galaxy: field keys, captions with a star where a value is
 * required, then the lines; header columns are filled in a voucher's first row only. Columns and
 * their order are those of a public template of {@code GL_VOUCHER}; those of dimensions are the
 * tenant's own. The key stands in {@code FBUSNO} of each line.
 */
final class KingdeeLayout implements Layout {
  private static final String SHEET = "凭证#单据头(FBillHead)";
  private static final List<Dimension> ORDER =
      List.of(
          Dimension.SUPPLIER,
          Dimension.DEPARTMENT,
          Dimension.CUSTOMER,
          Dimension.EMPLOYEE,
          Dimension.PROJECT);

  private final FileSettings settings;
  private final Summaries summaries;
  private final List<Column> columns;

  /** What a column is called and what stands in it. */
  private record Column(String key, String caption, Content content) {}

  private interface Content {
    Cell of(Entry entry);
  }

  KingdeeLayout(FileSettings settings) {
    this.settings = settings;
    this.summaries = new Summaries(settings);
    List<Column> all = new ArrayList<>(head());
    all.addAll(lineBegin());
    ORDER.forEach(
        dimension ->
            settings.field(dimension).ifPresent(field -> all.addAll(dimension(dimension, field))));
    all.addAll(lineEnd());
    this.columns = List.copyOf(all);
  }

  @Override
  public List<String> columns() {
    return columns.stream().map(Column::key).toList();
  }

  @Override
  public Optional<Charset> encoding() {
    return Optional.empty();
  }

  @Override
  public List<Cell> row(Entry entry) {
    return columns.stream().map(column -> column.content().of(entry)).toList();
  }

  @Override
  public byte[] file(List<List<Cell>> rows, Instant made) {
    List<List<Cell>> all = new ArrayList<>();
    all.add(columns.stream().map(column -> Cell.text(column.key())).toList());
    all.add(columns.stream().map(column -> Cell.text(column.caption())).toList());
    all.addAll(rows);
    return Workbooks.of(SHEET, all, made);
  }

  private List<Column> head() {
    return List.of(
        header("FBillHead(GL_VOUCHER)", "*单据头(序号)", entry -> new Cell.Whole(entry.ordinal())),
        header("FAccountBookID", "*(单据头)账簿#编码", entry -> Cell.text(settings.book())),
        blank("FAccountBookID#Name", "(单据头)账簿#名称"),
        header("FDate", "*(单据头)日期", entry -> date(entry.voucher())),
        header("FBUSDATE", "*(单据头)业务日期", entry -> date(entry.voucher())),
        header("FYEAR", "(单据头)会计年度", entry -> new Cell.Whole(entry.voucher().date().getYear())),
        header(
            "FPERIOD", "(单据头)期间", entry -> new Cell.Whole(entry.voucher().date().getMonthValue())),
        header("FVOUCHERGROUPID", "*(单据头)凭证字#编码", entry -> Cell.text(settings.voucherGroup())),
        blank("FVOUCHERGROUPID#Name", "(单据头)凭证字#名称"),
        header(
            "FVOUCHERGROUPNO",
            "(单据头)凭证号",
            entry -> entry.number().map(number -> Cell.text(number.toString())).orElse(Cell.BLANK)),
        header("FATTACHMENTS", "(单据头)附件数", entry -> new Cell.Whole(entry.voucher().attachments())),
        header("FISADJUSTVOUCHER", "(单据头)是否调整期凭证", entry -> Cell.text("False")),
        header("FACCBOOKORGID", "*(单据头)核算组织#编码", entry -> Cell.text(settings.organisation())),
        blank("FACCBOOKORGID#Name", "(单据头)核算组织#名称"),
        blank("FSourceBillKey", "(单据头)业务类型#编码"),
        blank("FSourceBillKey#Name", "(单据头)业务类型#名称"),
        blank("FIMPORTVERSION", "(单据头)引入版本号"),
        blank("*Split*1", "间隔列"));
  }

  private List<Column> lineBegin() {
    return List.of(
        column("FEntity", "*分录(序号)", entry -> new Cell.Whole(entry.position())),
        column("FEXPLANATION", "(分录)摘要", entry -> Cell.text(summaries.of(entry))),
        column("FACCOUNTID", "*(分录)科目编码#编码", entry -> Cell.text(entry.line().account())),
        blank("FACCOUNTID#Name", "(分录)科目编码#名称"));
  }

  private static List<Column> dimension(Dimension dimension, String field) {
    String caption = "(分录)核算维度." + field;
    return List.of(
        column("FDetailID#" + field, caption + "#编码", entry -> Cell.text(entry.code(dimension))),
        blank("FDetailID#" + field + "#Name", caption + "#名称"));
  }

  private List<Column> lineEnd() {
    return List.of(
        column(
            "FCURRENCYID",
            "*(分录)币别#编码",
            entry -> Cell.text(settings.currency(entry.currency()).orElse(""))),
        blank("FCURRENCYID#Name", "(分录)币别#名称"),
        column("FEXCHANGERATETYPE", "*(分录)汇率类型#编码", entry -> Cell.text(settings.rateType())),
        blank("FEXCHANGERATETYPE#Name", "(分录)汇率类型#名称"),
        column("FEXCHANGERATE", "(分录)汇率", Entry::rate),
        blank("FUnitId", "(分录)单位#编码"),
        blank("FUnitId#Name", "(分录)单位#名称"),
        blank("FPrice", "(分录)单价"),
        blank("FQty", "(分录)数量"),
        column("FAMOUNTFOR", "(分录)原币金额", Entry::original),
        column("FDEBIT", "(分录)借方金额", Entry::debit),
        column("FCREDIT", "(分录)贷方金额", Entry::credit),
        blank("FSettleTypeID", "(分录)结算方式#编码"),
        blank("FSettleTypeID#Name", "(分录)结算方式#名称"),
        blank("FSETTLENO", "(分录)结算号"),
        column("FBUSNO", "(分录)业务编号", entry -> Cell.text(entry.voucher().key().value())),
        blank("FEXPORTENTRYID", "(分录)引出分录内码"));
  }

  private static Cell date(Voucher voucher) {
    return Cell.text(voucher.date().toString());
  }

  private static Column header(String key, String caption, Content content) {
    return new Column(key, caption, entry -> entry.isFirst() ? content.of(entry) : Cell.BLANK);
  }

  private static Column column(String key, String caption, Content content) {
    return new Column(key, caption, content);
  }

  private static Column blank(String key, String caption) {
    return new Column(key, caption, entry -> Cell.BLANK);
  }
}
