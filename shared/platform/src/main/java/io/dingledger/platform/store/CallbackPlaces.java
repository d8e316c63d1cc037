package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where callback keys lead: to a tenant or to a suite. Both kinds lie at the same places, put only
 * where nothing is, so that no key leads to two. The keys of other systems' documents lie at places
 * of their own.
 */
final class CallbackPlaces {
  /** The attribute of settings that names the place of their callback key. */
  static final String CALLBACK = "callback";

  /** The attribute of settings that names the place of their key for other systems. */
  static final String INBOUND = "inbound";

  private static final String TENANT = "tenant";
  private static final String SUITE = "suite";

  private CallbackPlaces() {}

  static Item ofTenant(Key place, Tenant tenant) {
    return Item.at(place).with(TENANT, Keys.escaped(tenant.id()));
  }

  static Item ofSuite(Key place, String suiteId) {
    return Item.at(place).with(SUITE, suiteId);
  }

  /** The tenant that a key leads to; empty when it is a suite's. */
  static Optional<Tenant> tenant(Item place) {
    return place.text(TENANT).map(Keys::unescaped).map(Tenant::verified);
  }

  /** The suite that a key leads to; empty when it is a tenant's. */
  static Optional<String> suite(Item place) {
    return place.text(SUITE);
  }

  static boolean isOfTenant(Item place, Tenant tenant) {
    return tenant(place).equals(Optional.of(tenant));
  }

  static boolean isOfSuite(Item place, String suiteId) {
    return suite(place).equals(Optional.of(suiteId));
  }

  /**
   * The writes that let an earlier key go and take the next one, if it is another.
   *
   * @param stored the settings as they are
   * @param attribute which of their attributes names the place
   * @param next where the next key lies; empty for none
   */
  static List<Write> moved(
      Optional<Item> stored, String attribute, Optional<Key> next, Function<Key, Item> item) {
    Optional<String> earlier = stored.flatMap(before -> before.text(attribute));
    if (earlier.equals(next.map(Key::partition))) {
      return List.of();
    }
    List<Write> writes = new ArrayList<>();
    next.ifPresent(place -> writes.add(new Write.Put(item.apply(place), Condition.ABSENT)));
    earlier.ifPresent(old -> writes.add(new Write.Delete(Keys.callbackAt(old))));
    return writes;
  }
}
