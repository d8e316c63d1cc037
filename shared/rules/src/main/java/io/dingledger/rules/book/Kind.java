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

/** The kinds of documents that a rule book's forms can map, with the fields that they fill. */
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
      KindFields.EXPENSES);

  /** What a row is called in paths. */
  public static final String ROW = "line";

  private static final Map<String, Type> COMMON =
      Map.of(
          "originator.userId", Type.TEXT,
          "originator.name", Type.TEXT,
          "originator.jobNumber", Type.TEXT,
          "originator.hiredOn", Type.DATE,
          "originator.firstWorkedOn", Type.DATE,
          "department.id", Type.TEXT,
          "department.name", Type.TEXT,
          "department.code", Type.TEXT,
          "department.path", Type.TEXT);
  private static final Map<String, Type> HEADER =
      Map.of("businessId", Type.TEXT, "title", Type.TEXT, "date", Type.DATE);

  private final DocumentKind document;
  private final String prefix;
  private final String total;
  private final Table table;
  private final List<FormField> header;
  private final List<FormField> row;

  Kind(
      DocumentKind document,
      String prefix,
      String total,
      Table table,
      List<FormField> header,
      List<FormField> row) {
    this.document = document;
    this.prefix = prefix;
    this.total = total;
    this.table = table;
    this.header = header;
    this.row = row;
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
    return document.word();
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
    Map<String, Type> fields = new LinkedHashMap<>(COMMON);
    HEADER.forEach((key, type) -> fields.put(path(key), type));
    if (table != Table.ABSENT) {
      fields.put(path("sumOfLines"), Type.DECIMAL);
      fields.put(path("lines"), Type.DECIMAL);
    }
    if (this == CLEARING) {
      fields.put(path("difference"), Type.DECIMAL);
    }
    header.forEach(field -> fields.put(path(field), field.content().type()));
    return fields;
  }

  /** The types of all fields of a row. */
  public Map<String, Type> rowFields() {
    Map<String, Type> fields = new LinkedHashMap<>();
    if (table != Table.ABSENT) {
      fields.put(ROW + ".number", Type.DECIMAL);
      row.forEach(field -> fields.put(rowPath(field), field.content().type()));
    }
    return fields;
  }

  /** The kind with this name. */
  public static Optional<Kind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** All names, for suggestions. */
  public static List<String> words() {
    return Stream.of(values()).map(Kind::word).toList();
  }
}
