package io.dingledger.dingtalk.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only by hand. */
final class TurnedClock implements InstantSource {
  private volatile Instant now = Instant.parse("2024-09-11T02:10:00Z");

  void turn(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
