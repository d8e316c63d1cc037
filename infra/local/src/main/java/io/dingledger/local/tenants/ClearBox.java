package io.dingledger.local.tenants;

import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.secret.SecretBox;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries credentials in clear between a command and the operator's interface on this machine's
 * loopback, so that settings have one form on the way and at rest. Nothing that it makes is stored:
 * what arrives is sealed at once.
 *
 * <p>A secret that stays as it is stored travels as an empty text.
 */
final class ClearBox implements SecretBox {
  private static final String CLEAR = "=";

  private final Map<String, Secret> stored;
  private final Set<String> lacking = new TreeSet<>();

  /**
   * A box.
   *
   * @param stored the secrets by their names that take the place of those that stay
   */
  ClearBox(Map<String, Secret> stored) {
    this.stored = Map.copyOf(stored);
  }

  @Override
  public String seal(Tenant tenant, String name, Secret secret) {
    return Kept.is(secret.reveal()) ? "" : CLEAR + secret.reveal();
  }

  @Override
  public Secret open(Tenant tenant, String name, String sealed) {
    if (sealed.startsWith(CLEAR)) {
      return Secret.of(sealed.substring(CLEAR.length()));
    }
    if (!stored.containsKey(name)) {
      lacking.add(name);
    }
    return stored.getOrDefault(name, Secret.of(""));
  }

  /** The names of those that were to stay and are not stored. */
  Set<String> lacking() {
    return Set.copyOf(lacking);
  }
}
