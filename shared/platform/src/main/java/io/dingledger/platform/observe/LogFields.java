package io.dingledger.platform.observe;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Where the fields go that each log line of a thread carries: the log manager's map, which only the
 * functions know.
 *
 * @param put sets a field
 * @param remove takes it away
 */
public record LogFields(BiConsumer<String, String> put, Consumer<String> remove) {
  /** Nowhere. */
  public static final LogFields NONE = new LogFields((name, value) -> {}, name -> {});
}
