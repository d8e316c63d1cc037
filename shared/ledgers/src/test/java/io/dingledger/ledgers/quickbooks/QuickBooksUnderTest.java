package io.dingledger.ledgers.quickbooks;

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
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The QuickBooks adapter with the stand-in behind it. */
final class QuickBooksUnderTest implements LedgerUnderTest {
  private final QuickBooksStandIn standIn;
  private final Map<String, String> settings;
  private final LedgerTools tools;
  private final Ledger ledger;

  /** Opens with these further settings. */
  QuickBooksUnderTest(Map<String, String> further, Clock clock) {
    standIn = QuickBooksStandIn.start(clock);
    settings = new HashMap<>(standIn.settings());
    settings.put("readTimeoutSeconds", "2");
    settings.putAll(further);
    tools = TestTools.tools(clock);
    ledger = Ledgers.open(connection(settings), tools);
  }

  QuickBooksUnderTest(Map<String, String> further) {
    this(further, Clock.systemUTC());
  }

  QuickBooksStandIn standIn() {
    return standIn;
  }

  LedgerTools tools() {
    return tools;
  }

  /** The connection of {@link #ledger}. */
  LedgerConnection connection() {
    return connection(settings);
  }

  LedgerConnection connection(Map<String, String> changed) {
    Map<String, Secret> secrets = new HashMap<>();
    standIn.secrets().forEach((key, value) -> secrets.put(key, Secret.of(value)));
    return connection(changed, secrets);
  }

  LedgerConnection connection(Map<String, String> changed, Map<String, Secret> secrets) {
    return new LedgerConnection(
        Tenant.verified("corp"), QuickBooksForm.TYPE, changed, secrets, Duration.ZERO);
  }

  Map<String, String> with(String key, String value) {
    Map<String, String> changed = new HashMap<>(settings);
    changed.put(key, value);
    return changed;
  }

  /** Another adapter with a changed setting and the same tokens. */
  Ledger ledgerWith(String key, String value) {
    return Ledgers.open(connection(with(key, value)), tools);
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Ledger ledgerOfAnUnknownBook() {
    return ledgerWith("realmId", "999");
  }

  /** Of the accounts only those that need somebody refuse a line without: advances to clients. */
  @Override
  public Chart chart() {
    return new Chart(
        "1122",
        Map.of(Dimension.CUSTOMER, "Demo Client", Dimension.DEPARTMENT, "研发部"),
        "2202",
        Map.of(Dimension.SUPPLIER, "Demo Vendor"),
        "9999",
        Map.of(Dimension.DEPARTMENT, "已撤销的部门"),
        Optional.empty());
  }

  @Override
  public Optional<Ledger> ledgerWithWrongCredentials() {
    Map<String, Secret> wrong =
        Map.of(
            "clientSecret",
            Secret.of("another-secret"),
            "refreshToken",
            Secret.of(StandInTokenDesk.FIRST_REFRESH));
    return Optional.of(Ledgers.open(connection(settings, wrong), TestTools.tools()));
  }

  @Override
  public List<String> secrets() {
    return List.of(
        StandInTokenDesk.SECRET, "another-secret", StandInTokenDesk.CLIENT, "RT1-demo", "AT-demo");
  }

  @Override
  public Optional<URI> address() {
    return Optional.of(standIn.address());
  }

  @Override
  public Ledger ledgerAt(URI address) {
    Map<String, String> changed = with("apiUrl", address.toString());
    changed.put("tokenUrl", address + "/oauth2/v1/tokens/bearer");
    return Ledgers.open(connection(changed), TestTools.tools());
  }

  @Override
  public Duration shortestWait() {
    return Duration.ofSeconds(60);
  }

  @Override
  public boolean canHave(Trouble trouble) {
    return true;
  }

  @Override
  public void next(Request request, Trouble trouble) {
    standIn.next(request, trouble);
  }

  @Override
  public void close(YearMonth period) {
    standIn.close(period);
  }

  @Override
  public int countWithKey(VoucherKey key) {
    return standIn.countWithKey(key.value());
  }

  @Override
  public int requests(Request request) {
    return standIn.requests(request);
  }

  @Override
  public void bookAgain(VoucherKey key) {
    standIn.bookAgain(key.value());
  }

  @Override
  public void close() {
    standIn.close();
  }
}
