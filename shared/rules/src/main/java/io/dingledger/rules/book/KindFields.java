package io.dingledger.rules.book;

import io.dingledger.rules.book.FormField.Content;
import io.dingledger.rules.expression.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of the kinds, as data. */
final class KindFields {
  /** Who started an approval, or whose attendance it is. */
  static final Map<String, Type> ORIGINATOR =
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

  /** Whom a document concerns: each of the people it names, otherwise the originator. */
  static final Map<String, Type> PERSON =
      Map.of(
          "person.userId", Type.TEXT,
          "person.name", Type.TEXT,
          "person.jobNumber", Type.TEXT,
          "person.contract", Type.TEXT,
          "person.hiredOn", Type.DATE,
          "person.firstWorkedOn", Type.DATE,
          "person.departmentId", Type.TEXT,
          "person.departmentName", Type.TEXT,
          "person.departmentCode", Type.TEXT,
          "person.departmentPath", Type.TEXT);

  private static final List<FormField> OF_EVERY_KIND =
      List.of(
          FormField.optional("currency", Content.CURRENCY),
          FormField.optional("project", Content.TEXT),
          FormField.optional("attachments", Content.COUNT));

  /** The rows of an expense claim and of a clearing. */
  static final List<FormField> EXPENSES =
      List.of(
          FormField.required("category", Content.TEXT),
          FormField.required("amount", Content.AMOUNT),
          FormField.optional("tax", Content.AMOUNT),
          FormField.optional("untaxed", Content.AMOUNT),
          FormField.optional("invoiceKind", Content.TEXT),
          FormField.optional("date", Content.DATE),
          FormField.optional("note", Content.TEXT),
          FormField.optional("project", Content.TEXT),
          FormField.optional("currency", Content.CURRENCY));

  /** The rows of a purchase and of a sale. */
  static final List<FormField> TRADE =
      List.of(
          FormField.required("item", Content.TEXT),
          FormField.optional("quantity", Content.QUANTITY),
          FormField.optional("price", Content.QUANTITY),
          FormField.required("amount", Content.AMOUNT),
          FormField.optional("tax", Content.AMOUNT),
          FormField.optional("invoiceKind", Content.TEXT),
          FormField.optional("note", Content.TEXT),
          FormField.optional("project", Content.TEXT),
          FormField.optional("currency", Content.CURRENCY));

  private KindFields() {}

  /** A header of these fields and of those that every kind has. */
  static List<FormField> withCommon(FormField... fields) {
    List<FormField> all = new ArrayList<>(List.of(fields));
    all.addAll(OF_EVERY_KIND);
    return List.copyOf(all);
  }
}
