package io.dingledger.ledgers.file;

import io.dingledger.ledgers.SettingValues;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.voucher.Dimension;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A checked connection, read for one format. What was left out has the format's own default where
 * it has one.
 */
final class FileSettings {
  private static final Map<String, String> KINGDEE_CURRENCIES =
      Map.of("CNY", "PRE001", "HKD", "PRE002", "EUR", "PRE003", "USD", "PRE007");
  private static final Map<String, String> KIS_CURRENCIES = Map.of("CNY", "RMB");
  private static final int USUAL_SUMMARY = 200;
  private static final int U8_SUMMARY = 60;

  private final SettingValues values;
  private final FileFormat format;

  private FileSettings(SettingValues values, FileFormat format) {
    this.values = values;
    this.format = format;
  }

  /** The settings of a connection that {@code Ledgers.check} found no fault with. */
  static FileSettings of(LedgerConnection connection) {
    SettingValues values = SettingValues.of(connection, FileForm.description());
    return new FileSettings(values, FileFormat.of(values.text("format")).orElseThrow());
  }

  /** The same connection, read for another format. */
  FileSettings in(FileFormat other) {
    return new FileSettings(values, other);
  }

  FileFormat format() {
    return format;
  }

  String book() {
    return values.text("book");
  }

  String organisation() {
    return values.text("organisation");
  }

  String voucherGroup() {
    return values.text("voucherGroup");
  }

  String voucherWord() {
    return values.text("voucherWord");
  }

  String bookCurrency() {
    return values.text("bookCurrency");
  }

  String rateType() {
    return values.text("rateType");
  }

  String preparer() {
    return values.text("preparer");
  }

  String filePrefix() {
    return values.text("filePrefix");
  }

  boolean isGb18030() {
    return values.text("encoding").equals("gb18030");
  }

  /** Which of the settings that this format needs is left out. */
  Optional<String> missing() {
    return switch (format) {
      case KINGDEE_XLSX -> FileForm.FOR_KINGDEE.stream().filter(this::isLeftOut).findFirst();
      case GENERIC_XLSX, GENERIC_CSV, KIS_XLSX, U8_TEXT -> Optional.empty();
    };
  }

  /** How the receiver calls a currency; empty when it is not known. */
  Optional<String> currency(String isoCode) {
    Map<String, String> given = currencies(values.text("currencies"));
    if (!given.isEmpty()) {
      return Optional.ofNullable(given.get(isoCode));
    }
    return switch (format) {
      case KINGDEE_XLSX -> Optional.ofNullable(KINGDEE_CURRENCIES.get(isoCode));
      case KIS_XLSX -> Optional.ofNullable(KIS_CURRENCIES.get(isoCode));
      case GENERIC_XLSX, GENERIC_CSV, U8_TEXT -> Optional.of(isoCode);
    };
  }

  /** Where a dimension goes: a field, a class or a column; empty when there is none. */
  Optional<String> field(Dimension dimension) {
    String given = values.text(dimension.name().toLowerCase(Locale.ROOT) + "Field");
    String field =
        given.isEmpty()
            ? switch (format) {
              case KINGDEE_XLSX -> kingdeeField(dimension);
              case KIS_XLSX -> kisClass(dimension);
              case GENERIC_XLSX, GENERIC_CSV, U8_TEXT -> dimension.name();
            }
            : given;
    return Optional.of(field).filter(name -> !name.isEmpty());
  }

  int summaryLength() {
    int usual = format == FileFormat.U8_TEXT ? U8_SUMMARY : USUAL_SUMMARY;
    return isLeftOut("summaryLength") ? usual : values.number("summaryLength");
  }

  boolean keyInSummary() {
    return isLeftOut("keyInSummary") ? format == FileFormat.U8_TEXT : values.flag("keyInSummary");
  }

  /** The first number of a month; empty when the receiver numbers. */
  Optional<Integer> numberStart() {
    if (!isLeftOut("numberStart")) {
      return Optional.of(values.number("numberStart"));
    }
    return format == FileFormat.KINGDEE_XLSX ? Optional.empty() : Optional.of(1);
  }

  Optional<YearMonth> closedThrough() {
    return month("closedThrough");
  }

  Optional<YearMonth> bookStart() {
    return month("bookStart");
  }

  private Optional<YearMonth> month(String key) {
    return isLeftOut(key) ? Optional.empty() : Optional.of(YearMonth.parse(values.text(key)));
  }

  private boolean isLeftOut(String key) {
    return values.text(key).isEmpty();
  }

  private static String kingdeeField(Dimension dimension) {
    return switch (dimension) {
      case DEPARTMENT -> "FFLEX5";
      case EMPLOYEE -> "FFLEX7";
      case SUPPLIER -> "FFLEX4";
      case CUSTOMER -> "FFLEX6";
      case PROJECT -> "";
    };
  }

  private static String kisClass(Dimension dimension) {
    return switch (dimension) {
      case DEPARTMENT -> "部门";
      case EMPLOYEE -> "职员";
      case SUPPLIER -> "供应商";
      case CUSTOMER -> "客户";
      case PROJECT -> "项目";
    };
  }

  private static Map<String, String> currencies(String setting) {
    Map<String, String> numbers = new HashMap<>();
    if (!setting.isEmpty()) {
      for (String pair : setting.split(",", -1)) {
        String[] sides = pair.strip().split("=", 2);
        numbers.put(sides[0], sides[1]);
      }
    }
    return numbers;
  }
}
