package io.dingledger.model.document;

import java.util.List;

/**
 * The filled-in form of an approval, as a neutral tree: a suite stands in the list without a value
 * and its children follow it, tables are rows.
 *
 * @param components the components in the form's order
 */
public record Form(List<Component> components) {
  public Form {
    components = List.copyOf(components);
  }

  /**
   * One component of a form or one cell of a table row. Texts are empty, never null, when the
   * source has none.
   *
   * @param bizAlias the alias given by the form's designer; the most reliable name
   * @param id the component id; survives a change of label
   * @param name the label that people see
   * @param type DingTalk's component type, for example {@code MoneyField}; may be empty in rows
   * @param value the value as text
   * @param extension what DingTalk says besides the value ({@code extValue}), as text, mostly JSON
   * @param references what the value points to: chosen options, people, departments
   * @param rows the rows, for tables only; a table that has none but a value could not be read
   */
  public record Component(
      String bizAlias,
      String id,
      String name,
      String type,
      String value,
      String extension,
      List<Reference> references,
      List<Row> rows) {
    public Component {
      references = List.copyOf(references);
      rows = List.copyOf(rows);
    }

    /** A component without an extension. */
    public Component(
        String bizAlias,
        String id,
        String name,
        String type,
        String value,
        List<Reference> references,
        List<Row> rows) {
      this(bizAlias, id, name, type, value, "", references, rows);
    }
  }

  /** One row of a table (明细). */
  public record Row(List<Component> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Something that a value points to.
   *
   * @param id an option's key, a user id or a department id
   * @param label what people see
   */
  public record Reference(String id, String label) {}
}
