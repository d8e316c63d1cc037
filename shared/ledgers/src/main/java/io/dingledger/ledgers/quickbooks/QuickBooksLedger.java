package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.BookedVouchers;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.BookedVouchers.Sameness;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.ledgers.http.SharedToken;
import io.dingledger.ledgers.quickbooks.TransactionRequest.Written;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * QuickBooks Online by its accounting interface, version 3.
 *
 * <p>The voucher's key is the document number, by which it is asked for, and makes the request id,
 * by which QuickBooks replays a repeat. A voucher that could have been a bill or a purchase is
 * asked for as those too, so that changing the setting cannot book it twice.
 *
 * <p>Holds a token, names and an HTTP client; used by several threads.
 */
final class QuickBooksLedger implements Ledger {
  private static final Duration SPARE = Duration.ofSeconds(5);

  private final QuickBooksSettings settings;
  private final Clock clock;
  private final QuickBooksApi api;
  private final Names names;
  private final LineResolver resolver;
  private final TransactionRequest request;
  private final QuickBooksCheckup checkup;

  /** Opens a checked connection; calls nobody yet. */
  QuickBooksLedger(LedgerConnection connection, LedgerTools tools) {
    this.settings = QuickBooksSettings.of(connection);
    this.clock = tools.clock();
    LedgerHttp http = new LedgerHttp(settings.readTimeout(), tools.addresses(), clock);
    TokenKey key = settings.tokenKey(settings.realm());
    SharedToken tokens =
        new SharedToken(
            tools.tokens(),
            key,
            new TokenEndpoint(settings, http, clock),
            QuickBooksForm.FAILURES,
            clock,
            settings.readTimeout().plus(SPARE));
    this.api = new QuickBooksApi(settings, http, tokens, clock);
    this.names = new Names(api, clock);
    this.resolver = new LineResolver(settings, names);
    this.request = new TransactionRequest(settings);
    this.checkup = new QuickBooksCheckup(settings, api, tools.tokens(), key, clock);
  }

  @Override
  public Checkup test() {
    return checkup.run();
  }

  @Override
  public MasterData read(MasterData.Kind kind) {
    return QuickBooksMasterData.read(kind, settings, names, api);
  }

  @Override
  public Attached attach(LedgerReference voucher, Attached.File file) {
    return Attachment.attached(api, voucher, file);
  }

  @Override
  public Asked ask(Voucher voucher) {
    List<TransactionKind> kinds =
        TransactionRequest.isExpense(voucher)
            ? List.of(TransactionKind.values())
            : List.of(TransactionKind.JOURNAL_ENTRY);
    List<Found> found = new ArrayList<>();
    for (TransactionKind kind : kinds) {
      String condition = "DocNumber = '" + voucher.key().value() + "'";
      switch (api.all(kind.entity(), "*", condition)) {
        case Answer.Failed<List<JsonNode>>(Failure failure) -> {
          return new Asked.Failed(failure);
        }
        case Answer.Got<List<JsonNode>>(List<JsonNode> entities) ->
            entities.forEach(entity -> found.add(new Found(kind, entity)));
      }
    }
    return found.isEmpty() ? new Asked.Absent(voucher.key()) : compared(voucher, found);
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    if (!asked.key().equals(voucher.key())) {
      throw new IllegalArgumentException("the answer is about another voucher");
    }
    Instant deadline = clock.instant().plus(preparation());
    return switch (resolver.lines(voucher)) {
      case Answer.Failed<List<ResolvedLine>>(Failure failure) -> new Sent.Failed(failure);
      case Answer.Got<List<ResolvedLine>>(List<ResolvedLine> lines) ->
          sent(voucher.key(), request.written(voucher, lines), deadline);
    };
  }

  /** What is not sent within the time for preparation is not sent at all. */
  @Override
  public Duration longestSend() {
    return preparation().plus(settings.readTimeout()).plus(SPARE);
  }

  private Duration preparation() {
    return settings.readTimeout().multipliedBy(2);
  }

  private record Found(TransactionKind kind, JsonNode entity) {}

  /** An account that was added since the list was read makes a difference that is none. */
  private Asked compared(Voucher voucher, List<Found> found) {
    Asked asked = compared(voucher, found, Names.OLDEST);
    return asked instanceof Asked.Different ? compared(voucher, found, Duration.ZERO) : asked;
  }

  private Asked compared(Voucher voucher, List<Found> found, Duration oldest) {
    return switch (names.codesById(settings.accounts(), oldest)) {
      case Answer.Failed<Map<String, String>>(Failure failure) -> new Asked.Failed(failure);
      case Answer.Got<Map<String, String>>(Map<String, String> codes) ->
          compared(voucher, found, new BookedTransactions(settings.currency(), codes));
    };
  }

  private static Asked compared(Voucher voucher, List<Found> found, BookedTransactions booked) {
    List<Row> rows = new ArrayList<>();
    for (Found each : found) {
      switch (booked.rows(each.kind(), each.entity(), voucher.key())) {
        case Answer.Failed<List<Row>>(Failure failure) -> {
          return new Asked.Failed(failure);
        }
        case Answer.Got<List<Row>>(List<Row> more) -> rows.addAll(more);
      }
    }
    return BookedVouchers.compared(voucher, rows, Sameness.NET);
  }

  private Sent sent(VoucherKey key, Written written, Instant deadline) {
    String requestId = TransactionRequest.requestId(key);
    Instant began = clock.instant();
    return switch (api.create(written.kind(), written.content(), requestId, deadline)) {
      case Answer.Got<JsonNode>(JsonNode tree) -> BookedTransactions.sent(tree, key, began);
      case Answer.Failed<JsonNode>(Failure failure) -> {
        if (failure.kind() == FailureKind.DATA) {
          names.forget();
        }
        yield new Sent.Failed(failure);
      }
    };
  }
}
