package io.dingledger.rules.book;

import io.dingledger.rules.expression.Type;

/**
 * A field that a form's component can fill.
 *
 * @param key its name in rule books
 * @param content how the component's text is read
 * @param required whether a document without it is held
 */
public record FormField(String key, Content content, boolean required) {
  /** How a component's text is read. */
  public enum Content {
    /** An amount in the rule book's currency; blank counts as 0 where it is optional. */
    AMOUNT(Type.DECIMAL),
    /** A quantity or the price of one: a number of at least 0 with up to six decimals. */
    QUANTITY(Type.DECIMAL),
    /** A whole number from 0 to 9999. */
    COUNT(Type.DECIMAL),
    /** Any text; blank where it is optional. */
    TEXT(Type.TEXT),
    /** A day. */
    DATE(Type.DATE),
    /** The name or code of a currency; it must be the rule book's. */
    CURRENCY(Type.TEXT),
    /** One related approval (关联审批单): its instance id. */
    RELATION(Type.TEXT);

    private final Type type;

    Content(Type type) {
      this.type = type;
    }

    /** The type of its value in expressions. */
    public Type type() {
      return type;
    }
  }

  static FormField required(String key, Content content) {
    return new FormField(key, content, true);
  }

  static FormField optional(String key, Content content) {
    return new FormField(key, content, false);
  }
}
