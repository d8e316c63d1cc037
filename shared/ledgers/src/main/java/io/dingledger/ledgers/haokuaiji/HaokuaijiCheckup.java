package io.dingledger.ledgers.haokuaiji;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.chanjet.ChanjetClient;
import io.dingledger.ledgers.chanjet.Checkups;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.voucher.VoucherKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Tries a connection out by questions alone: periods of the book, and a search. */
final class HaokuaijiCheckup {
  /** Looked for, and held by no voucher. */
  private static final VoucherKey PROBE = new VoucherKey("DL000000000000000000");

  private final ChanjetClient client;
  private final BookPeriods periods;
  private final TransSearch search;

  HaokuaijiCheckup(ChanjetClient client, BookPeriods periods, TransSearch search) {
    this.client = client;
    this.periods = periods;
    this.search = search;
  }

  /**
   * Looks at one point after the other.
   *
   * @param now the current month in China
   */
  Checkup made(YearMonth now) {
    return switch (search.listed(now, PROBE)) {
      case Answer.Failed<List<JsonNode>>(Failure failure) ->
          new Checkup(Checkups.failed(failure, Point.PERMISSION));
      case Answer.Got<List<JsonNode>> searched -> {
        List<Finding> findings = new ArrayList<>(Checkups.answered());
        findings.add(Checkups.notTold(Point.PERMISSION));
        findings.addAll(bookAndPeriod(now));
        yield new Checkup(findings);
      }
    };
  }

  private List<Finding> bookAndPeriod(YearMonth now) {
    return switch (periods.state(client::ask)) {
      case Answer.Failed<BookPeriods.State>(Failure failure) ->
          List.of(Checkups.failed(Point.BOOK, failure));
      case Answer.Got<BookPeriods.State>(BookPeriods.State state) ->
          List.of(
              Checkups.good(Point.BOOK),
              state.isClosed(now)
                  ? Checkups.failed(Point.PERIOD, BookPeriods.closed(now, state))
                  : Checkups.good(Point.PERIOD));
    };
  }
}
