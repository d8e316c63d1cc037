package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import java.util.Map;

/** What lies at a place of a tenant, in a word for people. */
final class KeyKind {
  private static final String OTHER = "other";
  private static final Map<Character, String> BY_LETTER =
      Map.ofEntries(
          Map.entry('A', "diary"),
          Map.entry('B', "approval-numbers"),
          Map.entry('E', "exports"),
          Map.entry('G', "ledger-gate"),
          Map.entry('K', "access-tokens"),
          Map.entry('M', "marked-days"),
          Map.entry('N', "patrol-notes"),
          Map.entry('O', "departments"),
          Map.entry('P', "people"),
          Map.entry('Q', "counted-calls"),
          Map.entry('R', "rule-books"),
          Map.entry('V', "rule-book-lives"),
          Map.entry('W', "pay-sheets"),
          Map.entry('X', "write-backs"),
          Map.entry('Y', "pay-items"),
          Map.entry('Z', "pay-months"));

  private KeyKind() {}

  /** The kind of one of a tenant's places. */
  static String of(Tenant tenant, Key key) {
    String rest = key.partition().substring(OperatorKeys.own(tenant).length());
    if (rest.isEmpty()) {
      return "settings";
    }
    return rest.startsWith("#D#") ? ofDocument(key) : BY_LETTER.getOrDefault(rest.charAt(1), OTHER);
  }

  private static String ofDocument(Key key) {
    String sort = key.sort();
    if (sort.startsWith("voucher#")) {
      return "vouchers";
    }
    if (sort.startsWith("timeline#")) {
      return "timelines";
    }
    return sort.startsWith("raw") ? "sources" : "documents";
  }
}
