package io.dingledger.ledgers.kingdee;

import io.dingledger.model.failure.Answer;
import java.net.URI;
import java.util.Map;

/** How requests prove who sends them. Safe for several threads. */
interface Access {
  /** The headers for a request to this address, or why there are none. */
  Answer<Pass> pass(URI target);

  /**
   * Forgets what a pass was made from, after the server no longer accepted it.
   *
   * @return whether another pass may be better
   */
  boolean renew(Pass lost);

  /** Headers that prove who sends a request. */
  record Pass(Map<String, String> headers) {
    public Pass {
      headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
      return "Pass[***]";
    }
  }
}
