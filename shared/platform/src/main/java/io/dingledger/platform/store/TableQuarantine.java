package io.dingledger.platform.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Unreadable messages in a {@link Table}: a short line each in one partition, and their bodies
 * apart, so that counting does not read them.
 *
 * <p>Every method throws {@link StoreUnreachable} when the table gives no answer.
 */
public final class TableQuarantine implements Quarantine {
  private static final int LONGEST_WHY = 300;

  private final Table table;

  /** A quarantine in this table. */
  public TableQuarantine(Table table) {
    this.table = table;
  }

  /**
   * {@inheritDoc}
   *
   * @param why cut to 300 characters
   * @throws StoreRefused for a body that is too large for the table
   */
  @Override
  public void keep(String queue, String messageId, String body, String why, Instant at) {
    Key line = Keys.quarantined(queue, messageId);
    Item kept =
        Item.at(line)
            .with("queue", queue)
            .with("messageId", messageId)
            .with("why", why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) : why)
            .with("at", at.toString());
    List<Write> writes = new ArrayList<>();
    writes.add(new Write.Put(kept, Condition.ABSENT));
    Item bodyItem = Item.at(Keys.quarantinedBody(queue, messageId));
    writes.addAll(StoredText.writes(bodyItem, body, Condition.NONE));
    if (!table.write(writes) && table.get(line).isEmpty()) {
      throw new StoreUnreachable(null, "TransactionConflict");
    }
  }

  @Override
  public int count() {
    return table.query(Keys.QUARANTINE, "").size();
  }
}
