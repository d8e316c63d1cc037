package io.dingledger.rules.book;

import static io.dingledger.rules.book.FormField.optional;
import static io.dingledger.rules.book.FormField.required;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.rules.book.FormField.Content;
import io.dingledger.rules.expression.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What rules can be for, with the fields that they can read: documents that forms map, suites and
 * attendance that are typed without a form, and the months in which pay items are summed.
 */
public enum Kind {
  /** An expense claim (报销单): a total and a table of expenses. */
  EXPENSE_CLAIM(
      DocumentKind.EXPENSE_CLAIM,
      "claim",
      "total",
      Table.REQUIRED,
      KindFields.withCommon(required("total", Content.AMOUNT)),
      KindFields.EXPENSES),
  /** A payment (付款单). */
  PAYMENT(
      DocumentKind.PAYMENT,
      "payment",
      "amount",
      Table.ABSENT,
      KindFields.withCommon(
          required("amount", Content.AMOUNT),
          required("payee", Content.TEXT),
          optional("account", Content.TEXT),
          optional("supplier", Content.TEXT),
          optional("purpose", Content.TEXT),
          optional("payOn", Content.DATE)),
      List.of()),
  /** A purchase (采购单). */
  PURCHASE(
      DocumentKind.PURCHASE,
      "purchase",
      "total",
      Table.OPTIONAL,
      KindFields.withCommon(
          required("total", Content.AMOUNT),
          required("supplier", Content.TEXT),
          optional("tax", Content.AMOUNT)),
      KindFields.TRADE),
  /** A sale or receivable (销售单、应收单、收款单). */
  SALE(
      DocumentKind.SALE,
      "sale",
      "total",
      Table.OPTIONAL,
      KindFields.withCommon(
          required("total", Content.AMOUNT),
          required("customer", Content.TEXT),
          optional("tax", Content.AMOUNT),
          optional("dueOn", Content.DATE)),
      KindFields.TRADE),
  /** An advance (借款单、备用金申请). */
  ADVANCE(
      DocumentKind.ADVANCE,
      "advance",
      "amount",
      Table.ABSENT,
      KindFields.withCommon(
          required("amount", Content.AMOUNT),
          optional("purpose", Content.TEXT),
          optional("repayOn", Content.DATE)),
      List.of()),
  /** A clearing of an advance (核销单、冲借款). */
  CLEARING(
      DocumentKind.CLEARING,
      "clearing",
      "spent",
      Table.OPTIONAL,
      KindFields.withCommon(
          required("spent", Content.AMOUNT),
          optional("advanced", Content.AMOUNT),
          optional("advanceDocument", Content.RELATION)),
      KindFields.EXPENSES),
  /** A business trip (出差), typed by DingTalk's own suite. */
  TRAVEL(DocumentKind.TRAVEL, "travel", TypedFields.TRAVEL),
  /** Overtime (加班). */
  OVERTIME(DocumentKind.OVERTIME, "overtime", TypedFields.OVERTIME),
  /** Leave (请假). */
  LEAVE(DocumentKind.LEAVE, "leave", TypedFields.LEAVE),
  /** Work outside (外出). */
  OUTSIDE_WORK(DocumentKind.OUTSIDE_WORK, "outside", TypedFields.OUTSIDE_WORK),
  /** The result of a day of attendance (考勤结果): late, early, absent. */
  DAILY_RESULT(DocumentKind.DAILY_RESULT, "attendance", TypedFields.DAILY_RESULT),
  /** All pay items of one person in the month that is closed: for tiers by month. */
  PERSON_MONTH("personMonth", DocumentKind.PAY_PERIOD, "period", TypedFields.PERSON_MONTH),
  /** The pay items of a month, summed in groups, when it is closed. */
  PAY_PERIOD("payPeriod", DocumentKind.PAY_PERIOD, "period", TypedFields.PAY_PERIOD);

  /** What a row of a form's table is called in paths. */
  public static final String ROW = "line";

  /** What the name of the form that read a document is called in paths, behind the prefix. */
  public static final String FORM = "form";

  private static final Map<String, Type> HEADER =
      Map.of("businessId", Type.TEXT, "title", Type.TEXT, "date", Type.DATE);

  private final String word;
  private final DocumentKind document;
  private final String prefix;
  private final String total;
  private final Table table;
  private final List<FormField> header;
  private final List<FormField> row;
  private final TypedFields typed;
  private final List<String> headerPaths;
  private final List<String> rowPaths;

  Kind(
      DocumentKind document,
      String prefix,
      String total,
      Table table,
      List<FormField> header,
      List<FormField> row) {
    this.word = document.word();
    this.document = document;
    this.prefix = prefix;
    this.total = total;
    this.table = table;
    this.header = header;
    this.row = row;
    this.typed = TypedFields.NONE;
    this.headerPaths = header.stream().map(this::path).toList();
    this.rowPaths = row.stream().map(Kind::rowPath).toList();
  }

  Kind(DocumentKind document, String prefix, TypedFields typed) {
    this(document.word(), document, prefix, typed);
  }

  Kind(String word, DocumentKind document, String prefix, TypedFields typed) {
    this.word = word;
    this.document = document;
    this.prefix = prefix;
    this.total = "";
    this.table = Table.ABSENT;
    this.header = List.of();
    this.row = List.of();
    this.typed = typed;
    this.headerPaths = List.of();
    this.rowPaths = List.of();
  }

  /** Whether a form of this kind has a table of rows. */
  public enum Table {
    /** Always. */
    REQUIRED,
    /** When its mapping names one, and then its rows must be there. */
    OPTIONAL,
    /** Never. */
    ABSENT
  }

  /** The kind of the typed document. */
  public DocumentKind document() {
    return document;
  }

  /** How rule books spell it. */
  public String word() {
    return word;
  }

  /** Whether its documents are read by form mappings. */
  public boolean isForm() {
    return !header.isEmpty();
  }

  /** Whether it is a month of pay rather than a document of DingTalk's. */
  public boolean isOfPay() {
    return document == DocumentKind.PAY_PERIOD;
  }

  /** What its rows are called in rules and paths; empty when it never has any. */
  public Optional<String> rowWord() {
    if (isForm()) {
      return table == Table.ABSENT ? Optional.empty() : Optional.of(ROW);
    }
    return typed.rowWord();
  }

  /** The path of the day on which rates and month-to-date totals are looked up. */
  public String ratePath(boolean eachRow) {
    return eachRow ? typed.rowDate().orElse(path(typed.date())) : path(typed.date());
  }

  /** What begins the paths of its documents' fields. */
  public String prefix() {
    return prefix;
  }

  /** Whether its forms have a table. */
  public Table table() {
    return table;
  }

  /** The path of a field of the document. */
  public String path(FormField field) {
    return prefix + "." + field.key();
  }

  /** The paths of the fields in {@link #header}, in the same order. */
  public List<String> headerPaths() {
    return headerPaths;
  }

  /** The paths of the fields in {@link #row}, in the same order. */
  public List<String> rowPaths() {
    return rowPaths;
  }

  /** The path of something that every document of this kind has. */
  public String path(String key) {
    return prefix + "." + key;
  }

  /** The path of the amount that the rows must add up to, where there are rows. */
  public String totalPath() {
    return path(total);
  }

  /** The path of a field of a row. */
  public static String rowPath(FormField field) {
    return ROW + "." + field.key();
  }

  /** The fields that a form's header can fill. */
  public List<FormField> header() {
    return header;
  }

  /** The fields that the rows of a form's table can fill; none where it has no table. */
  public List<FormField> row() {
    return row;
  }

  /** The types of all fields of a document, without those of its rows. */
  public Map<String, Type> documentFields() {
    Map<String, Type> fields = new LinkedHashMap<>();
    if (this != PAY_PERIOD) {
      fields.putAll(KindFields.PERSON);
    }
    if (!isOfPay()) {
      fields.putAll(KindFields.ORIGINATOR);
      HEADER.forEach((key, type) -> fields.put(path(key), type));
    }
    if (isForm()) {
      fields.put(path(FORM), Type.TEXT);
    }
    if (table != Table.ABSENT) {
      fields.put(path("sumOfLines"), Type.DECIMAL);
      fields.put(path("lines"), Type.DECIMAL);
    }
    if (this == CLEARING) {
      fields.put(path("difference"), Type.DECIMAL);
    }
    header.forEach(field -> fields.put(path(field), field.content().type()));
    typed.document().forEach((key, type) -> fields.put(path(key), type));
    return fields;
  }

  /** The types of all fields of a row. */
  public Map<String, Type> rowFields() {
    Map<String, Type> fields = new LinkedHashMap<>();
    if (table != Table.ABSENT) {
      fields.put(ROW + ".number", Type.DECIMAL);
      row.forEach(field -> fields.put(rowPath(field), field.content().type()));
    }
    typed
        .rowWord()
        .ifPresent(word -> typed.row().forEach((key, type) -> fields.put(word + "." + key, type)));
    return fields;
  }

  /** The kind with this name. */
  public static Optional<Kind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The kind of typed documents; empty for what has no rules, such as single punches. */
  public static Optional<Kind> of(DocumentKind document) {
    return Arrays.stream(values())
        .filter(kind -> kind.document == document && !kind.isOfPay())
        .findFirst();
  }

  /** All names, for suggestions. */
  public static List<String> words() {
    return Stream.of(values()).map(Kind::word).toList();
  }

  /** The names of those that forms map. */
  public static List<String> formWords() {
    return Stream.of(values()).filter(Kind::isForm).map(Kind::word).toList();
  }
}
