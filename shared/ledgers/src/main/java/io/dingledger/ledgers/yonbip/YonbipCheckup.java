package io.dingledger.ledgers.yonbip;

import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.yonbip.BookQuery.Named;
import io.dingledger.ledgers.yonbip.DataCentre.Addresses;
import io.dingledger.ledgers.yonyou.LoginFinding;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries a connection out: data centre, token, a look at the vouchers, book, period. Whether
 * vouchers may be added, and whether a period is open, can't be told without writing.
 */
final class YonbipCheckup {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final YonbipSettings settings;
  private final YonbipGateway gateway;
  private final VoucherSearch search;
  private final BookQuery books;
  private final Clock clock;

  YonbipCheckup(
      YonbipSettings settings,
      YonbipGateway gateway,
      VoucherSearch search,
      BookQuery books,
      Clock clock) {
    this.settings = settings;
    this.gateway = gateway;
    this.search = search;
    this.books = books;
    this.clock = clock;
  }

  /** All findings up to the first point without which the rest can't be looked at. */
  Checkup made() {
    List<Finding> findings = new ArrayList<>();
    if (gateway.addresses() instanceof Answer.Failed<Addresses>(Failure failure)) {
      return with(findings, Point.REACHABLE, new Verdict.Failed(failure));
    }
    if (gateway.token() instanceof Answer.Failed<Token>(Failure failure)) {
      return new Checkup(LoginFinding.of(failure));
    }
    with(findings, Point.REACHABLE, new Verdict.Good());
    with(findings, Point.CREDENTIALS, new Verdict.Good());
    YearMonth month = YearMonth.now(clock.withZone(CHINA));
    Optional<Failure> refused = listing(month);
    if (refused.isPresent()) {
      return with(findings, Point.PERMISSION, new Verdict.Failed(refused.get()));
    }
    with(findings, Point.PERMISSION, new Verdict.NotTold());
    return bookAndPeriod(findings, month);
  }

  private Optional<Failure> listing(YearMonth month) {
    return switch (search.page(month, month, 1, 1)) {
      case Answer.Failed<YonbipReply>(Failure failure) -> Optional.of(failure);
      case Answer.Got<YonbipReply>(YonbipReply reply) ->
          reply.isGood() ? Optional.empty() : Optional.of(YonbipVerdict.ofAsk(reply));
    };
  }

  private Checkup bookAndPeriod(List<Finding> findings, YearMonth month) {
    return switch (books.books()) {
      case Answer.Failed<List<Named>>(Failure failure) ->
          with(findings, Point.BOOK, new Verdict.Failed(failure));
      case Answer.Got<List<Named>>(List<Named> all) -> {
        String code = settings.header().book();
        Optional<Named> book = all.stream().filter(each -> each.code().equals(code)).findFirst();
        if (book.isEmpty()) {
          yield with(findings, Point.BOOK, unknown("账簿", code));
        }
        with(findings, Point.BOOK, new Verdict.Good());
        yield with(findings, Point.PERIOD, period(book.get().periodScheme(), month.toString()));
      }
    };
  }

  private Verdict period(String scheme, String month) {
    return switch (books.periods(scheme)) {
      case Answer.Failed<List<Named>>(Failure failure) -> new Verdict.Failed(failure);
      case Answer.Got<List<Named>>(List<Named> all) ->
          all.stream().anyMatch(each -> each.code().equals(month))
              ? new Verdict.NotTold()
              : unknown("会计期间", month);
    };
  }

  private static Verdict unknown(String what, String code) {
    return new Verdict.Failed(
        YonbipForm.FAILURES.of(FailureKind.CONFIG, LedgerReason.NAME_UNKNOWN, what, code));
  }

  private static Checkup with(List<Finding> findings, Point point, Verdict verdict) {
    findings.add(new Finding(point, verdict));
    return new Checkup(findings);
  }
}
