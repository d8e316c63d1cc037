package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.codec.TenantSettingsCodec;
import io.dingledger.platform.codec.Unreadable;
import io.dingledger.platform.failure.PlatformReason;
import io.dingledger.platform.secret.SecretBox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  private static final String TENANT = "tenant";
  private static final String CALLBACK = "callback";
  private static final int TRIES = 5;
  private static final int MOST_REMEMBERED = 2000;

  private final Table table;
  private final TenantSettingsCodec codec;
  private final Clock clock;
  private final Duration remembered;
  private final Map<Tenant, Known> settings = new LinkedHashMap<>();
  private final Map<Key, Tenant> callbacks = new LinkedHashMap<>();

  /**
   * A registry over this table.
   *
   * @param remembered how long settings are remembered; zero for not at all
   */
  public TableTenantRegistry(Table table, SecretBox box, Clock clock, Duration remembered) {
    this.table = table;
    this.codec = new TenantSettingsCodec(box);
    this.clock = clock;
    this.remembered = remembered;
  }

  @Override
  public Optional<TenantSettings> byCallbackKey(String callbackKey) {
    Key place = Keys.callback(callbackKey);
    return rememberedTenant(place)
        .flatMap(this::find)
        .filter(found -> hasKey(found, callbackKey))
        .or(() -> byStoredCallback(place, callbackKey));
  }

  @Override
  public Optional<TenantSettings> find(Tenant tenant) {
    Optional<TenantSettings> known = rememberedSettings(tenant);
    return known.isPresent() ? known : read(tenant);
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreRefused when another tenant uses the callback key, or the settings are too large
   */
  @Override
  public void put(TenantSettings next) {
    requireOwn(next);
    Key place = Keys.callback(next.callback().orElseThrow().key());
    String text = codec.encode(next);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Item> stored = table.get(Keys.settings(next.tenant()));
      if (table.write(writes(next, text, stored, place))) {
        forget(next.tenant());
        return;
      }
      boolean taken =
          table.get(place).map(item -> !next.tenant().equals(tenant(item))).orElse(false);
      if (taken) {
        throw new StoreRefused(PlatformReason.CALLBACK_KEY_TAKEN);
      }
    }
    throw new StoreUnreachable(null, "TransactionConflict");
  }

  @Override
  public void announce(TenantSettings said) {
    throw new UnsupportedOperationException("contract");
  }

  @Override
  public List<Tenant> all() {
    return table.query(Keys.TENANTS, "").stream()
        .map(item -> Tenant.verified(Keys.unescaped(item.key().sort())))
        .toList();
  }

  private List<Write> writes(
      TenantSettings next, String text, Optional<Item> stored, Key callback) {
    long version = stored.map(item -> item.whole(Item.VERSION)).orElse(0L);
    Item item =
        StoredText.into(Item.at(Keys.settings(next.tenant())), text)
            .with(Item.VERSION, version + 1)
            .with(CALLBACK, callback.partition());
    List<Write> writes = new ArrayList<>();
    writes.add(
        new Write.Put(item, stored.isEmpty() ? Condition.ABSENT : Condition.versionIs(version)));
    Optional<String> earlier = stored.flatMap(before -> before.text(CALLBACK));
    if (!earlier.equals(Optional.of(callback.partition()))) {
      writes.add(
          new Write.Put(
              Item.at(callback).with(TENANT, Keys.escaped(next.tenant().id())), Condition.ABSENT));
      earlier.ifPresent(old -> writes.add(new Write.Delete(new Key(old, callback.sort()))));
      writes.add(new Write.Put(Item.at(Keys.listedTenant(next.tenant())), Condition.NONE));
    }
    return writes;
  }

  private Optional<TenantSettings> byStoredCallback(Key place, String callbackKey) {
    return table
        .get(place)
        .map(TableTenantRegistry::tenant)
        .flatMap(this::read)
        .filter(found -> hasKey(found, callbackKey))
        .map(found -> remembering(place, found));
  }

  private Optional<TenantSettings> read(Tenant tenant) {
    Optional<TenantSettings> found =
        table.get(Keys.settings(tenant)).map(item -> readable(item, tenant));
    found.ifPresent(this::remember);
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

  private synchronized Optional<Tenant> rememberedTenant(Key place) {
    return Optional.ofNullable(callbacks.get(place));
  }

  private synchronized Optional<TenantSettings> rememberedSettings(Tenant tenant) {
    return Optional.ofNullable(settings.get(tenant))
        .filter(known -> clock.instant().isBefore(known.until()))
        .map(Known::settings);
  }

  private synchronized void remember(TenantSettings found) {
    put(settings, found.tenant(), new Known(found, clock.instant().plus(remembered)));
  }

  private synchronized TenantSettings remembering(Key place, TenantSettings found) {
    put(callbacks, place, found.tenant());
    return found;
  }

  private synchronized void forget(Tenant tenant) {
    settings.remove(tenant);
    callbacks.values().removeIf(tenant::equals);
  }

  private static <K, V> void put(Map<K, V> bounded, K key, V value) {
    bounded.remove(key);
    bounded.put(key, value);
    if (bounded.size() > MOST_REMEMBERED) {
      bounded.remove(bounded.keySet().iterator().next());
    }
  }

  private static Tenant tenant(Item callback) {
    return callback
        .text(TENANT)
        .map(Keys::unescaped)
        .map(Tenant::verified)
        .orElseThrow(() -> StoredText.damaged(callback.key()));
  }

  private static boolean hasKey(TenantSettings found, String callbackKey) {
    return found.callback().filter(own -> own.key().equals(callbackKey)).isPresent();
  }

  private static void requireOwn(TenantSettings next) {
    boolean own =
        next.app().tenant().equals(next.tenant())
            && next.ledger().stream().allMatch(ledger -> ledger.tenant().equals(next.tenant()));
    if (!own) {
      throw new IllegalArgumentException("connections of another tenant");
    }
  }

  private record Known(TenantSettings settings, Instant until) {}
}
