package io.dingledger.ledgers.haokuaiji;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.chanjet.PlatformDoor;
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

/** The Haokuaiji adapter with its stand-in behind it. */
final class HaokuaijiUnderTest implements LedgerUnderTest {
  private final HaokuaijiStandIn standIn = HaokuaijiStandIn.start();
  private final Map<String, String> further;
  private final Ledger ledger;

  /** With these further settings. */
  HaokuaijiUnderTest(Map<String, String> further) {
    this.further = further;
    this.ledger = opened(Map.of(), TestTools.tools());
  }

  /** Another adapter over the same stand-in. */
  Ledger opened(Map<String, String> others, LedgerTools tools) {
    return Ledgers.open(connection(settings(others), PlatformDoor.APP_SECRET), tools);
  }

  private Map<String, String> settings(Map<String, String> others) {
    Map<String, String> settings = new HashMap<>(standIn.settings());
    settings.put("readTimeoutSeconds", "2");
    settings.putAll(further);
    settings.putAll(others);
    return settings;
  }

  static LedgerConnection connection(Map<String, String> settings, String appSecret) {
    return connection(settings, appSecret, PlatformDoor.FIRST_REFRESH_TOKEN);
  }

  private static LedgerConnection connection(
      Map<String, String> settings, String appSecret, String refreshToken) {
    Map<String, Secret> secrets =
        Map.of("appSecret", Secret.of(appSecret), "refreshToken", Secret.of(refreshToken));
    return new LedgerConnection(
        Tenant.verified("corp"), "chanjet-haokuaiji", settings, secrets, Duration.ZERO);
  }

  /** A copy made by hand has no external code, and the list of all vouchers shows nothing else. */
  @Override
  public boolean canHoldAKeyTwice() {
    return further.containsKey("searchField");
  }

  HaokuaijiStandIn standIn() {
    return standIn;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Ledger ledgerOfAnUnknownBook() {
    return opened(Map.of("bookId", "404"), TestTools.tools());
  }

  @Override
  public Optional<Ledger> ledgerWithWrongCredentials() {
    return Optional.of(
        Ledgers.open(connection(settings(Map.of()), "another-secret"), TestTools.tools()));
  }

  @Override
  public List<String> secrets() {
    return List.of(
        PlatformDoor.APP_SECRET, PlatformDoor.FIRST_REFRESH_TOKEN, "access-1", "refresh-1");
  }

  @Override
  public Optional<URI> address() {
    return Optional.of(standIn.address());
  }

  @Override
  public Ledger ledgerAt(URI address) {
    Map<String, String> settings = new HashMap<>(settings(Map.of()));
    settings.replaceAll(
        (key, value) -> value.replace(standIn.address().toString(), address.toString()));
    return Ledgers.open(
        connection(settings, PlatformDoor.APP_SECRET, standIn.door().authorizeAnew()),
        TestTools.tools());
  }

  @Override
  public Chart chart() {
    return new Chart(
        "560203",
        Map.of(Dimension.DEPARTMENT, "01"),
        "2241",
        Map.of(Dimension.EMPLOYEE, "E0001"),
        "9999",
        Map.of(Dimension.DEPARTMENT, "09"),
        Optional.of("USD"));
  }

  @Override
  public boolean canHave(Trouble trouble) {
    return true;
  }

  /** The JDK repeats a GET once, by itself, when the connection ends before the first byte. */
  @Override
  public void next(Request request, Trouble trouble) {
    standIn.server().next(request, trouble);
    if (request == Request.ASK && trouble == Trouble.RESET_BEFORE_COMMIT) {
      standIn.server().next(request, trouble);
    }
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
    return standIn.server().requests(request);
  }

  @Override
  public void bookAgain(VoucherKey key) {
    standIn.books().copy(key.value());
  }

  @Override
  public void close() {
    standIn.close();
  }
}
