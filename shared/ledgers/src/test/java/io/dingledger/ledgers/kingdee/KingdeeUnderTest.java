package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Fault;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Operation;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.VoucherKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Kingdee adapter with the sandbox behind it. */
final class KingdeeUnderTest implements LedgerUnderTest {
  private static final SandboxSetup.Door DOOR = SandboxSetup.demo().door();

  private final SandboxKingdee sandbox = started();
  private final Map<String, String> settings;
  private final Ledger ledger;

  /** Opens with this way to log in and these further settings. */
  KingdeeUnderTest(String auth, Map<String, String> further) {
    settings = new HashMap<>(sandbox.settings(auth));
    settings.put("readTimeoutSeconds", "3");
    settings.put("currencies", "CNY=PRE001, USD=PRE007");
    settings.putAll(further);
    sandbox.switches().silence(Duration.ofSeconds(20));
    ledger = Ledgers.open(connection(settings), TestTools.tools());
  }

  KingdeeUnderTest(String auth) {
    this(auth, Map.of());
  }

  /** Settings for a sandbox with the demo setup. */
  static Map<String, String> settings(URI server, String auth) {
    return Map.of(
        "serverUrl",
        server.toString(),
        "auth",
        auth,
        "dataCentre",
        DOOR.dataCentre(),
        "userName",
        DOOR.userName(),
        "appId",
        DOOR.appId(),
        "book",
        "001",
        "organisation",
        "100",
        "voucherGroup",
        "PRE001",
        "readTimeoutSeconds",
        "1");
  }

  static LedgerConnection connection(Map<String, String> settings) {
    return new LedgerConnection(
        Tenant.verified("corp"),
        "kingdee-cloud",
        settings,
        Map.of("appSecret", Secret.of(DOOR.appSecret()), "password", Secret.of(DOOR.password())),
        Duration.ZERO);
  }

  SandboxKingdee sandbox() {
    return sandbox;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Ledger ledgerOfAnUnknownBook() {
    Map<String, String> wrong = new HashMap<>(settings);
    wrong.put("book", "999");
    return Ledgers.open(connection(wrong), TestTools.tools());
  }

  @Override
  public Optional<URI> address() {
    return Optional.of(sandbox.serverUrl());
  }

  @Override
  public Ledger ledgerAt(URI address) {
    Map<String, String> elsewhere = new HashMap<>(settings);
    elsewhere.put("serverUrl", address + sandbox.serverUrl().getPath());
    return Ledgers.open(connection(elsewhere), TestTools.tools());
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
        Optional.of("USD"));
  }

  @Override
  public Optional<Ledger> ledgerWithWrongCredentials() {
    Map<String, Secret> wrong =
        Map.of("appSecret", Secret.of("wrong-secret"), "password", Secret.of("wrong-password"));
    LedgerConnection good = connection(settings);
    return Optional.of(
        Ledgers.open(
            new LedgerConnection(
                good.tenant(), good.type(), good.settings(), wrong, good.settlingTime()),
            TestTools.tools()));
  }

  @Override
  public List<String> secrets() {
    List<String> secrets = new ArrayList<>(sandbox.sessions());
    secrets.addAll(List.of(DOOR.appSecret(), DOOR.password(), "wrong-secret", "wrong-password"));
    return secrets;
  }

  @Override
  public boolean canHave(Trouble trouble) {
    return trouble != Trouble.SESSION_LOST || !settings.get("auth").equals("signed-headers");
  }

  @Override
  public void next(Request request, Trouble trouble) {
    sandbox.switches().next(1, operation(request), fault(trouble));
  }

  private static Fault fault(Trouble trouble) {
    return switch (trouble) {
      case TIME_OUT_BEFORE_COMMIT -> Fault.SILENCE_BEFORE;
      case TIME_OUT_AFTER_COMMIT -> Fault.SILENCE_AFTER;
      case RESET_BEFORE_COMMIT -> Fault.DROP_BEFORE;
      case RESET_AFTER_COMMIT -> Fault.DROP_AFTER;
      case SERVER_ERROR_BEFORE_COMMIT -> Fault.SERVER_ERROR_BEFORE;
      case SERVER_ERROR_AFTER_COMMIT -> Fault.SERVER_ERROR_AFTER;
      case THROTTLED -> Fault.THROTTLE;
      case THROTTLED_WITH_WAIT -> Fault.THROTTLE_WITH_WAIT;
      case SESSION_LOST -> Fault.SESSION_LOST;
      case PAGE_WITH_STATUS_200 -> Fault.PAGE;
      case ERROR_INSIDE_STATUS_200 -> Fault.DATABASE_FAILURE;
      case MALFORMED_ANSWER -> Fault.MALFORMED_AFTER;
      case ANSWER_CUT_SHORT -> Fault.CUT_BODY_AFTER;
      case EMPTY_ANSWER -> Fault.EMPTY_AFTER;
      case HUGE_ANSWER -> Fault.HUGE_AFTER;
      case SLOW_ANSWER -> Fault.SLOW;
      case REFUSED_AS_UNBALANCED -> Fault.UNBALANCED;
    };
  }

  @Override
  public void close(YearMonth period) {
    sandbox.switches().close(period);
  }

  @Override
  public int countWithKey(VoucherKey key) {
    return sandbox.countWithKey(settings.getOrDefault("keyField", "FBUSNO"), key.value());
  }

  @Override
  public int requests(Request request) {
    return sandbox.requests(operation(request));
  }

  @Override
  public void bookAgain(VoucherKey key) {
    String field = settings.getOrDefault("keyField", "FBUSNO");
    sandbox.vouchers().stream()
        .filter(voucher -> voucher.holds(field, key.value()))
        .findFirst()
        .ifPresent(voucher -> sandbox.copy(voucher.id()));
  }

  @Override
  public void close() {
    sandbox.close();
  }

  private static Operation operation(Request request) {
    return request == Request.ASK ? Operation.QUERY : Operation.SAVE;
  }

  private static SandboxKingdee started() {
    try {
      return SandboxKingdee.start(SandboxSetup.demo());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
