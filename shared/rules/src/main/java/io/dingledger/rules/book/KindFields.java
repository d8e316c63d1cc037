package io.dingledger.rules.book;

import io.dingledger.rules.book.FormField.Content;
import java.util.ArrayList;
import java.util.List;

/** The fields of the kinds, as data. */
final class KindFields {
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
