package io.dingledger.ledgers.u8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.yonyou.LoginFinding;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.voucher.Voucher;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * U8+ by its OpenAPI: {@code voucherdetails/batch_get} asks, {@code voucher/add} sends.
 *
 * <p>{@code biz_id} is the vendor's own guard against repeats; the key is also the external number,
 * by which the ledger is asked, and stands in each line's summary. What voucher/add answers after
 * success is not published, so that a voucher counts as posted only when the ledger shows it.
 *
 * <p>Used by several threads.
 */
final class U8Ledger implements Ledger {
  static final String ADD = "/api/voucher/add";

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** An external number that nobody has. */
  private static final String NOBODYS = "DL000000000000000000";

  private final U8Settings settings;
  private final U8Platform platform;
  private final DetailsQuery query;
  private final AddRequest request;
  private final Clock clock;

  /**
   * Opens a checked connection; calls nobody yet.
   *
   * @throws IllegalArgumentException when {@code Ledgers.check} would have found a fault
   */
  U8Ledger(LedgerConnection connection, LedgerTools tools) {
    this.clock = tools.clock();
    this.settings = U8Settings.of(connection);
    this.platform = new U8Platform(connection, settings, tools);
    this.query = new DetailsQuery(settings, platform);
    this.request = new AddRequest(settings);
  }

  /** Whether vouchers may be added, and whether the period is open, can't be told. */
  @Override
  public Checkup test() {
    if (platform.token() instanceof Answer.Failed<Token>(Failure failure)) {
      return new Checkup(LoginFinding.of(failure));
    }
    Finding reachable = new Finding(Point.REACHABLE, new Verdict.Good());
    Finding credentials = new Finding(Point.CREDENTIALS, new Verdict.Good());
    YearMonth month = YearMonth.now(clock.withZone(CHINA));
    return switch (query.page(NOBODYS, month, month, 1)) {
      case Answer.Failed<U8Reply>(Failure failure) ->
          new Checkup(List.of(reachable, credentials, failed(Point.PERMISSION, failure)));
      case Answer.Got<U8Reply>(U8Reply reply) -> {
        boolean good =
            reply.isGood() || settings.search().nothingFoundCodes().contains(reply.code());
        yield good
            ? new Checkup(
                List.of(
                    reachable,
                    credentials,
                    new Finding(Point.PERMISSION, new Verdict.NotTold()),
                    new Finding(Point.BOOK, new Verdict.Good()),
                    new Finding(Point.PERIOD, new Verdict.NotTold())))
            : new Checkup(
                List.of(reachable, credentials, failed(Point.PERMISSION, U8Verdict.ofAsk(reply))));
      }
    };
  }

  @Override
  public MasterData read(MasterData.Kind kind) {
    return new MasterData.NotOffered();
  }

  @Override
  public Asked ask(Voucher voucher) {
    return query.asked(voucher);
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    if (!asked.key().equals(voucher.key())) {
      throw new IllegalArgumentException("the answer is about another voucher");
    }
    return switch (request.body(voucher)) {
      case Answer.Failed<ObjectNode>(Failure failure) -> new Sent.Failed(failure);
      case Answer.Got<ObjectNode>(ObjectNode body) -> sent(voucher, body);
    };
  }

  @Override
  public Attached attach(LedgerReference voucher, Attached.File file) {
    return new Attached.NotOffered();
  }

  /** A token, a voucher, a question, and both again for a question whose token was refused. */
  @Override
  public Duration longestSend() {
    return platform.longestCommandAndQuestion();
  }

  private Sent sent(Voucher voucher, ObjectNode body) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("biz_id", voucher.key().value());
    parameters.put("sync", "1");
    return switch (platform.command(ADD, parameters, body)) {
      case Answer.Failed<U8Reply>(Failure failure) -> new Sent.Failed(failure);
      case Answer.Got<U8Reply>(U8Reply reply) ->
          reply.isGood() ? shown(voucher) : new Sent.Failed(U8Verdict.ofSend(reply));
    };
  }

  private Sent shown(Voucher voucher) {
    return switch (query.asked(voucher)) {
      case Asked.Found(LedgerReference reference) -> new Sent.Posted(reference);
      case Asked.Absent absent -> unclear("success, and the voucher is not shown");
      case Asked.Different different -> unclear("success, and another content is shown");
      case Asked.Several several -> unclear("success, and several are shown");
      case Asked.Failed(Failure failure) ->
          unclear("success, and no answer about the voucher: " + failure.code());
    };
  }

  private static Sent unclear(String how) {
    return new Sent.Failed(U8Form.FAILURES.of(FailureKind.AMBIGUOUS, LedgerReason.UNCLEAR, how));
  }

  private static Finding failed(Point point, Failure failure) {
    return new Finding(point, new Verdict.Failed(failure));
  }
}
