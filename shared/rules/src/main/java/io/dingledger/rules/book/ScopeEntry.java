package io.dingledger.rules.book;

/**
 * Approvals that are wanted; at least one of code and category is given, and all that are given
 * must fit.
 *
 * @param form how their form is read
 * @param processCode the form's code, or empty
 * @param category DingTalk's {@code bizCategoryId}, or empty
 */
public record ScopeEntry(FormMapping form, String processCode, String category) {
  /** Whether an approval with this code and category is meant. */
  public boolean wants(String code, String bizCategory) {
    return (processCode.isEmpty() || processCode.equals(code))
        && (category.isEmpty() || category.equals(bizCategory));
  }
}
