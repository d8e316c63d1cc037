package io.dingledger.ledgers.connector;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.BookedVouchers;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.HttpCall;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ledger behind an HTTP interface that the tenant describes. What keeps it from doubles depends
 * on the description: a look-up, the declaration that the receiver removes repeats, or neither;
 * then {@link #guard} tells who sends that a voucher is sent once only.
 */
final class ConnectorLedger implements Ledger {
  private static final Duration SPARE = Duration.ofSeconds(10);
  private static final VoucherKey NOBODY = new VoucherKey("DL000000000000000000");

  private final ConnectorSettings settings;
  private final LedgerHttp http;
  private final Clock clock;

  /** Opens a checked connection; calls nobody. */
  ConnectorLedger(ConnectorSettings settings, LedgerTools tools) {
    this.settings = settings;
    this.http = new LedgerHttp(settings.readTimeout(), tools.addresses(), tools.clock());
    this.clock = tools.clock();
  }

  @Override
  public Guard guard() {
    return settings.guard();
  }

  /** Looks for a voucher that nobody has; without a look-up nothing can be told. */
  @Override
  public Checkup test() {
    List<Finding> findings = new ArrayList<>(settings.canBeAsked() ? tried() : untold());
    for (Point point : List.of(Point.PERMISSION, Point.BOOK, Point.PERIOD)) {
      findings.add(new Finding(point, new Verdict.NotTold()));
    }
    return new Checkup(findings);
  }

  private static List<Finding> untold() {
    return List.of(
        new Finding(Point.REACHABLE, new Verdict.NotTold()),
        new Finding(Point.CREDENTIALS, new Verdict.NotTold()));
  }

  private List<Finding> tried() {
    LocalDate today = clock.instant().atZone(ZoneOffset.ofHours(8)).toLocalDate();
    Exchange exchange = http.exchange(lookUp(NOBODY, today));
    if (!(new LookUpAnswer(settings).rows(exchange, NOBODY)
        instanceof Answer.Failed<List<Row>>(Failure failure))) {
      return List.of(
          new Finding(Point.REACHABLE, new Verdict.Good()),
          new Finding(Point.CREDENTIALS, new Verdict.Good()));
    }
    Verdict failed = new Verdict.Failed(failure);
    boolean answersAndRefuses =
        exchange instanceof Exchange.Answered && failure.kind() == FailureKind.CONFIG;
    return answersAndRefuses
        ? List.of(
            new Finding(Point.REACHABLE, new Verdict.Good()),
            new Finding(Point.CREDENTIALS, failed))
        : List.of(new Finding(Point.REACHABLE, failed));
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
    if (!settings.canBeAsked()) {
      return new Asked.Absent(voucher.key());
    }
    Exchange exchange = http.exchange(lookUp(voucher.key(), voucher.date()));
    return switch (new LookUpAnswer(settings).rows(exchange, voucher.key())) {
      case Answer.Failed<List<Row>>(Failure failure) -> new Asked.Failed(failure);
      case Answer.Got<List<Row>>(List<Row> rows) ->
          BookedVouchers.compared(voucher, rows, settings.sameness());
    };
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    if (!asked.key().equals(voucher.key())) {
      throw new IllegalArgumentException("the answer is about another voucher");
    }
    Optional<Failure> unsendable = unsendable(voucher);
    if (unsendable.isPresent()) {
      return new Sent.Failed(unsendable.get());
    }
    VoucherValues values = VoucherValues.of(voucher, settings.fixed(), settings.style());
    String body = settings.template("body").filled(values, settings.format().escaping());
    if (!settings.charset().newEncoder().canEncode(body)) {
      return new Sent.Failed(
          ConnectorForm.FAILURES.of(
              FailureKind.DATA, ConnectorReason.NOT_IN_CHARSET, settings.charset().name()));
    }
    Exchange exchange = http.exchange(call(settings.text("method"), "url", values, body));
    return new SendAnswer(settings).sent(exchange, voucher.key());
  }

  private Optional<Failure> unsendable(Voucher voucher) {
    Optional<String> foreign =
        voucher.lines().stream()
            .map(VoucherLine::foreign)
            .flatMap(Optional::stream)
            .map(other -> other.amount().currency())
            .findFirst();
    if (foreign.isPresent() && !settings.takesForeignLines()) {
      return Optional.of(
          ConnectorForm.FAILURES.of(
              FailureKind.DATA, LedgerReason.FOREIGN_UNSUPPORTED, foreign.get()));
    }
    return VoucherValues.isTooFine(voucher, settings.style())
        ? Optional.of(
            ConnectorForm.FAILURES.of(
                FailureKind.DATA,
                LedgerReason.TOO_FINE,
                settings.style().decimals(),
                voucher.currency()))
        : Optional.empty();
  }

  @Override
  public Duration longestSend() {
    return settings.readTimeout().plus(SPARE);
  }

  private HttpCall lookUp(VoucherKey key, LocalDate date) {
    Map<String, String> names = new HashMap<>(settings.fixed());
    names.put("key", key.value());
    names.put("date", date.toString());
    names.put("year", Integer.toString(date.getYear()));
    names.put("month", Integer.toString(date.getMonthValue()));
    VoucherValues values = new VoucherValues(names, date, List.of());
    String body = settings.template("lookupBody").filled(values, settings.format().escaping());
    return settings.text("lookup").equals("post")
        ? call("POST", "lookupUrl", values, body)
        : new HttpCall(
            "GET", address("lookupUrl", values), headers(values), Optional.empty(), "*/*");
  }

  private HttpCall call(String method, String address, Template.Values values, String body) {
    return new HttpCall(
        method,
        address(address, values),
        headers(values),
        Optional.of(new HttpCall.Body(settings.contentType(), body, settings.charset())),
        "*/*");
  }

  private URI address(String key, Template.Values values) {
    return URI.create(settings.template(key).filled(values, Escaping.ADDRESS));
  }

  private Map<String, String> headers(Template.Values values) {
    return settings.headers(values);
  }
}
