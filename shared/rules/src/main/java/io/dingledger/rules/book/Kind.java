package io.dingledger.rules.book;

import io.dingledger.rules.expression.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of documents that rule books know, with the fields that a form can fill. */
public enum Kind {
  /** An expense claim (报销单): a total and a table of expenses. */
  EXPENSE_CLAIM(
      "expenseClaim",
      "claim",
      List.of(
          FormField.required("total", FormField.Content.AMOUNT),
          FormField.optional("currency", FormField.Content.CURRENCY),
          FormField.optional("project", FormField.Content.TEXT),
          FormField.optional("attachments", FormField.Content.COUNT)),
      List.of(
          FormField.required("category", FormField.Content.TEXT),
          FormField.required("amount", FormField.Content.AMOUNT),
          FormField.optional("tax", FormField.Content.AMOUNT),
          FormField.optional("untaxed", FormField.Content.AMOUNT),
          FormField.optional("invoiceKind", FormField.Content.TEXT),
          FormField.optional("date", FormField.Content.DATE),
          FormField.optional("note", FormField.Content.TEXT),
          FormField.optional("project", FormField.Content.TEXT),
          FormField.optional("currency", FormField.Content.CURRENCY)),
      Map.of("sumOfLines", Type.DECIMAL, "lines", Type.DECIMAL));

  /** What a row is called in paths. */
  public static final String ROW = "line";

  private static final Map<String, Type> COMMON =
      Map.of(
          "originator.userId", Type.TEXT,
          "originator.name", Type.TEXT,
          "originator.jobNumber", Type.TEXT,
          "department.id", Type.TEXT,
          "department.name", Type.TEXT,
          "department.code", Type.TEXT);
  private static final Map<String, Type> HEADER =
      Map.of("businessId", Type.TEXT, "title", Type.TEXT, "date", Type.DATE);

  private final String word;
  private final String prefix;
  private final List<FormField> header;
  private final List<FormField> row;
  private final Map<String, Type> derived;

  Kind(
      String word,
      String prefix,
      List<FormField> header,
      List<FormField> row,
      Map<String, Type> derived) {
    this.word = word;
    this.prefix = prefix;
    this.header = header;
    this.row = row;
    this.derived = derived;
  }

  /** How rule books spell it. */
  public String word() {
    return word;
  }

  /** The path of a field of the document. */
  public String path(FormField field) {
    return prefix + "." + field.key();
  }

  /** The path of something that every document of this kind has. */
  public String path(String key) {
    return prefix + "." + key;
  }

  /** The path of a field of a row. */
  public static String rowPath(FormField field) {
    return ROW + "." + field.key();
  }

  /** The fields that a form's header can fill. */
  public List<FormField> header() {
    return header;
  }

  /** The fields that the rows of a form's table can fill. */
  public List<FormField> row() {
    return row;
  }

  /** The types of all fields of a document, without those of its rows. */
  public Map<String, Type> documentFields() {
    Map<String, Type> fields = new LinkedHashMap<>(COMMON);
    HEADER.forEach((key, type) -> fields.put(path(key), type));
    derived.forEach((key, type) -> fields.put(path(key), type));
    header.forEach(field -> fields.put(path(field), field.content().type()));
    return fields;
  }

  /** The types of all fields of a row. */
  public Map<String, Type> rowFields() {
    Map<String, Type> fields = new LinkedHashMap<>();
    fields.put(ROW + ".number", Type.DECIMAL);
    row.forEach(field -> fields.put(rowPath(field), field.content().type()));
    return fields;
  }

  /** The kind with this name. */
  public static Optional<Kind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** All names, for suggestions. */
  public static List<String> words() {
    return Stream.of(values()).map(Kind::word).toList();
  }
}
