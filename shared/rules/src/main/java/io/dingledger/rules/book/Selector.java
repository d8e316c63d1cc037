package io.dingledger.rules.book;

/**
 * How a form's component is found: by bizAlias, then by id, then by name. Unused ones are empty.
 *
 * @param bizAlias the alias given by the form's designer
 * @param id the component id
 * @param name the label that people see
 */
public record Selector(String bizAlias, String id, String name) {
  /** What people call it: the label, else the id, else the alias. */
  public String label() {
    if (!name.isEmpty()) {
      return name;
    }
    return id.isEmpty() ? bizAlias : id;
  }
}
