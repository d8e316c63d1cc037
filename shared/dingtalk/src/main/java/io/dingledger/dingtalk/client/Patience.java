package io.dingledger.dingtalk.client;

import java.time.Duration;

/**
 * How long a client waits.
 *
 * @param call for the answer to one call
 * @param tokenLock how long the right to ask for a token lasts; longer than one call takes at most
 */
public record Patience(Duration call, Duration tokenLock) {
  /** Ten seconds, and fifteen. */
  public static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(15));
}
