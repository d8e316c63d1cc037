package io.dingledger.platform.queue;

import io.dingledger.model.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The groups of messages by which a queue tells tenants apart. */
final class Groups {
  private static final int LENGTH = 32;

  private Groups() {}

  /** A digest: a tenant's id may have characters, or a length, that SQS refuses. */
  static String of(Tenant tenant) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(tenant.id().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
