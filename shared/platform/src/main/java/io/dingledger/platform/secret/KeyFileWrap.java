package io.dingledger.platform.secret;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.failure.PlatformReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/**
 * Wraps data keys by a key in a local file: for one machine, not for AWS. Needs a POSIX file
 * system. Who loses the file loses all sealed credentials; who reads it can open them.
 */
public final class KeyFileWrap implements KeyWrap {
  private static final String PURPOSE = "data-key";

  private final byte[] key;
  private final SecureRandom random;

  private KeyFileWrap(byte[] key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  /**
   * The key of this file. A missing file is made, readable by its owner only; it appears complete
   * or not at all, and of several processes that make it at once all use the same.
   *
   * @throws KeysUnreachable when the file can't be made or read, or has another length than {@value
   *     KeyWrap#KEY_BYTES} bytes
   */
  public static KeyFileWrap at(Path file) {
    SecureRandom random = new SecureRandom();
    try {
      if (Files.notExists(file)) {
        make(file.toAbsolutePath(), random);
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != KEY_BYTES) {
        throw unusable(null, file, "length " + key.length + " instead of " + KEY_BYTES);
      }
      return new KeyFileWrap(key, random);
    } catch (IOException | UnsupportedOperationException failure) {
      throw unusable(failure, file, failure.getClass().getSimpleName());
    }
  }

  @Override
  public DataKey dataKey(Tenant tenant) {
    byte[] plain = new byte[KEY_BYTES];
    random.nextBytes(plain);
    return new DataKey(plain, Gcm.sealed(key, bound(tenant), plain, random));
  }

  @Override
  public DataKey unwrap(Tenant tenant, byte[] wrapped) throws WrapRefused {
    return new DataKey(
        Gcm.opened(key, bound(tenant), wrapped).orElseThrow(WrapRefused::new), wrapped);
  }

  private static byte[] bound(Tenant tenant) {
    return Gcm.bound(PURPOSE, tenant.id());
  }

  /** Writes beside and then links: unlike a rename, a link never replaces another's file. */
  private static void make(Path file, SecureRandom random) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    Path beside =
        file.resolveSibling(file.getFileName() + "." + Long.toHexString(random.nextLong()));
    try {
      try (FileChannel channel =
          FileChannel.open(
              beside,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        ByteBuffer content = ByteBuffer.wrap(key);
        while (content.hasRemaining()) {
          channel.write(content);
        }
        channel.force(true);
      }
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException somebodyElse) {
      // Its key is as good; it is read next.
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static KeysUnreachable unusable(Throwable cause, Path file, String why) {
    return new KeysUnreachable(cause, PlatformReason.KEY_FILE_UNUSABLE, file.getFileName(), why);
  }
}
