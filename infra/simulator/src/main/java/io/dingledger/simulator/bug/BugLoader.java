package io.dingledger.simulator.bug;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Gives the classes of the project once more, the changed ones as they were changed; all else comes
 * from the loader above. Libraries that can't know the changed classes stay as they are, too: they
 * are warm already.
 */
final class BugLoader extends ClassLoader {
  private static final String OURS = "io.dingledger.";

  /** No library knows a function or the simulator. */
  private static final Pattern LIBRARY =
      Pattern.compile("io\\.dingledger\\.(model|rules|dingtalk|ledgers|platform|embedded)\\..*");

  /** What the classes of this process look like; they never change. */
  private static final Map<String, Optional<byte[]>> PLAIN = new ConcurrentHashMap<>();

  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> changed;
  private final boolean changesLibraries;

  BugLoader(ClassLoader above, Map<String, byte[]> changed) {
    super(above);
    this.changed = Map.copyOf(changed);
    this.changesLibraries =
        changed.keySet().stream().anyMatch(name -> LIBRARY.matcher(name).matches());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean isAsEver = !changesLibraries && LIBRARY.matcher(name).matches();
    if (!name.startsWith(OURS) || isAsEver) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : findClass(name);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = changed.get(name);
    if (bytes == null) {
      bytes =
          PLAIN
              .computeIfAbsent(name, this::plain)
              .orElseThrow(() -> new ClassNotFoundException(name));
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private Optional<byte[]> plain(String name) {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = getParent().getResourceAsStream(file)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
