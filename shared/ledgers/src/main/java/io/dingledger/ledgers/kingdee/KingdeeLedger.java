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
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
  private final KingdeeServices services;
  private final VoucherQuery query;
  private final SaveRequest save;

  /**
   * Opens a checked connection; calls nobody yet.
   *
   * @param tools gives the time of signatures and of waits
   * @throws IllegalArgumentException when {@code Ledgers.check} would have found a fault
   */
  KingdeeLedger(LedgerConnection connection, LedgerTools tools) {
    Clock clock = tools.clock();
    this.settings = KingdeeSettings.of(connection);
    LedgerHttp http = new LedgerHttp(settings.readTimeout(), tools.addresses(), clock);
    Access access =
        settings.mode() == AuthenticationMode.SIGNED_HEADERS
            ? new SignedHeaders(settings.credentials(), clock)
            : new SessionAccess(settings, http, clock);
    this.services = new KingdeeServices(settings, http, access);
    this.query = new VoucherQuery(settings);
    this.save = new SaveRequest(settings);
  }

  @Override
  public Checkup test() {
    return new KingdeeCheckup(settings, services).made();
  }

  @Override
  public MasterData read(MasterData.Kind kind) {
    return new BaseData(settings, services).read(kind);
  }

  @Override
  public Attached attach(LedgerReference voucher, Attached.File file) {
    return switch (services.upload(AttachmentRequest.data(voucher, file))) {
      case Answer.Failed<KingdeeReply>(Failure failure) -> new Attached.Failed(failure);
      case Answer.Got<KingdeeReply>(KingdeeReply.Status status) ->
          status.success() ? new Attached.Done() : new Attached.Failed(Verdict.ofSend(status));
      case Answer.Got<KingdeeReply>(KingdeeReply unclear) ->
          new Attached.Failed(Verdict.ofUnclear(unclear, Errand.SEND));
    };
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
      case Answer.Got<ObjectNode>(ObjectNode data) -> saved(services.save(data));
    };
  }

  /** A log-in and a Save, each with its own time-out, and some time to spare. */
  @Override
  public Duration longestSend() {
    return settings.readTimeout().multipliedBy(2).plus(SPARE);
  }

  private static Sent saved(Answer<KingdeeReply> answer) {
    return switch (answer) {
      case Answer.Failed<KingdeeReply>(Failure failure) -> new Sent.Failed(failure);
      case Answer.Got<KingdeeReply>(KingdeeReply reply) -> SaveReply.sent(reply);
    };
  }

  private Answer<List<Row>> page(VoucherKey key, int startRow) {
    return switch (services.query(query.data(key, startRow))) {
      case Answer.Failed<KingdeeReply>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<KingdeeReply>(KingdeeReply.Rows(var rows)) -> query.rows(rows, key);
      case Answer.Got<KingdeeReply>(KingdeeReply notRows) ->
          new Answer.Failed<>(Verdict.ofNoRows(notRows));
    };
  }
}
