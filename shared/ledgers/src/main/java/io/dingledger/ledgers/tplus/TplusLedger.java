package io.dingledger.ledgers.tplus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.BookedVouchers;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.BookedVouchers.Sameness;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.SettingValues;
import io.dingledger.ledgers.chanjet.ChanjetClient;
import io.dingledger.ledgers.chanjet.ChanjetClient.Request;
import io.dingledger.ledgers.chanjet.Checkups;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Chanjet T+ (畅捷通 T+) by the open platform: the configured query asks, {@code doc/Create} sends.
 * The book is the one that was authorised; T+ is told the key as {@code ExternalCode}, by which it
 * also refuses repeats by itself. A new voucher leaves once.
 */
final class TplusLedger implements Ledger {
  /** No external code has so many vouchers, so the query does not advance. */
  static final int MOST_PAGES = 20;

  /** Looked for when a connection is tried; no voucher has it. */
  private static final VoucherKey PROBE = new VoucherKey("DL000000000000000000");

  private final TplusSettings settings;
  private final ChanjetClient client;
  private final CreateRequest create;
  private final TplusReply reply;
  private final QueryAnswer answer;

  /** Opens a checked connection; calls nobody yet. */
  TplusLedger(LedgerConnection connection, LedgerTools tools) {
    SettingValues values = SettingValues.of(connection, TplusForm.description());
    this.settings = TplusSettings.of(values);
    this.client = ChanjetClient.of(connection.tenant(), values, TplusForm.FAILURES, tools);
    this.create = new CreateRequest(settings);
    this.reply = new TplusReply(settings);
    this.answer = new QueryAnswer(settings.query());
  }

  @Override
  public Checkup test() {
    List<Finding> findings = new ArrayList<>();
    switch (rows(PROBE)) {
      case Answer.Failed<List<Row>>(Failure failure) ->
          findings.addAll(Checkups.failed(failure, Point.PERMISSION));
      case Answer.Got<List<Row>> looked -> {
        findings.addAll(Checkups.answered());
        findings.add(Checkups.notTold(Point.PERMISSION));
        findings.add(Checkups.notTold(Point.BOOK));
        findings.add(Checkups.notTold(Point.PERIOD));
      }
    }
    return new Checkup(findings);
  }

  /** The services for master data are not among what is known of T+. */
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
    return switch (rows(voucher.key())) {
      case Answer.Failed<List<Row>>(Failure failure) -> new Asked.Failed(failure);
      case Answer.Got<List<Row>>(List<Row> rows) ->
          BookedVouchers.compared(voucher, rows, Sameness.SIDES);
    };
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    if (!asked.key().equals(voucher.key())) {
      throw new IllegalArgumentException("the answer is about another voucher");
    }
    return switch (create.body(voucher)) {
      case Answer.Failed<ObjectNode>(Failure failure) -> new Sent.Failed(failure);
      case Answer.Got<ObjectNode>(ObjectNode body) ->
          switch (client.send(Request.post(settings.createPath(), body))) {
            case Answer.Failed<JsonNode>(Failure failure) -> new Sent.Failed(failure);
            case Answer.Got<JsonNode>(JsonNode said) -> reply.sent(said, voucher.key());
          };
    };
  }

  @Override
  public Duration longestSend() {
    return client.longest(1);
  }

  private Answer<List<Row>> rows(VoucherKey key) {
    List<Row> rows = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      switch (page(key, page)) {
        case Answer.Failed<List<Row>> failed -> {
          return failed;
        }
        case Answer.Got<List<Row>>(List<Row> more) -> {
          rows.addAll(more);
          if (more.isEmpty() || !settings.query().template().hasPages()) {
            return new Answer.Got<>(List.copyOf(rows));
          }
        }
      }
    }
    return new Answer.Failed<>(
        TplusForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.ENDLESS, MOST_PAGES));
  }

  private Answer<List<Row>> page(VoucherKey key, int page) {
    Request request =
        Request.post(settings.query().path(), settings.query().template().body(key, page));
    return switch (client.ask(request)) {
      case Answer.Failed<JsonNode>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<JsonNode>(JsonNode found) -> answer.rows(found, key);
    };
  }
}
