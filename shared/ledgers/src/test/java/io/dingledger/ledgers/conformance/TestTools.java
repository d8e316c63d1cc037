package io.dingledger.ledgers.conformance;

import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.http.AddressFilter;
import java.time.Clock;

/** What adapters need beside their connection, for stand-ins on this machine. */
public final class TestTools {
  private TestTools() {}

  /** Fresh tools on the system's clock. */
  public static LedgerTools tools() {
    return tools(Clock.systemUTC());
  }

  /** Fresh tools on this clock. */
  public static LedgerTools tools(Clock clock) {
    return new LedgerTools(new MemoryTokens(), new MemoryExports(), AddressFilter.ANY, clock);
  }
}
