package io.dingledger.ledgers.haokuaiji;

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
import io.dingledger.ledgers.SettingValues;
import io.dingledger.ledgers.chanjet.ChanjetClient;
import io.dingledger.ledgers.chanjet.ChanjetClient.Request;
import io.dingledger.ledgers.haokuaiji.BookAccounts.Account;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chanjet Haokuaiji (畅捷通好会计) by the open platform: {@code acctgTransExactSearch} asks, {@code
 * AcctgTrans5} sends. It promises nothing about repeats, so that the search before each sending is
 * the only fence. Before a voucher leaves, the book tells accounts, open periods and the next
 * number; none of these questions is repeated while a sending is under way.
 */
final class HaokuaijiLedger implements Ledger {
  /** Accounts, periods, number, voucher. */
  private static final int REQUESTS_OF_A_SENDING = 4;

  private final HaokuaijiSettings settings;
  private final ChanjetClient client;
  private final TransSearch search;
  private final TransRequest request;
  private final BookPeriods periods;
  private final BookAccounts accounts;
  private final Clock clock;

  /** Opens a checked connection; calls nobody yet. */
  HaokuaijiLedger(LedgerConnection connection, LedgerTools tools) {
    SettingValues values = SettingValues.of(connection, HaokuaijiForm.description());
    this.clock = tools.clock();
    this.settings = HaokuaijiSettings.of(values);
    this.client = ChanjetClient.of(connection.tenant(), values, HaokuaijiForm.FAILURES, tools);
    this.search = new TransSearch(settings, client);
    this.request = new TransRequest(settings);
    this.periods = new BookPeriods(settings, clock);
    this.accounts = new BookAccounts(settings, clock);
  }

  @Override
  public Checkup test() {
    YearMonth now = YearMonth.from(clock.instant().atZone(TransRequest.CHINA));
    return new HaokuaijiCheckup(client, periods, search).made(now);
  }

  @Override
  public MasterData read(MasterData.Kind kind) {
    return new BaseData(client, accounts, periods, settings).read(kind);
  }

  @Override
  public Attached attach(LedgerReference voucher, Attached.File file) {
    return new Attached.NotOffered();
  }

  @Override
  public Asked ask(Voucher voucher) {
    return switch (search.rows(voucher)) {
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
    return request
        .unfit(voucher)
        .or(() -> periods.objection(YearMonth.from(voucher.date()), client::askOnce))
        .<Sent>map(Sent.Failed::new)
        .orElseGet(() -> withAccounts(voucher));
  }

  @Override
  public Duration longestSend() {
    return client.longest(REQUESTS_OF_A_SENDING);
  }

  private Sent withAccounts(Voucher voucher) {
    if (!settings.readsAccounts()) {
      return withNumber(voucher, Map.of());
    }
    Set<String> wanted =
        voucher.lines().stream().map(VoucherLine::account).collect(Collectors.toSet());
    return switch (accounts.accounts(wanted, client::askOnce)) {
      case Answer.Failed<Map<String, Account>>(Failure failure) -> new Sent.Failed(failure);
      case Answer.Got<Map<String, Account>>(Map<String, Account> known) -> {
        Optional<Failure> unknown = TransRequest.unknownAccount(voucher, known);
        yield unknown.isPresent() ? new Sent.Failed(unknown.get()) : withNumber(voucher, known);
      }
    };
  }

  private Sent withNumber(Voucher voucher, Map<String, Account> known) {
    return switch (number(voucher)) {
      case Answer.Failed<String>(Failure failure) -> new Sent.Failed(failure);
      case Answer.Got<String>(String number) -> {
        Request sending =
            Request.post(
                settings.path(request.service(voucher)), request.body(voucher, number, known));
        yield switch (client.send(sending)) {
          case Answer.Failed<JsonNode>(Failure failure) -> new Sent.Failed(failure);
          case Answer.Got<JsonNode>(JsonNode tree) -> TransReply.sent(tree, voucher.key());
        };
      }
    };
  }

  /** The next number, which is at most five characters long. It is not reserved by asking. */
  private Answer<String> number(Voucher voucher) {
    Request question =
        Request.post(
            settings.path("AcctgTrans/init"),
            Json.object()
                .put("period", TransRequest.period(voucher.date()))
                .put("acctgTransCategoryId", settings.voucherCategory()));
    return switch (client.askOnce(question)) {
      case Answer.Failed<JsonNode>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<JsonNode>(JsonNode tree) -> {
        Reply reply = new Reply(tree);
        String number = Json.scalar(reply.content().path("code"));
        boolean usable = reply.content().has("acctgPeriod") && number.matches("[0-9A-Za-z-]{1,5}");
        yield switch (reply.asked()) {
          case Answer.Failed<JsonNode>(Failure failure) -> new Answer.Failed<>(failure);
          case Answer.Got<JsonNode> read ->
              usable ? new Answer.Got<>(number) : new Answer.Failed<>(Reply.unreadable("init"));
        };
      }
    };
  }
}
