package io.dingledger.rules.written;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Form;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.book.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a written document of a kind that forms map into an approval with such a form. */
final class FormWriter {
  /** What the table of rows is called. */
  static final String LINES = "lines";

  private FormWriter() {}

  /**
   * The form: each field is a component with its name as {@code bizAlias}, and so is {@code form}.
   */
  static Form form(Kind kind, Part part) {
    List<Form.Component> components = new ArrayList<>();
    String form = part.text(Kind.FORM, "");
    if (!form.isEmpty()) {
      components.add(component(Kind.FORM, form));
    }
    components.addAll(components(kind.header(), part));
    if (kind.table() != Kind.Table.ABSENT) {
      List<Part> lines =
          kind.table() == Kind.Table.REQUIRED ? part.parts(LINES) : part.optionalParts(LINES);
      List<Form.Row> rows = new ArrayList<>();
      for (Part line : lines) {
        rows.add(new Form.Row(components(kind.row(), line)));
        line.close();
      }
      if (!rows.isEmpty()) {
        components.add(new Form.Component(LINES, "", LINES, "TableField", "", "", List.of(), rows));
      }
    }
    return new Form(components);
  }

  private static List<Form.Component> components(List<FormField> fields, Part part) {
    List<Form.Component> components = new ArrayList<>();
    for (FormField field : fields) {
      value(field, part).ifPresent(value -> components.add(component(field.key(), value)));
    }
    return components;
  }

  private static Form.Component component(String key, String value) {
    return new Form.Component(key, "", key, "", value, List.of(), List.of());
  }

  /** The value as forms hold it: a text. */
  private static Optional<String> value(FormField field, Part part) {
    String key = field.key();
    return switch (field.content()) {
      case AMOUNT, QUANTITY -> part.amount(key, field.required()).map(BigDecimal::toPlainString);
      case COUNT -> part.count(key).map(String::valueOf);
      case TEXT, CURRENCY, RELATION ->
          Optional.of(field.required() ? part.text(key) : part.text(key, ""))
              .filter(text -> !text.isEmpty());
      case DATE -> part.optionalDate(key).map(String::valueOf);
    };
  }

  /** An approval of this form that was approved at noon of the document's day. */
  static ApprovalDetail approval(Envelope envelope, Form form) {
    Instant at = envelope.date().atTime(LocalTime.NOON).atZone(envelope.zone()).toInstant();
    return new ApprovalDetail(
        new DocumentId(envelope.id()),
        "",
        "",
        envelope.businessId(),
        envelope.title(),
        envelope.person().userId(),
        envelope.department().id(),
        envelope.department().name(),
        at,
        Optional.of(at),
        ApprovalDetail.Status.COMPLETED,
        ApprovalDetail.Result.AGREE,
        ApprovalDetail.Action.NONE,
        Optional.empty(),
        List.of(),
        form,
        "");
  }
}
