package io.dingledger.ledgers.connector;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.connector.ConnectorStandIn.Language;
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

/** The connector, told how to speak to one of the stand-ins. */
final class ConnectorUnderTest implements LedgerUnderTest {
  private final Language language;
  private final ConnectorStandIn standIn;
  private final Map<String, String> settings;
  private final Ledger ledger;

  ConnectorUnderTest(Language language, Map<String, String> further) {
    this.language = language;
    standIn = ConnectorStandIn.start(language);
    settings = new HashMap<>(standIn.settings());
    settings.putAll(further);
    ledger = Ledgers.open(connection(settings, standIn.secrets()), TestTools.tools());
  }

  static LedgerConnection connection(Map<String, String> settings, Map<String, String> secrets) {
    Map<String, Secret> wrapped = new HashMap<>();
    secrets.forEach((key, value) -> wrapped.put(key, Secret.of(value)));
    return new LedgerConnection(
        Tenant.verified("corp"), "http-connector", settings, wrapped, Duration.ZERO);
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Ledger ledgerOfAnUnknownBook() {
    Map<String, String> wrong = new HashMap<>(settings);
    wrong.replaceAll((key, value) -> value.replace("X-Book: 001", "X-Book: 999"));
    wrong.computeIfPresent("constants", (key, value) -> value.replace("book=001", "book=999"));
    wrong.computeIfPresent("lookupBody", (key, value) -> value.replace("001", "999"));
    return Ledgers.open(connection(wrong, standIn.secrets()), TestTools.tools());
  }

  @Override
  public Optional<Ledger> ledgerWithWrongCredentials() {
    if (!canBeAsked()) {
      return Optional.empty();
    }
    Map<String, String> wrong = new HashMap<>(standIn.secrets());
    wrong.replaceAll((key, value) -> "wrong");
    return Optional.of(Ledgers.open(connection(settings, wrong), TestTools.tools()));
  }

  @Override
  public List<String> secrets() {
    return List.copyOf(standIn.secrets().values());
  }

  @Override
  public Optional<URI> address() {
    return Optional.of(standIn.address());
  }

  @Override
  public Ledger ledgerAt(URI address) {
    Map<String, String> moved = new HashMap<>(settings);
    moved.replaceAll(
        (key, value) -> value.replace(standIn.address().toString(), address.toString()));
    return Ledgers.open(connection(moved, standIn.secrets()), TestTools.tools());
  }

  @Override
  public boolean canBeAsked() {
    return language != Language.INSPUR;
  }

  @Override
  public boolean canRefuse(Refusal refusal) {
    return language != Language.INSPUR;
  }

  @Override
  public Chart chart() {
    return new Chart(
        "6602.03",
        Map.of(Dimension.DEPARTMENT, "BM000001"),
        "2241",
        Map.of(Dimension.EMPLOYEE, "E0001"),
        "9999",
        Map.of(Dimension.DEPARTMENT, "BM000009"),
        language == Language.INSPUR ? Optional.empty() : Optional.of("USD"));
  }

  @Override
  public boolean canHave(Trouble trouble) {
    return trouble != Trouble.SESSION_LOST;
  }

  /** The JDK repeats a GET up to five times when its connection breaks before the answer. */
  @Override
  public void next(Request request, Trouble trouble) {
    int times = request == Request.ASK && trouble == Trouble.RESET_BEFORE_COMMIT ? 6 : 1;
    for (int time = 0; time < times; time++) {
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
    standIn.bookAgain(key.value());
  }

  @Override
  public void close() {
    standIn.close();
  }
}
