package io.dingledger.ledgers.file;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file ledger over a list that stumbles. A period is closed as a tenant does it: by setting.
 */
final class FileUnderTest implements LedgerUnderTest {
  static final Tenant TENANT = Tenant.verified("corp");

  private static final Set<Trouble> OF_A_STORE =
      Set.of(
          Trouble.TIME_OUT_BEFORE_COMMIT,
          Trouble.TIME_OUT_AFTER_COMMIT,
          Trouble.RESET_BEFORE_COMMIT,
          Trouble.RESET_AFTER_COMMIT,
          Trouble.SERVER_ERROR_BEFORE_COMMIT,
          Trouble.SERVER_ERROR_AFTER_COMMIT);

  private final StumblingExports exports = new StumblingExports();
  private final LedgerTools tools = tools();
  private final Map<String, String> settings;
  private Ledger opened;

  FileUnderTest(Map<String, String> settings) {
    this.settings = new HashMap<>(settings);
    this.opened = Ledgers.open(connection(settings), tools);
  }

  static LedgerConnection connection(Map<String, String> settings) {
    return new LedgerConnection(TENANT, "file", settings, Map.of(), Duration.ZERO);
  }

  /** Settings for a format. */
  static Map<String, String> settings(String format) {
    return Map.of("format", format, "book", "001", "organisation", "100", "voucherGroup", "PRE001");
  }

  StumblingExports exports() {
    return exports;
  }

  private LedgerTools tools() {
    LedgerTools usual = TestTools.tools();
    return new LedgerTools(usual.tokens(), exports, usual.addresses(), usual.clock());
  }

  @Override
  public Ledger ledger() {
    return new Ledger() {
      @Override
      public Checkup test() {
        return opened.test();
      }

      @Override
      public MasterData read(MasterData.Kind kind) {
        return opened.read(kind);
      }

      @Override
      public Asked ask(Voucher voucher) {
        return opened.ask(voucher);
      }

      @Override
      public Sent send(Voucher voucher, Asked.Absent asked) {
        return opened.send(voucher, asked);
      }

      @Override
      public Attached attach(LedgerReference voucher, Attached.File file) {
        return opened.attach(voucher, file);
      }

      @Override
      public Duration longestSend() {
        return opened.longestSend();
      }
    };
  }

  @Override
  public Ledger ledgerOfAnUnknownBook() {
    throw new IllegalStateException("a file knows no books");
  }

  @Override
  public boolean canRefuse(Refusal refusal) {
    return refusal == Refusal.CLOSED_PERIOD;
  }

  @Override
  public boolean canHoldAKeyTwice() {
    return false;
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
  public boolean canHave(Trouble trouble) {
    return OF_A_STORE.contains(trouble);
  }

  @Override
  public void next(Request request, Trouble trouble) {
    if (request == Request.ASK) {
      exports.nextAsking(trouble);
    } else {
      exports.nextSending(trouble);
    }
  }

  @Override
  public void close(YearMonth period) {
    settings.put("closedThrough", period.toString());
    opened = Ledgers.open(connection(settings), tools);
  }

  @Override
  public int countWithKey(VoucherKey key) {
    return (int)
        exports.waiting(TENANT, Integer.MAX_VALUE).stream()
            .filter(listed -> listed.voucher().key().equals(key))
            .count();
  }

  @Override
  public int requests(Request request) {
    return request == Request.ASK ? exports.asked() : exports.sent();
  }

  @Override
  public void bookAgain(VoucherKey key) {
    throw new IllegalStateException("a list holds a key once");
  }

  @Override
  public void close() {}
}
