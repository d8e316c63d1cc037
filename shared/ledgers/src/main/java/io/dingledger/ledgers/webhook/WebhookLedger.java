package io.dingledger.ledgers.webhook;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.http.AddressFilter;
import io.dingledger.ledgers.http.HttpCall;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.webhook.StandardWebhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A receiver of vouchers as signed pushes, by Standard Webhooks 1.0. The message's id is the
 * voucher's key, the same for all tries, and the receiver removes repeats by it.
 *
 * <p>Where the tenant names a look-up address, the receiver is asked like any other ledger.
 */
final class WebhookLedger implements Ledger {
  private static final Duration SPARE = Duration.ofSeconds(10);

  /** The key of no voucher: a look-up for it shows whether the receiver answers and lets us in. */
  private static final VoucherKey NOBODY = new VoucherKey("DL000000000000000000");

  private final WebhookSettings settings;
  private final LedgerHttp http;
  private final AddressFilter addresses;
  private final Clock clock;
  private final PushAnswer answers;

  /** Opens a checked connection; calls nobody. */
  WebhookLedger(WebhookSettings settings, LedgerTools tools) {
    this.settings = settings;
    this.http = new LedgerHttp(settings.readTimeout(), tools.addresses(), tools.clock());
    this.addresses = tools.addresses();
    this.clock = tools.clock();
    this.answers =
        new PushAnswer(
            settings.lookupUrl().isPresent() ? FailureKind.AMBIGUOUS : FailureKind.UNDELIVERED);
  }

  @Override
  public Guard guard() {
    return settings.lookupUrl().isPresent() ? Guard.ASKED_FIRST : Guard.RECEIVER_REMOVES_REPEATS;
  }

  /** Nothing that a receiver takes is without effect there, so only the look-up is tried out. */
  @Override
  public Checkup test() {
    if (!addresses.allows(settings.url().getHost())) {
      return new Checkup(
          List.of(new Finding(Point.REACHABLE, new Checkup.Verdict.Failed(forbidden()))));
    }
    List<Finding> findings = new ArrayList<>(settings.lookupUrl().map(this::tried).orElse(UNTOLD));
    for (Point point : List.of(Point.PERMISSION, Point.BOOK, Point.PERIOD)) {
      findings.add(new Finding(point, new Checkup.Verdict.NotTold()));
    }
    return new Checkup(findings);
  }

  private static final List<Finding> UNTOLD =
      List.of(
          new Finding(Point.REACHABLE, new Checkup.Verdict.NotTold()),
          new Finding(Point.CREDENTIALS, new Checkup.Verdict.NotTold()));

  private List<Finding> tried(URI lookupUrl) {
    return LookUpAnswer.trial(http.exchange(lookUp(lookupUrl, NOBODY)), NOBODY);
  }

  private static Failure forbidden() {
    return WebhookForm.FAILURES.of(FailureKind.CONFIG, LedgerReason.ADDRESS_FORBIDDEN, "url");
  }

  @Override
  public MasterData read(MasterData.Kind kind) {
    return new MasterData.NotOffered();
  }

  @Override
  public Attached attach(LedgerReference voucher, Attached.File file) {
    return new Attached.NotOffered();
  }

  @Override
  public Asked ask(Voucher voucher) {
    return settings
        .lookupUrl()
        .map(url -> LookUpAnswer.asked(http.exchange(lookUp(url, voucher.key())), voucher))
        .orElseGet(() -> new Asked.Absent(voucher.key()));
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    if (!asked.key().equals(voucher.key())) {
      throw new IllegalArgumentException("the answer is about another voucher");
    }
    Instant now = clock.instant();
    String body = VoucherBody.text(voucher, now);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > settings.mostBytes()) {
      return new Sent.Failed(
          WebhookForm.FAILURES.of(
              FailureKind.DATA, WebhookReason.TOO_LARGE, bytes.length, settings.mostBytes()));
    }
    Map<String, String> headers = new HashMap<>(signature(voucher.key(), now, bytes));
    headers.put("Idempotency-Key", voucher.key().value());
    return answers.sent(
        http.exchange(HttpCall.postJson(settings.url(), headers, body)), voucher.key());
  }

  @Override
  public Duration longestSend() {
    return settings.readTimeout().plus(SPARE);
  }

  /** The signature covers the key and no body, so that nobody can make a push out of it. */
  private HttpCall lookUp(URI lookupUrl, VoucherKey key) {
    String separator = lookupUrl.getRawQuery() == null ? "?" : "&";
    return HttpCall.get(
        URI.create(lookupUrl + separator + "key=" + key.value()),
        signature(key, clock.instant(), new byte[0]));
  }

  private Map<String, String> signature(VoucherKey key, Instant now, byte[] body) {
    return StandardWebhook.headers(key.value(), now, body, settings.secrets());
  }
}
