package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.failure.PlatformReason;
import java.util.Optional;

/**
 * Rule books in a {@link Table}. A version is {@code v-} and the first 12 hexadecimal digits of the
 * text's SHA-256, as {@code sha256sum} prints it.
 *
 * <p>Every method throws {@link StoreUnreachable} when the table gives no answer.
 */
public final class TableRuleBookStore implements RuleBookStore {
  private static final int DIGITS = 12;

  private final Table table;

  /** A store over this table. */
  public TableRuleBookStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<String> text(Tenant tenant, String version) {
    return StoredText.read(table, Keys.ruleBook(tenant, version));
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreRefused when it is too large, or another text has its version
   */
  @Override
  public String put(Tenant tenant, String text) {
    String version = "v-" + Digests.sha256OfText(text).substring(0, DIGITS);
    Item first = Item.at(Keys.ruleBook(tenant, version));
    if (!table.write(StoredText.writes(first, text, Condition.ABSENT))) {
      String stored =
          text(tenant, version)
              .orElseThrow(() -> new StoreUnreachable(null, "TransactionConflict"));
      if (!stored.equals(text)) {
        throw new StoreRefused(PlatformReason.VERSION_TAKEN, version);
      }
    }
    return version;
  }
}
