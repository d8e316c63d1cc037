package io.dingledger.ledgers.haokuaiji;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.chanjet.ChanjetClient;
import io.dingledger.ledgers.chanjet.ChanjetClient.Request;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for vouchers by {@code acctgTransExactSearch} and keeps those that carry the very key, as
 * external code or in a summary. What was found by the key and does not show it is looked at by
 * {@code getVoucherById}: lists show no summaries of lines.
 *
 * <p>Nothing is there only when every page was read and as many vouchers came as the ledger counts.
 */
final class TransSearch {
  /** More pages than a book of this kind has in a few months. */
  static final int MOST_PAGES = 200;

  /** So many vouchers that were found by a key and do not show it mean that it does not filter. */
  static final int MOST_LOOKED_AT = 20;

  private final HaokuaijiSettings settings;
  private final ChanjetClient client;

  TransSearch(HaokuaijiSettings settings, ChanjetClient client) {
    this.settings = settings;
    this.client = client;
  }

  /** The lines of all vouchers with the voucher's key, around its period. */
  Answer<List<Row>> rows(Voucher voucher) {
    return switch (listed(YearMonth.from(voucher.date()), voucher.key())) {
      case Answer.Failed<List<JsonNode>>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<List<JsonNode>>(List<JsonNode> found) -> ours(found, voucher.key());
    };
  }

  /** Every voucher that the search gives, page by page. */
  Answer<List<JsonNode>> listed(YearMonth period, VoucherKey key) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      switch (page(period, key, page)) {
        case Answer.Failed<Page>(Failure failure) -> {
          return new Answer.Failed<>(failure);
        }
        case Answer.Got<Page>(Page got) -> {
          got.vouchers().forEach(each -> found.put(Json.scalar(each.path("id")), each));
          if (found.size() >= got.total() || got.vouchers().isEmpty()) {
            return found.size() == got.total()
                ? new Answer.Got<>(List.copyOf(found.values()))
                : new Answer.Failed<>(Reply.unreadable("totalCount"));
          }
        }
      }
    }
    return new Answer.Failed<>(
        HaokuaijiForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.ENDLESS, MOST_PAGES));
  }

  private record Page(List<JsonNode> vouchers, int total) {}

  private Answer<Page> page(YearMonth period, VoucherKey key, int page) {
    int around = settings.search().monthsAround();
    ObjectNode wanted =
        Json.object()
            .put("startPeriod", period.minusMonths(around).format(BookPeriods.PERIOD))
            .put("endPeriod", period.plusMonths(around).format(BookPeriods.PERIOD));
    if (settings.search().isByKey()) {
      wanted.put(settings.search().field(), key.value());
    }
    wanted.put("pageCount", page).put("pageSize", settings.search().perPage());
    String query = "?searchParam=" + URLEncoder.encode(Json.text(wanted), StandardCharsets.UTF_8);
    Request request = Request.get(settings.path("AcctgTrans/acctgTransExactSearch") + query);
    return switch (client.ask(request)) {
      case Answer.Failed<JsonNode>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<JsonNode>(JsonNode tree) -> read(tree);
    };
  }

  private static Answer<Page> read(JsonNode tree) {
    return switch (new Reply(tree).asked()) {
      case Answer.Failed<JsonNode>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<JsonNode>(JsonNode content) -> {
        String total = Json.scalar(content.path("totalCount"));
        List<JsonNode> vouchers = new ArrayList<>();
        content.path("result").forEach(vouchers::add);
        boolean whole =
            content.path("result").isArray()
                && total.matches("[0-9]{1,9}")
                && vouchers.stream().noneMatch(each -> Json.scalar(each.path("id")).isEmpty());
        yield whole
            ? new Answer.Got<>(new Page(vouchers, Integer.parseInt(total)))
            : new Answer.Failed<>(Reply.unreadable("acctgTransExactSearch"));
      }
    };
  }

  private Answer<List<Row>> ours(List<JsonNode> found, VoucherKey key) {
    List<Row> rows = new ArrayList<>();
    int lookedAt = 0;
    for (JsonNode voucher : found) {
      boolean ours = BookedTrans.shows(voucher, key);
      if (!ours && settings.search().isByKey()) {
        lookedAt++;
        if (lookedAt > MOST_LOOKED_AT) {
          return new Answer.Failed<>(
              HaokuaijiForm.FAILURES.of(FailureKind.CONFIG, LedgerReason.OTHER_KEY));
        }
        switch (detailShows(Json.scalar(voucher.path("id")), key)) {
          case Answer.Failed<Boolean>(Failure failure) -> {
            return new Answer.Failed<>(failure);
          }
          case Answer.Got<Boolean>(Boolean shown) -> ours = shown;
        }
      }
      if (ours) {
        Optional<List<Row>> lines = BookedTrans.rows(voucher);
        if (lines.isEmpty()) {
          return new Answer.Failed<>(Reply.unreadable("details"));
        }
        rows.addAll(lines.get());
      }
    }
    return new Answer.Got<>(List.copyOf(rows));
  }

  private Answer<Boolean> detailShows(String id, VoucherKey key) {
    String query = "?voucherId=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    return switch (client.ask(Request.get(settings.path("AcctgTrans/getVoucherById") + query))) {
      case Answer.Failed<JsonNode>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<JsonNode>(JsonNode tree) ->
          switch (new Reply(tree).asked()) {
            case Answer.Failed<JsonNode>(Failure failure) -> new Answer.Failed<>(failure);
            case Answer.Got<JsonNode>(JsonNode content) ->
                content.path("details").isArray()
                    ? new Answer.Got<>(BookedTrans.shows(content, key))
                    : new Answer.Failed<>(Reply.unreadable("getVoucherById"));
          };
    };
  }
}
