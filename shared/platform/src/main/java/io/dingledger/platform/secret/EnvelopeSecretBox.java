package io.dingledger.platform.secret;

import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.secret.KeyWrap.DataKey;
import io.dingledger.platform.secret.KeyWrap.WrapRefused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret box that seals by AES-256-GCM under a data key and stores that key, wrapped, beside the
 * sealed content. Tenant and name are bound to the content: they are authenticated, not stored.
 *
 * <p>Format: {@code v1.} and, in URL-safe Base64 without padding, two bytes with the length of the
 * wrapped key, the wrapped key, the nonce, the hidden content and its tag.
 */
public final class EnvelopeSecretBox implements SecretBox {
  private static final String FORMAT = "v1.";

  private final KeyWrap keys;
  private final SecureRandom random;

  /** A box over these keys. */
  public EnvelopeSecretBox(KeyWrap keys) {
    this(keys, new SecureRandom());
  }

  /**
   * A box whose nonces come from here; two of the same under one key betray what was sealed.
   *
   * @param random never other than a machine's own, save in a simulation
   */
  public EnvelopeSecretBox(KeyWrap keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  @Override
  public String seal(Tenant tenant, String name, Secret secret) {
    DataKey key = keys.dataKey(tenant);
    byte[] hidden =
        Gcm.sealed(
            key.plain(),
            Gcm.bound(FORMAT, tenant.id(), name),
            secret.reveal().getBytes(StandardCharsets.UTF_8),
            random);
    byte[] whole =
        ByteBuffer.allocate(Short.BYTES + key.wrapped().length + hidden.length)
            .putShort((short) key.wrapped().length)
            .put(key.wrapped())
            .put(hidden)
            .array();
    return FORMAT + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  @Override
  public Secret open(Tenant tenant, String name, String sealed) {
    if (!sealed.startsWith(FORMAT)) {
      throw new SecretRefused(name);
    }
    ByteBuffer whole = ByteBuffer.wrap(bytes(name, sealed.substring(FORMAT.length())));
    byte[] wrapped = new byte[wrappedLength(name, whole)];
    whole.get(wrapped);
    byte[] hidden = new byte[whole.remaining()];
    whole.get(hidden);
    byte[] plain =
        Gcm.opened(unwrapped(tenant, name, wrapped), Gcm.bound(FORMAT, tenant.id(), name), hidden)
            .orElseThrow(() -> new SecretRefused(name));
    return Secret.of(new String(plain, StandardCharsets.UTF_8));
  }

  private byte[] unwrapped(Tenant tenant, String name, byte[] wrapped) {
    try {
      return keys.unwrap(tenant, wrapped).plain();
    } catch (WrapRefused refused) {
      throw new SecretRefused(name);
    }
  }

  private static byte[] bytes(String name, String base64) {
    try {
      return Base64.getUrlDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw new SecretRefused(name);
    }
  }

  private static int wrappedLength(String name, ByteBuffer whole) {
    int length = whole.remaining() < Short.BYTES ? -1 : whole.getShort();
    if (length < 1 || length > whole.remaining()) {
      throw new SecretRefused(name);
    }
    return length;
  }
}
