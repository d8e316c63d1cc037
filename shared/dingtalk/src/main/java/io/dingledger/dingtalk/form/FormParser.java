package io.dingledger.dingtalk.form;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.unwrapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Form.Component;
import io.dingledger.model.document.Form.Reference;
import io.dingledger.model.document.Form.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code formComponentValues} of an approval instance (API0498; shapes of suites and tables
 * from captures) into the neutral {@link Form}.
 *
 * <p>Suites are flattened into the list that holds them, tables become rows. A component that is
 * not understood keeps its value as text; it never fails the document. Values stay the texts that
 * DingTalk sent: no amount is parsed here. What {@code extValue} says beyond references (durations
 * of leave, sums of tables) is not part of the form.
 */
public final class FormParser {
  /** The most components, cells and rows together; DingTalk's own forms stay far below. */
  public static final int MOST_COMPONENTS = 20_000;

  /** How deep suites and tables may be nested; what is deeper stays text. */
  public static final int DEEPEST_NESTING = 8;

  private static final String TABLE = "TableField";
  private static final String SUITE = "DDBizSuite";

  /**
   * Types whose value never holds components. Without this list an employee could type a suite's
   * JSON into a text field and forge an amount.
   */
  private static final Set<String> NEVER_UNFOLDED =
      Set.of(
          "TextField",
          "TextareaField",
          "PhoneField",
          "IdCardField",
          "NumberField",
          "MoneyField",
          "CalculateField",
          "FormulaField",
          "DDSelectField",
          "DDMultiSelectField",
          "DDDateField",
          "DDDateRangeField",
          "DDHolidayField",
          "InnerContactField",
          "DepartmentField",
          "DDPhotoField",
          "DDAttachment",
          "SignatureField",
          "RecipientAccountField",
          "RelateField",
          "CascadeField",
          "InvoiceField",
          "AddressField",
          "TextNote");

  private int seen;

  private FormParser() {}

  /**
   * The form; without components where there is no array of them. Empty when there are more than
   * {@value #MOST_COMPONENTS}: half a form would be half a voucher.
   *
   * @param formComponentValues the array, or a text that holds it
   */
  public static Optional<Form> parse(JsonNode formComponentValues) {
    FormParser parser = new FormParser();
    List<Component> components = parser.components(unwrapped(formComponentValues), 0);
    return parser.seen > MOST_COMPONENTS ? Optional.empty() : Optional.of(new Form(components));
  }

  private List<Component> components(JsonNode entries, int depth) {
    List<Component> found = new ArrayList<>();
    if (entries.isArray()) {
      for (JsonNode entry : entries) {
        if (entry.isObject() && ++seen <= MOST_COMPONENTS) {
          addUnfolded(entry, depth, found);
        }
      }
    }
    return found;
  }

  private void addUnfolded(JsonNode entry, int depth, List<Component> into) {
    ComponentNames names = ComponentNames.of(entry);
    JsonNode value = field(entry, "value");
    JsonNode content =
        mayUnfold(names.type(), value, depth) ? unwrapped(value) : MissingNode.getInstance();
    if (isSuite(names.type(), content)) {
      into.addAll(components(content, depth + 1));
      return;
    }
    List<Row> rows = isTable(names.type(), content) ? rows(content, depth + 1) : List.of();
    String text = rows.isEmpty() ? FormTexts.value(value) : "";
    List<Reference> references =
        rows.isEmpty()
            ? References.of(field(entry, "extValue", "extendValue", "ext_value"), text)
            : List.of();
    into.add(
        new Component(
            names.bizAlias(),
            names.id(),
            names.label(),
            names.type(),
            text,
            extension(entry),
            references,
            rows));
  }

  private static String extension(JsonNode entry) {
    return FormTexts.value(field(entry, "extValue", "extendValue", "ext_value"));
  }

  /** Cells often have no type; then only structure that DingTalk itself nested is trusted. */
  private static boolean mayUnfold(String type, JsonNode value, int depth) {
    if (depth >= DEEPEST_NESTING || NEVER_UNFOLDED.contains(type)) {
      return false;
    }
    return !type.isEmpty() || value.isArray();
  }

  private static boolean isSuite(String type, JsonNode content) {
    if (!content.isArray() || content.isEmpty()) {
      return false;
    }
    boolean someChild = false;
    boolean allNamed = !type.equals(TABLE);
    for (JsonNode child : content) {
      someChild |= child.isObject() && !child.has("rowValue");
      allNamed &= child.has("props") || child.has("componentName");
    }
    return type.equals(SUITE) ? someChild : allNamed;
  }

  private static boolean isTable(String type, JsonNode content) {
    if (!content.isArray() || content.isEmpty()) {
      return false;
    }
    JsonNode first = content.get(0);
    boolean looksLikeRows = first.has("rowValue") || first.isArray() && first.path(0).has("value");
    return type.equals(TABLE) || looksLikeRows;
  }

  /**
   * Rows as read, {@code [{rowValue:[…]}]}, or as submitted, {@code [[{name,value}]]}. A row that
   * is neither stays as an empty row, so that no row vanishes without a trace.
   */
  private List<Row> rows(JsonNode content, int depth) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : content) {
      if (++seen <= MOST_COMPONENTS) {
        JsonNode cells = row.isArray() ? row : unwrapped(field(row, "rowValue"));
        rows.add(new Row(components(cells, depth)));
      }
    }
    return rows;
  }
}
