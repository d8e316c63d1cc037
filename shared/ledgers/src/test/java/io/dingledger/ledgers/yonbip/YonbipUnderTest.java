package io.dingledger.ledgers.yonbip;

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

/** The YonBIP adapter with its stand-in behind it. */
final class YonbipUnderTest implements LedgerUnderTest {
  private final YonbipStandIn standIn = YonbipStandIn.start();
  private final LedgerTools tools = TestTools.tools();
  private final Map<String, String> settings;
  private final Ledger ledger;

  /** Opens with these further settings. */
  YonbipUnderTest(Map<String, String> further) {
    settings = new HashMap<>(standIn.settings());
    settings.put("readTimeoutSeconds", "2");
    settings.putAll(further);
    ledger = open(Map.of());
  }

  /** The settings of a connection whose addresses are entered. */
  static Map<String, String> configured(YonbipStandIn standIn) {
    return Map.of(
        "addresses",
        "configured",
        "gatewayUrl",
        standIn.address() + "/iuap-api-gateway",
        "tokenUrl",
        standIn.address() + "/iuap-api-auth");
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
            "yonbip",
            changed,
            Map.of("appSecret", Secret.of(appSecret)),
            Duration.ZERO),
        with);
  }

  YonbipStandIn standIn() {
    return standIn;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Ledger ledgerOfAnUnknownBook() {
    return open(Map.of("book", "Z999"));
  }

  @Override
  public Optional<Ledger> ledgerWithWrongCredentials() {
    return Optional.of(open(Map.of(), "wrong-secret", TestTools.tools()));
  }

  @Override
  public List<String> secrets() {
    return List.of("demo-secret", "wrong-secret", "YT1+/=token", "13900000000");
  }

  @Override
  public Optional<URI> address() {
    return Optional.of(standIn.address());
  }

  @Override
  public Ledger ledgerAt(URI address) {
    return open(
        Map.of("dataCentreUrl", address + YonbipStandIn.LOOK_UP), "demo-secret", TestTools.tools());
  }

  @Override
  public Chart chart() {
    return new Chart(
        "660203",
        Map.of(Dimension.DEPARTMENT, "D01"),
        "224101",
        Map.of(Dimension.EMPLOYEE, "E0001"),
        "999999",
        Map.of(Dimension.DEPARTMENT, "XD9"),
        Optional.of("USD"));
  }

  @Override
  public boolean canHave(Trouble trouble) {
    return true;
  }

  @Override
  public void next(Request request, Trouble trouble) {
    standIn.server().next(request, trouble);
  }

  @Override
  public void close(YearMonth period) {
    standIn.close(period);
  }

  @Override
  public int countWithKey(VoucherKey key) {
    return standIn.books().countWithKey(key.value());
  }

  @Override
  public int requests(Request request) {
    return standIn.server().requests(request);
  }

  @Override
  public void bookAgain(VoucherKey key) {
    standIn.books().copy(standIn.books().vouchersOf(key.value()).getFirst());
  }

  @Override
  public void close() {
    standIn.close();
  }
}
