package io.dingledger.ledgers.u8;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.VoucherKey;
import java.net.URI;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The U8+ adapter with its stand-in behind it. */
final class U8UnderTest implements LedgerUnderTest {
  private static final int REPEATS = 8;

  private final U8StandIn standIn = U8StandIn.start();
  private final LedgerTools tools = TestTools.tools();
  private final Map<String, String> settings;
  private final Ledger ledger;

  U8UnderTest() {
    settings = new HashMap<>(standIn.settings());
    settings.put("readTimeoutSeconds", "2");
    ledger = open(Map.of());
  }

  /** Another adapter with the same token store. */
  Ledger open(Map<String, String> changes) {
    return open(changes, standIn.secrets().get("appSecret"), tools);
  }

  /** Another adapter. */
  Ledger open(Map<String, String> changes, String appSecret, LedgerTools with) {
    Map<String, String> changed = new HashMap<>(settings);
    changed.putAll(changes);
    return Ledgers.open(
        new LedgerConnection(
            Tenant.verified("corp"),
            "u8-openapi",
            changed,
            Map.of("appSecret", Secret.of(appSecret)),
            Duration.ZERO),
        with);
  }

  U8StandIn standIn() {
    return standIn;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Ledger ledgerOfAnUnknownBook() {
    return open(Map.of("dataSource", "9"));
  }

  @Override
  public Optional<Ledger> ledgerWithWrongCredentials() {
    return Optional.of(open(Map.of(), "wrong-secret", TestTools.tools()));
  }

  @Override
  public List<String> secrets() {
    return List.of("demo-secret", "wrong-secret", "t1+/=");
  }

  @Override
  public Optional<URI> address() {
    return Optional.of(standIn.address());
  }

  @Override
  public Ledger ledgerAt(URI address) {
    return open(Map.of("serverUrl", address.toString()), "demo-secret", TestTools.tools());
  }

  @Override
  public Chart chart() {
    return new Chart(
        "660203",
        Map.of(Dimension.DEPARTMENT, "01"),
        "2241",
        Map.of(Dimension.EMPLOYEE, "E0001"),
        "999999",
        Map.of(Dimension.DEPARTMENT, "X9"),
        Optional.empty());
  }

  @Override
  public boolean canHave(Trouble trouble) {
    return true;
  }

  @Override
  public void next(Request request, Trouble trouble) {
    // The JDK's client repeats a GET, and nothing else, when the line breaks before any answer.
    boolean repeated = request == Request.ASK && trouble == Trouble.RESET_BEFORE_COMMIT;
    for (int time = 0; time < (repeated ? REPEATS : 1); time++) {
      standIn.server().next(request, trouble);
    }
  }

  @Override
  public void close(YearMonth period) {
    standIn.close(period);
  }

  @Override
  public int countWithKey(VoucherKey key) {
    return standIn.book().countWithKey(key.value());
  }

  @Override
  public int requests(Request request) {
    return standIn.server().requests(request);
  }

  @Override
  public void bookAgain(VoucherKey key) {
    standIn.book().copy(key.value());
  }

  @Override
  public void close() {
    standIn.close();
  }
}
