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
 * <p>A suite stands in the list without a value and its children follow it; tables become rows. A
 * component that is not understood keeps its value as text, and never fails the document: a table
 * or suite with a value could not be read, one without any was left blank. Values stay the texts
 * that DingTalk sent: no amount is parsed here.
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
        } else if (!entry.isObject()) {
          addText(entry, found);
        }
      }
    }
    return found;
  }

  /** What is no component where one should stand: it is not understood, but not dropped either. */
  private void addText(JsonNode odd, List<Component> into) {
    String text = FormTexts.value(odd);
    if (!text.isEmpty() && ++seen <= MOST_COMPONENTS) {
      into.add(new Component("", "", "", "", text, List.of(), List.of()));
    }
  }

  private void addUnfolded(JsonNode entry, int depth, List<Component> into) {
    ComponentNames names = ComponentNames.of(entry);
    JsonNode value = FormTexts.valueOf(entry);
    String type = typeOf(names);
    JsonNode content = mayUnfold(type, value, depth) ? unwrapped(value) : MissingNode.getInstance();
    String extension = extension(entry);
    if (isSuite(type, content)) {
      into.add(component(names, "", extension, List.of(), List.of()));
      into.addAll(components(content, depth + 1));
      return;
    }
    if (isTable(type, content)) {
      into.add(component(names, "", extension, List.of(), rows(content, depth + 1)));
      return;
    }
    boolean noRows = content.isArray() && content.isEmpty();
    String text = noRows ? "" : FormTexts.value(value);
    List<Reference> references =
        References.of(field(entry, "extValue", "extendValue", "ext_value"), text);
    into.add(component(names, text, extension, references, List.of()));
  }

  private static Component component(
      ComponentNames names,
      String value,
      String extension,
      List<Reference> references,
      List<Row> rows) {
    return new Component(
        names.bizAlias(),
        names.id(),
        names.label(),
        names.type(),
        value,
        extension,
        references,
        rows);
  }

  /** Cells of tables and old answers state no type, but an id starts with it. */
  private static String typeOf(ComponentNames names) {
    if (!names.type().isEmpty()) {
      return names.type();
    }
    String start = names.id().split("[-_]", 2)[0];
    boolean known = NEVER_UNFOLDED.contains(start) || start.equals(TABLE) || start.equals(SUITE);
    return known ? start : "";
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
    if (!content.isArray() || type.equals(TABLE)) {
      return false;
    }
    boolean someChild = false;
    boolean allNamed = true;
    for (JsonNode child : content) {
      boolean isChild = child.isObject() && !child.has("rowValue");
      someChild |= isChild;
      allNamed &= !isChild || child.has("props") || child.has("componentName");
      allNamed &= !child.has("rowValue") && !child.isArray();
    }
    return someChild && (type.equals(SUITE) || allNamed);
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
   * is neither keeps its text in a cell without a name, so that nothing vanishes without a trace.
   */
  private List<Row> rows(JsonNode content, int depth) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : content) {
      if (++seen <= MOST_COMPONENTS) {
        JsonNode rowValue = field(row, "rowValue");
        JsonNode cells = row.isArray() ? row : unwrapped(rowValue);
        List<Component> read = new ArrayList<>(components(cells, depth));
        if (!cells.isArray()) {
          addText(rowValue.isMissingNode() ? row : rowValue, read);
        }
        rows.add(new Row(read));
      }
    }
    return rows;
  }
}
