package io.dingledger.dingtalk.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Something for each app, made when it is first asked for; bounded. Safe for concurrent use. */
final class PerApp<V> {
  /** One container serves fewer apps; beyond, all is made anew. */
  static final int MOST_APPS = 5_000;

  private final Map<AppKey, V> values = new ConcurrentHashMap<>();
  private final Supplier<V> make;

  PerApp(Supplier<V> make) {
    this.make = make;
  }

  V of(AppKey app) {
    if (values.size() >= MOST_APPS && !values.containsKey(app)) {
      values.clear();
    }
    return values.computeIfAbsent(app, unknown -> make.get());
  }
}
