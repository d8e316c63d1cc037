package io.dingledger.local.sandbox.dingtalk;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** How often each call was made, and how many of them the company's monthly quota counts. */
public final class CallCounts {
  private final Map<String, AtomicInteger> made = new ConcurrentHashMap<>();
  private final AtomicInteger counted = new AtomicInteger();

  CallCounts() {}

  /** How often a path was called, refusals included. */
  public int of(String path) {
    AtomicInteger count = made.get(path);
    return count == null ? 0 : count.get();
  }

  /** How many calls the quota counts: those that count and were not refused as too many. */
  public int counted() {
    return counted.get();
  }

  /** The calls so far in words, those that the quota counts marked with a star. */
  public String inWords() {
    return Arrays.stream(Api.values())
        .filter(api -> of(api.path()) > 0)
        .map(api -> name(api) + (api.isCounted() ? "* " : " ") + of(api.path()))
        .collect(Collectors.joining(", "));
  }

  /** The last two parts of the path, for many end alike. */
  private static String name(Api api) {
    String[] parts = api.path().split("/");
    return parts[parts.length - 2] + "/" + parts[parts.length - 1];
  }

  void made(String path) {
    made.computeIfAbsent(path, absent -> new AtomicInteger()).incrementAndGet();
  }

  void counted(Api api) {
    if (api.isCounted()) {
      counted.incrementAndGet();
    }
  }
}
