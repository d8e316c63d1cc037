package io.dingledger.platform.store;

import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.access.Escape;
import io.dingledger.platform.codec.SuiteCodec;
import io.dingledger.platform.codec.TenantSettingsCodec;
import io.dingledger.platform.codec.Unreadable;
import io.dingledger.platform.failure.PlatformReason;
import io.dingledger.platform.secret.SecretBox;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Tenants in a {@link Table}. Credentials are sealed; of a callback key the table holds a SHA-256
 * to find it by, and the sealed key in the settings.
 *
 * <p>Settings are remembered for a short while, so a change made elsewhere is seen that much later;
 * unknown callback keys are not remembered. Every method throws {@link StoreUnreachable} when the
 * table gives no answer, {@link StoreRefused} for settings that nobody can read, and what the
 * {@link SecretBox} throws.
 */
public final class TableTenantRegistry implements TenantRegistry {
  private static final int TRIES = 5;
  private static final String DELETED_BEFORE =
      "该租户曾被删除，企业又重新授权 · this tenant was deleted, and the company authorised the app again";

  private final Table table;
  private final Clock clock;
  private final TenantSettingsCodec codec;
  private final Remembered<Tenant, TenantSettings> settings;
  private final Remembered<Key, Tenant> callbacks;

  /**
   * A registry over this table.
   *
   * @param remembered how long settings are remembered; zero for not at all
   */
  public TableTenantRegistry(Table table, SecretBox box, Clock clock, Duration remembered) {
    this.table = table;
    this.clock = clock;
    this.codec = new TenantSettingsCodec(box);
    this.settings = new Remembered<>(clock, remembered);
    this.callbacks = new Remembered<>(clock, remembered);
  }

  @Override
  public Optional<TenantSettings> byCallbackKey(String callbackKey) {
    return byKey(Keys.callback(callbackKey), found -> hasKey(found, callbackKey));
  }

  @Override
  public Optional<TenantSettings> byInboundKey(String inboundKey) {
    return byKey(
        Keys.inbound(inboundKey),
        found -> found.inbound().filter(ways -> ways.key().equals(inboundKey)).isPresent());
  }

  private Optional<TenantSettings> byKey(Key place, Predicate<TenantSettings> hasKey) {
    return callbacks
        .get(place)
        .flatMap(this::find)
        .filter(hasKey)
        .or(() -> byStoredPlace(place, hasKey));
  }

  @Override
  public Optional<TenantSettings> find(Tenant tenant) {
    Optional<TenantSettings> known = settings.get(tenant);
    return known.isPresent() ? known : read(tenant);
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreRefused when another tenant or a suite uses the callback key, the settings are too
   *     large, or the tenant's name is one that permissions can't be bound to
   */
  @Override
  public void put(TenantSettings next) {
    revise(next.tenant(), stored -> Optional.of(next));
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreRefused when the settings of a new tenant name a callback key that is in use, or
   *     its name is one that permissions can't be bound to
   */
  @Override
  public void announce(TenantSettings said) {
    revise(
        said.tenant(),
        stored ->
            stored.isEmpty()
                ? Optional.of(afterDeletion(said))
                : stored
                    .map(item -> readable(item, said.tenant()))
                    .filter(known -> known.standing().since().isBefore(said.standing().since()))
                    .map(known -> known.withStanding(known.standing().said(said.standing()))));
  }

  @Override
  public Optional<TenantSettings> change(Tenant tenant, UnaryOperator<TenantSettings> change) {
    AtomicReference<Optional<TenantSettings>> put = new AtomicReference<>(Optional.empty());
    revise(
        tenant,
        stored -> {
          put.set(stored.map(item -> change.apply(readable(item, tenant))));
          return put.get();
        });
    return put.get();
  }

  @Override
  public void forget(Tenant tenant) {
    settings.forget(tenant);
    callbacks.forgetIf(tenant::equals);
  }

  /** Whose tenant was deleted is stopped until an operator says that it may begin again. */
  private TenantSettings afterDeletion(TenantSettings said) {
    return table.get(OperatorKeys.gone(said.tenant())).isEmpty()
        ? said
        : said.withStanding(
            said.standing()
                .suspended(new Standing.Suspension("dingledger", clock.instant(), DELETED_BEFORE)));
  }

  @Override
  public List<Tenant> all() {
    return table.query(Keys.TENANTS, "").stream()
        .map(item -> Tenant.verified(Keys.unescaped(item.key().sort())))
        .toList();
  }

  private void revise(Tenant tenant, Function<Optional<Item>, Optional<TenantSettings>> change) {
    requireUsable(tenant);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Item> stored = table.get(Keys.settings(tenant));
      Optional<TenantSettings> next = change.apply(stored);
      if (next.isEmpty()) {
        return;
      }
      requireOwn(next.get());
      if (table.write(writes(next.get(), stored))) {
        forget(tenant);
        return;
      }
      requireFree(next.get());
    }
    throw new StoreUnreachable(null, "TransactionConflict");
  }

  private List<Write> writes(TenantSettings next, Optional<Item> stored) {
    Optional<Key> callback = next.callback().map(own -> Keys.callback(own.key()));
    Optional<Key> inbound = next.inbound().map(ways -> Keys.inbound(ways.key()));
    long version = stored.map(item -> item.whole(Item.VERSION)).orElse(0L);
    Item text =
        StoredText.into(Item.at(Keys.settings(next.tenant())), codec.encode(next))
            .with(Item.VERSION, version + 1);
    Item item =
        naming(naming(text, CallbackPlaces.CALLBACK, callback), CallbackPlaces.INBOUND, inbound);
    List<Write> writes = new ArrayList<>();
    writes.add(
        new Write.Put(item, stored.isEmpty() ? Condition.ABSENT : Condition.versionIs(version)));
    Function<Key, Item> leading = place -> CallbackPlaces.ofTenant(place, next.tenant());
    writes.addAll(CallbackPlaces.moved(stored, CallbackPlaces.CALLBACK, callback, leading));
    writes.addAll(CallbackPlaces.moved(stored, CallbackPlaces.INBOUND, inbound, leading));
    if (stored.isEmpty()) {
      writes.add(new Write.Put(Item.at(Keys.listedTenant(next.tenant())), Condition.NONE));
      writes.add(TablePatrolNotes.adopted(next.tenant(), clock.instant()));
    }
    return writes;
  }

  private static Item naming(Item item, String attribute, Optional<Key> place) {
    return place.map(known -> item.with(attribute, known.partition())).orElse(item);
  }

  private void requireFree(TenantSettings next) {
    Stream<Key> places =
        Stream.concat(
            next.callback().map(own -> Keys.callback(own.key())).stream(),
            next.inbound().map(ways -> Keys.inbound(ways.key())).stream());
    boolean taken =
        places
            .flatMap(place -> table.get(place).stream())
            .anyMatch(item -> !CallbackPlaces.isOfTenant(item, next.tenant()));
    if (taken) {
      throw new StoreRefused(PlatformReason.CALLBACK_KEY_TAKEN);
    }
  }

  private Optional<TenantSettings> byStoredPlace(Key place, Predicate<TenantSettings> hasKey) {
    return table
        .get(place)
        .flatMap(CallbackPlaces::tenant)
        .flatMap(this::read)
        .filter(hasKey)
        .map(
            found -> {
              callbacks.put(place, found.tenant());
              return found;
            });
  }

  private Optional<TenantSettings> read(Tenant tenant) {
    Optional<TenantSettings> found =
        table.get(Keys.settings(tenant)).map(item -> readable(item, tenant));
    found.ifPresent(known -> settings.put(tenant, known));
    return found;
  }

  private TenantSettings readable(Item item, Tenant tenant) {
    try {
      TenantSettings found = codec.decode(StoredText.of(item));
      if (found.tenant().equals(tenant)) {
        return found;
      }
    } catch (Unreadable unreadable) {
      // The same as settings of another tenant: not to be used.
    }
    throw StoredText.damaged(item.key());
  }

  private static boolean hasKey(TenantSettings found, String callbackKey) {
    return found.callback().filter(own -> own.key().equals(callbackKey)).isPresent();
  }

  private static void requireUsable(Tenant tenant) {
    int length = Escape.of(tenant).length();
    if (length > Escape.LONGEST_TAG) {
      throw new StoreRefused(
          PlatformReason.TENANT_NAME_UNUSABLE, length + " > " + Escape.LONGEST_TAG);
    }
    if (SuiteCodec.isOwner(tenant)) {
      throw new StoreRefused(PlatformReason.TENANT_NAME_UNUSABLE, "suite …");
    }
  }

  private static void requireOwn(TenantSettings next) {
    boolean own =
        next.app().tenant().equals(next.tenant())
            && next.ledger().stream().allMatch(ledger -> ledger.tenant().equals(next.tenant()));
    if (!own) {
      throw new IllegalArgumentException("connections of another tenant");
    }
  }
}
