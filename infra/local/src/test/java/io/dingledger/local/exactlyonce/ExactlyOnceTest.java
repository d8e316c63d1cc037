package io.dingledger.local.exactlyonce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.ledgers.kingdee.SandboxSetup;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Fault;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Operation;
import io.dingledger.ledgers.kingdee.SandboxVoucher;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.support.HandClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Many vouchers, a ledger on which nobody can rely, and at the end each of them once in the
 * ledger's own book. {@code -Ddingledger.vouchers=10000} makes it ten thousand.
 */
class ExactlyOnceTest {
  private static final int VOUCHERS = Integer.getInteger("dingledger.vouchers", 1000);
  private static final int VOUCHERS_BY_HTTP = 200;
  private static final long SEED = Long.getLong("dingledger.seed", 20_260_331L);

  private final HandClock clock = new HandClock(Instant.parse("2026-03-31T02:00:00Z"));

  @Test
  void everyVoucherIsBookedOnceThoughAThirdOfTheRequestsFails(TestReporter reporter)
      throws Exception {
    UnsteadyLedger ledger = new UnsteadyLedger(clock, SEED);
    PostingWorld world = new PostingWorld(clock, ledger, SEED);
    long started = System.nanoTime();
    world.translate(VOUCHERS);
    world.runUntilQuiet();
    long milliseconds = (System.nanoTime() - started) / 1_000_000;
    reporter.publishEntry(
        Map.of(
            "vouchers", Integer.toString(VOUCHERS),
            "requests", Integer.toString(ledger.sends()),
            "milliseconds", Long.toString(milliseconds)));
    assertEquals(Set.of(1), Set.copyOf(ledger.counted().values()), "times that a key is booked");
    assertEquals(VOUCHERS, ledger.counted().size());
    assertEquals(List.of(), world.unposted());
    assertTrue(ledger.sends() > VOUCHERS + VOUCHERS / 20, "the trouble was real");
  }

  @Test
  void everyVoucherIsBookedOnceByHttpToo() throws Exception {
    try (SandboxKingdee kingdee = SandboxKingdee.start(SandboxSetup.demo().withSeed(SEED))) {
      kingdee.switches().percentage(15, Operation.SAVE, Fault.DROP_AFTER);
      kingdee.switches().percentage(5, Operation.SAVE, Fault.CUT_BODY_AFTER);
      kingdee.switches().percentage(5, Operation.SAVE, Fault.SERVER_ERROR_AFTER);
      kingdee.switches().percentage(5, Operation.SAVE, Fault.SERVER_ERROR_BEFORE);
      kingdee.switches().percentage(3, Operation.SAVE, Fault.THROTTLE_WITH_WAIT);
      kingdee.switches().percentage(3, Operation.SAVE, Fault.SESSION_LOST);
      kingdee.switches().percentage(5, Operation.QUERY, Fault.DROP_BEFORE);
      kingdee.switches().percentage(3, Operation.QUERY, Fault.PAGE);
      PostingWorld world = new PostingWorld(clock, connected(kingdee), SEED);
      world.translate(VOUCHERS_BY_HTTP);
      world.runUntilQuiet();
      assertEquals(VOUCHERS_BY_HTTP, kingdee.vouchers().size());
      assertEquals(VOUCHERS_BY_HTTP, keys(kingdee).size());
      assertEquals(List.of(), world.unposted());
      assertTrue(kingdee.requests(Operation.SAVE) > VOUCHERS_BY_HTTP, "the trouble was real");
    }
  }

  private static Ledger connected(SandboxKingdee kingdee) {
    Map<String, Secret> secrets =
        kingdee.secrets().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> Secret.of(each.getValue())));
    LedgerConnection connection =
        new LedgerConnection(
            Tenant.verified("corp"),
            "kingdee-cloud",
            kingdee.settings("login-by-sign"),
            secrets,
            UnsteadyLedger.SETTLING);
    return Ledgers.open(connection, TestTools.tools());
  }

  private static Set<String> keys(SandboxKingdee kingdee) {
    return kingdee.vouchers().stream()
        .map(SandboxVoucher::model)
        .map(model -> model.path("FEntity").path(0).path("FBUSNO").asText())
        .collect(Collectors.toSet());
  }
}
