package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * What operators did with a tenant: who, when and what; never a secret. Every method throws {@link
 * StoreUnreachable} when the table gives no answer.
 */
public final class TenantDiary {
  private static final String AT = "at";
  private static final String BY = "by";
  private static final String WHAT = "what";
  private static final String DETAIL = "detail";

  private final Table table;
  private final Clock clock;

  /** Diaries in this table. */
  public TenantDiary(Table table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * An entry.
   *
   * @param at when (UTC)
   * @param by who
   * @param what in a word, for example {@code CREATED}
   * @param detail names of what was changed, without values
   */
  public record Entry(Instant at, String by, String what, String detail) {}

  /** Adds an entry. */
  public void note(Tenant tenant, String by, String what, String detail) {
    Instant now = clock.instant();
    Item item =
        Item.at(OperatorKeys.diary(tenant, now, by + what + detail))
            .with(AT, now.toString())
            .with(BY, by)
            .with(WHAT, what)
            .with(DETAIL, detail);
    table.write(List.of(new Write.Put(item, Condition.NONE)));
  }

  /** All entries, the oldest first. */
  public List<Entry> of(Tenant tenant) {
    return table.query(OperatorKeys.diaries(tenant), "").stream().map(TenantDiary::entry).toList();
  }

  private static Entry entry(Item item) {
    try {
      return new Entry(
          Instant.parse(item.text(AT).orElse("")),
          item.text(BY).orElse(""),
          item.text(WHAT).orElse(""),
          item.text(DETAIL).orElse(""));
    } catch (DateTimeParseException wrong) {
      throw StoredText.damaged(item.key());
    }
  }
}
