package io.dingledger.ledgers.webhook;

import io.dingledger.ledgers.Ledger;
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

/** The webhook adapter with a receiver behind it that can be asked, or not. */
final class WebhookUnderTest implements LedgerUnderTest {
  private final WebhookStandIn standIn = WebhookStandIn.start();
  private final Map<String, String> secrets = new HashMap<>(standIn.secrets());
  private final Ledger ledger;

  WebhookUnderTest(boolean canBeAsked) {
    if (canBeAsked) {
      secrets.put("lookupUrl", standIn.lookupAddress().toString());
    }
    ledger = Ledgers.open(connection(standIn.settings(), secrets), TestTools.tools());
  }

  static LedgerConnection connection(Map<String, String> settings, Map<String, String> secrets) {
    Map<String, Secret> wrapped = new HashMap<>();
    secrets.forEach((key, value) -> wrapped.put(key, Secret.of(value)));
    return new LedgerConnection(
        Tenant.verified("corp"), "webhook", settings, wrapped, Duration.ZERO);
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Ledger ledgerOfAnUnknownBook() {
    throw new IllegalStateException("a webhook names no book");
  }

  @Override
  public Optional<Ledger> ledgerWithWrongCredentials() {
    if (!canBeAsked()) {
      return Optional.empty();
    }
    Map<String, String> wrong = new HashMap<>(secrets);
    wrong.put("secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    return Optional.of(Ledgers.open(connection(standIn.settings(), wrong), TestTools.tools()));
  }

  @Override
  public List<String> secrets() {
    return List.of(
        WebhookStandIn.SECRET,
        "whsec_",
        standIn.address().getPath(),
        standIn.lookupAddress().getPath(),
        standIn.address().getAuthority());
  }

  @Override
  public Optional<URI> address() {
    return Optional.of(standIn.server().address());
  }

  @Override
  public Ledger ledgerAt(URI address) {
    Map<String, String> moved = new HashMap<>(secrets);
    moved.replaceAll(
        (key, value) -> value.replace(standIn.server().address().toString(), address.toString()));
    return Ledgers.open(connection(standIn.settings(), moved), TestTools.tools());
  }

  @Override
  public boolean canBeAsked() {
    return secrets.containsKey("lookupUrl");
  }

  @Override
  public boolean keepsThousandths() {
    return true;
  }

  @Override
  public boolean canRefuse(Refusal refusal) {
    return refusal != Refusal.CLOSED_PERIOD && refusal != Refusal.UNKNOWN_BOOK;
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

  /** Any 2xx is a success, whatever its body; only a web page is none. */
  @Override
  public boolean canHave(Trouble trouble) {
    return switch (trouble) {
      case SESSION_LOST,
          ERROR_INSIDE_STATUS_200,
          MALFORMED_ANSWER,
          EMPTY_ANSWER,
          REFUSED_AS_UNBALANCED ->
          false;
      default -> true;
    };
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
    throw new IllegalStateException("a webhook knows no periods");
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
