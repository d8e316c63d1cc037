package io.dingledger.platform.store;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be told, in a {@link Table}: one item for each document, in one partition for each
 * tenant. Every method throws {@link StoreUnreachable} when the table gives no answer, and {@link
 * StoreRefused} for an item that nobody can read.
 */
public final class TableWriteBacks implements WriteBacks {
  private static final String DOCUMENT = "document";
  private static final String SINCE = "since";
  private static final String TRIES = "tries";
  private static final String NEXT = "nextAt";

  private final Table table;

  /** What is to be told, in this table. */
  public TableWriteBacks(Table table) {
    this.table = table;
  }

  @Override
  public void expect(Tenant tenant, DocumentId document, Instant at) {
    Key place = Keys.writeBack(tenant, document);
    Item item = item(place, new Expected(document, at, 0, at));
    table.write(List.of(new Write.Put(item.with(Item.VERSION, 1), Condition.ABSENT)));
  }

  @Override
  public Optional<Expected> find(Tenant tenant, DocumentId document) {
    return table.get(Keys.writeBack(tenant, document)).map(TableWriteBacks::expected);
  }

  @Override
  public List<Expected> all(Tenant tenant) {
    return table.query(Keys.writeBacks(tenant), "").stream()
        .map(TableWriteBacks::expected)
        .toList();
  }

  @Override
  public void tried(Tenant tenant, Expected expected, Instant nextAt) {
    Key place = Keys.writeBack(tenant, expected.document());
    Revision.of(
        table,
        place,
        there ->
            there
                .map(TableWriteBacks::expected)
                .map(
                    now ->
                        item(
                            place,
                            new Expected(now.document(), now.since(), now.tries() + 1, nextAt))));
  }

  @Override
  public void over(Tenant tenant, DocumentId document) {
    table.write(List.of(new Write.Delete(Keys.writeBack(tenant, document))));
  }

  private static Item item(Key place, Expected expected) {
    return Item.at(place)
        .with(DOCUMENT, expected.document().value())
        .with(SINCE, expected.since().toString())
        .with(TRIES, expected.tries())
        .with(NEXT, expected.nextAt().toString());
  }

  private static Expected expected(Item item) {
    try {
      return new Expected(
          new DocumentId(item.text(DOCUMENT).orElse("")),
          Instant.parse(item.text(SINCE).orElse("")),
          Math.toIntExact(item.whole(TRIES)),
          Instant.parse(item.text(NEXT).orElse("")));
    } catch (DateTimeException | IllegalArgumentException wrong) {
      throw StoredText.damaged(item.key());
    }
  }
}
