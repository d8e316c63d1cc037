package io.dingledger.model.tenant;

import java.util.List;
import java.util.Optional;

/**
 * How documents of other systems than DingTalk reach a tenant.
 *
 * @param key the unguessable last part of the address at which they arrive
 * @param secrets what their senders sign with by Standard Webhooks; two while one is being changed,
 *     none when only {@code hose} sends
 * @param hose the expense system 合思 (易快报), if the tenant uses it
 */
public record InboundSettings(String key, List<Secret> secrets, Optional<HoseSettings> hose) {
  /** The old and the new one while a secret is being changed. */
  public static final int MOST_SECRETS = 2;

  public InboundSettings {
    secrets = List.copyOf(secrets);
    if (secrets.size() > MOST_SECRETS || (secrets.isEmpty() && hose.isEmpty())) {
      throw new IllegalArgumentException("one or two secrets are needed where hose does not send");
    }
  }

  /** The key is a secret too: who knows it can try signatures. */
  @Override
  public String toString() {
    return "InboundSettings[***]";
  }
}
