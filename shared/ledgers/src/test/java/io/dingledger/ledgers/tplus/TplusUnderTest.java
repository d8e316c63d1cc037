package io.dingledger.ledgers.tplus;

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

/** The T+ adapter with its stand-in behind it. */
final class TplusUnderTest implements LedgerUnderTest {
  private final TplusStandIn standIn = TplusStandIn.start();
  private final Ledger ledger = opened(Map.of(), TestTools.tools());

  /** Another adapter over the same stand-in. */
  Ledger opened(Map<String, String> further, LedgerTools tools) {
    Map<String, String> settings = new HashMap<>(standIn.settings());
    settings.put("readTimeoutSeconds", "2");
    settings.putAll(further);
    return Ledgers.open(connection(settings), tools);
  }

  static LedgerConnection connection(Map<String, String> settings) {
    return connection(settings, PlatformDoor.APP_SECRET);
  }

  private static LedgerConnection connection(Map<String, String> settings, String appSecret) {
    return connection(settings, appSecret, PlatformDoor.FIRST_REFRESH_TOKEN);
  }

  private static LedgerConnection connection(
      Map<String, String> settings, String appSecret, String refreshToken) {
    Map<String, Secret> secrets =
        Map.of("appSecret", Secret.of(appSecret), "refreshToken", Secret.of(refreshToken));
    return new LedgerConnection(
        Tenant.verified("corp"), "chanjet-tplus", settings, secrets, Duration.ZERO);
  }

  TplusStandIn standIn() {
    return standIn;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  /** The book is the one that was authorised, so that none can be named wrongly. */
  @Override
  public Ledger ledgerOfAnUnknownBook() {
    return opened(Map.of("appKey", "another-app"), TestTools.tools());
  }

  @Override
  public Optional<Ledger> ledgerWithWrongCredentials() {
    return Optional.of(
        Ledgers.open(connection(standIn.settings(), "another-secret"), TestTools.tools()));
  }

  @Override
  public List<String> secrets() {
    return List.of(
        PlatformDoor.APP_SECRET, PlatformDoor.FIRST_REFRESH_TOKEN, "access-1", "refresh-1");
  }

  @Override
  public boolean canRefuse(Refusal refusal) {
    return refusal != Refusal.UNKNOWN_BOOK;
  }

  @Override
  public Optional<URI> address() {
    return Optional.of(standIn.address());
  }

  @Override
  public Ledger ledgerAt(URI address) {
    Map<String, String> settings = new HashMap<>(standIn.settings());
    settings.replaceAll(
        (key, value) -> value.replace(standIn.address().toString(), address.toString()));
    return Ledgers.open(
        connection(settings, PlatformDoor.APP_SECRET, standIn.door().authorizeAnew()),
        TestTools.tools());
  }

  @Override
  public Chart chart() {
    return new Chart(
        "660203",
        Map.of(Dimension.DEPARTMENT, "01"),
        "2241",
        Map.of(Dimension.EMPLOYEE, "E0001"),
        "9999",
        Map.of(Dimension.DEPARTMENT, "09"),
        Optional.empty());
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
    return standIn.countWithKey(key.value());
  }

  @Override
  public int requests(Request request) {
    return standIn.server().requests(request);
  }

  @Override
  public void bookAgain(VoucherKey key) {
    standIn.copy(key.value());
  }

  @Override
  public void close() {
    standIn.close();
  }
}
