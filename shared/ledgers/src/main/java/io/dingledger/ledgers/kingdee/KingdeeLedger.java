package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.BookedVouchers;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.BookedVouchers.Sameness;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.HttpCall;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.ledgers.kingdee.Access.Pass;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Kingdee Cloud Galaxy (金蝶云·星空) by its WebAPI: {@code ExecuteBillQuery} asks, {@code Save} sends.
 *
 * <p>Kingdee knows no request id. The voucher's key is kept in a text field, the ledger is asked
 * for it, and {@code ValidateRepeatJson} is a second fence of unpublished length. A question is
 * repeated once after a lost session; a Save is never repeated here.
 *
 * <p>Holds a session and an HTTP client; used by several threads.
 */
final class KingdeeLedger implements Ledger {
  /** A voucher with so many entries does not exist, so the query does not advance. */
  static final int MOST_PAGES = 100;

  private static final Duration SPARE = Duration.ofSeconds(5);

  private final KingdeeSettings settings;
  private final LedgerHttp http;
  private final Access access;
  private final VoucherQuery query;
  private final SaveRequest save;
  private final URI queryAddress;
  private final URI saveAddress;

  /**
   * Opens a checked connection; calls nobody yet.
   *
   * @param tools gives the time of signatures and of waits
   * @throws IllegalArgumentException when {@code Ledgers.check} would have found a fault
   */
  KingdeeLedger(LedgerConnection connection, LedgerTools tools) {
    Clock clock = tools.clock();
    this.settings = KingdeeSettings.of(connection);
    this.http = new LedgerHttp(settings.readTimeout(), tools.addresses(), clock);
    this.access =
        settings.mode() == AuthenticationMode.SIGNED_HEADERS
            ? new SignedHeaders(settings.credentials(), clock)
            : new SessionAccess(settings, http, clock);
    this.query = new VoucherQuery(settings);
    this.save = new SaveRequest(settings);
    this.queryAddress = settings.address("DynamicFormService.ExecuteBillQuery");
    this.saveAddress = settings.address("DynamicFormService.Save");
  }

  @Override
  public Checkup test() {
    return new Checkup(List.of());
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
    List<Row> rows = new ArrayList<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      switch (page(voucher.key(), rows.size())) {
        case Answer.Failed<List<Row>>(Failure failure) -> {
          return new Asked.Failed(failure);
        }
        case Answer.Got<List<Row>>(List<Row> more) -> {
          rows.addAll(more);
          if (more.size() < settings.rowsPerQuery()) {
            return BookedVouchers.compared(voucher, rows, Sameness.SIDES);
          }
        }
      }
    }
    return new Asked.Failed(
        KingdeeForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.ENDLESS, MOST_PAGES));
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    if (!asked.key().equals(voucher.key())) {
      throw new IllegalArgumentException("the answer is about another voucher");
    }
    return switch (save.data(voucher)) {
      case Answer.Failed<ObjectNode>(Failure failure) -> new Sent.Failed(failure);
      case Answer.Got<ObjectNode>(ObjectNode data) ->
          switch (access.pass(saveAddress)) {
            case Answer.Failed<Pass>(Failure failure) -> new Sent.Failed(failure);
            case Answer.Got<Pass>(Pass pass) -> saved(saveBody(data), pass);
          };
    };
  }

  /** A log-in and a Save, each with its own time-out, and some time to spare. */
  @Override
  public Duration longestSend() {
    return settings.readTimeout().multipliedBy(2).plus(SPARE);
  }

  private Sent saved(String body, Pass pass) {
    return switch (exchanged(saveAddress, body, pass, Errand.SEND)) {
      case Answer.Failed<KingdeeReply>(Failure failure) -> new Sent.Failed(failure);
      case Answer.Got<KingdeeReply>(KingdeeReply reply) -> {
        if (Verdict.endsSession(reply)) {
          access.renew(pass);
        }
        yield SaveReply.sent(reply);
      }
    };
  }

  private Answer<List<Row>> page(VoucherKey key, int startRow) {
    return switch (queried(queryBody(query.data(key, startRow)), true)) {
      case Answer.Failed<KingdeeReply>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<KingdeeReply>(KingdeeReply.Rows(var rows)) -> query.rows(rows, key);
      case Answer.Got<KingdeeReply>(KingdeeReply.Status status) ->
          new Answer.Failed<>(
              status.success() ? Verdict.ofUnclear(status, Errand.ASK) : Verdict.ofAsk(status));
      case Answer.Got<KingdeeReply>(KingdeeReply unclear) ->
          new Answer.Failed<>(Verdict.ofUnclear(unclear, Errand.ASK));
    };
  }

  private Answer<KingdeeReply> queried(String body, boolean mayRenew) {
    return switch (access.pass(queryAddress)) {
      case Answer.Failed<Pass>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Pass>(Pass pass) -> {
        Answer<KingdeeReply> answer = exchanged(queryAddress, body, pass, Errand.ASK);
        boolean lost =
            answer instanceof Answer.Got<KingdeeReply>(KingdeeReply reply)
                && Verdict.endsSession(reply);
        yield lost && access.renew(pass) && mayRenew ? queried(body, false) : answer;
      }
    };
  }

  private Answer<KingdeeReply> exchanged(URI target, String body, Pass pass, Errand errand) {
    Exchange exchange = http.exchange(HttpCall.postJson(target, pass.headers(), body));
    Optional<Failure> failure = KingdeeForm.FAILURES.ofTransport(exchange, errand);
    if (failure.isPresent()) {
      if (failure.get().kind() == FailureKind.CONFIG) {
        access.renew(pass);
      }
      return new Answer.Failed<>(failure.get());
    }
    return new Answer.Got<>(KingdeeReply.read(((Exchange.Answered) exchange).body()));
  }

  private String saveBody(ObjectNode data) {
    ObjectNode body = Json.object();
    if (settings.positional()) {
      body.set("parameters", Json.array().add(SaveRequest.FORM).add(Json.text(data)));
    } else {
      body.put("formid", SaveRequest.FORM).set("data", data);
    }
    return Json.text(body);
  }

  private String queryBody(ObjectNode data) {
    ObjectNode body = Json.object();
    body.set(
        settings.positional() ? "parameters" : "data",
        settings.positional() ? Json.array().add(Json.text(data)) : data);
    return Json.text(body);
  }
}
