package io.dingledger.platform.store;

import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Suite;
import io.dingledger.platform.codec.SuiteCodec;
import io.dingledger.platform.codec.Unreadable;
import io.dingledger.platform.failure.PlatformReason;
import io.dingledger.platform.secret.SecretBox;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Suites in a {@link Table}, their credentials and tickets sealed; callback keys as in {@link
 * TableTenantRegistry}, and in the same places, so that a key leads to one suite or one tenant.
 *
 * <p>Suites are remembered for a short while; tickets are read anew each time. Every method throws
 * {@link StoreUnreachable} when the table gives no answer, {@link StoreRefused} for content that
 * nobody can read, and what the {@link SecretBox} throws.
 */
public final class TableSuiteStore implements SuiteStore {
  private static final String TICKET = "ticket";
  private static final String AT = "at";
  private static final int TRIES = 5;

  private final Table table;
  private final SecretBox box;
  private final SuiteCodec codec;
  private final Remembered<String, Suite> suites;
  private final Remembered<Key, String> callbacks;

  /**
   * A store over this table.
   *
   * @param remembered how long suites are remembered; zero for not at all
   */
  public TableSuiteStore(Table table, SecretBox box, Clock clock, Duration remembered) {
    this.table = table;
    this.box = box;
    this.codec = new SuiteCodec(box);
    this.suites = new Remembered<>(clock, remembered);
    this.callbacks = new Remembered<>(clock, remembered);
  }

  @Override
  public Optional<Suite> find(String suiteId) {
    Optional<Suite> known = suites.get(suiteId);
    return known.isPresent() ? known : read(suiteId);
  }

  @Override
  public Optional<Suite> byCallbackKey(String callbackKey) {
    Key place = Keys.callback(callbackKey);
    return callbacks
        .get(place)
        .flatMap(this::find)
        .filter(found -> found.callback().key().equals(callbackKey))
        .or(() -> byStoredCallback(place, callbackKey));
  }

  @Override
  public Optional<Secret> ticket(String suiteId) {
    return table
        .get(Keys.ticket(suiteId))
        .map(
            item ->
                box.open(
                    SuiteCodec.owner(suiteId),
                    SuiteCodec.TICKET,
                    item.text(TICKET).orElseThrow(() -> StoredText.damaged(item.key()))));
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreRefused when a tenant or another suite uses the callback key
   */
  @Override
  public void put(Suite suite) {
    Key callback = Keys.callback(suite.callback().key());
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Item> stored = table.get(Keys.suite(suite.id()));
      if (table.write(writes(suite, callback, stored))) {
        suites.forget(suite.id());
        callbacks.forgetIf(suite.id()::equals);
        return;
      }
      boolean taken =
          table
              .get(callback)
              .filter(item -> !CallbackPlaces.isOfSuite(item, suite.id()))
              .isPresent();
      if (taken) {
        throw new StoreRefused(PlatformReason.CALLBACK_KEY_TAKEN);
      }
    }
    throw new StoreUnreachable(null, "TransactionConflict");
  }

  /** {@inheritDoc} The suite itself need not be known yet. */
  @Override
  public void keepTicket(String suiteId, Secret ticket, Instant at) {
    Key place = Keys.ticket(suiteId);
    Revision.of(
        table,
        place,
        there ->
            there.map(TableSuiteStore::madeAt).filter(known -> !known.isBefore(at)).isPresent()
                ? Optional.empty()
                : Optional.of(
                    Item.at(place)
                        .with(AT, at.toString())
                        .with(
                            TICKET,
                            box.seal(SuiteCodec.owner(suiteId), SuiteCodec.TICKET, ticket))));
  }

  private List<Write> writes(Suite suite, Key callback, Optional<Item> stored) {
    long version = stored.map(item -> item.whole(Item.VERSION)).orElse(0L);
    Item item =
        StoredText.into(Item.at(Keys.suite(suite.id())), codec.encode(suite))
            .with(Item.VERSION, version + 1)
            .with(CallbackPlaces.CALLBACK, callback.partition());
    List<Write> writes = new ArrayList<>();
    writes.add(
        new Write.Put(item, stored.isEmpty() ? Condition.ABSENT : Condition.versionIs(version)));
    writes.addAll(
        CallbackPlaces.moved(
            stored,
            CallbackPlaces.CALLBACK,
            Optional.of(callback),
            place -> CallbackPlaces.ofSuite(place, suite.id())));
    return writes;
  }

  private Optional<Suite> byStoredCallback(Key place, String callbackKey) {
    Optional<Suite> found =
        table
            .get(place)
            .flatMap(CallbackPlaces::suite)
            .flatMap(this::read)
            .filter(suite -> suite.callback().key().equals(callbackKey));
    found.ifPresent(suite -> callbacks.put(place, suite.id()));
    return found;
  }

  private Optional<Suite> read(String suiteId) {
    Optional<Suite> found = table.get(Keys.suite(suiteId)).map(item -> readable(item, suiteId));
    found.ifPresent(suite -> suites.put(suiteId, suite));
    return found;
  }

  private Suite readable(Item item, String suiteId) {
    try {
      Suite found = codec.decode(StoredText.of(item));
      if (found.id().equals(suiteId)) {
        return found;
      }
    } catch (Unreadable unreadable) {
      // The same as another suite: not to be used.
    }
    throw StoredText.damaged(item.key());
  }

  private static Instant madeAt(Item item) {
    try {
      return Instant.parse(item.text(AT).orElse(""));
    } catch (DateTimeException wrong) {
      throw StoredText.damaged(item.key());
    }
  }
}
