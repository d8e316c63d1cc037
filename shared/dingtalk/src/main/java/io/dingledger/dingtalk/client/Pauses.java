package io.dingledger.dingtalk.client;

import java.time.Duration;

/** Waits; a seam for tests, which need not. */
interface Pauses {
  /** Waits on this machine's clock. */
  Pauses REAL =
      wait -> {
        try {
          Thread.sleep(wait);
          return true;
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return false;
        }
      };

  /**
   * Waits this long.
   *
   * @return false when the thread was asked to stop meanwhile; the flag of its interruption is kept
   */
  boolean pause(Duration wait);
}
