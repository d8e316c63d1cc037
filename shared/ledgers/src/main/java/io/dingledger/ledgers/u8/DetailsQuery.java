package io.dingledger.ledgers.u8;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.BookedVouchers;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.BookedVouchers.Sameness;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.u8.U8Settings.Search;
import io.dingledger.ledgers.yonyou.Summaries;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks {@code voucherdetails/batch_get} for the entries with an external number. The answer does
 * not repeat that number, so that the key in the summaries shows whether the filter worked.
 */
final class DetailsQuery {
  static final String PATH = "/api/voucherdetails/batch_get";

  /** A voucher with so many entries does not exist, so the query does not advance. */
  static final int MOST_PAGES = 100;

  private static final Pattern PERIOD = Pattern.compile("([0-9]{4})[-/]?([0-9]{1,2})[-/]?.*");
  private static final int NOT_TOLD = -1;

  private final U8Settings settings;
  private final U8Platform platform;

  DetailsQuery(U8Settings settings, U8Platform platform) {
    this.settings = settings;
    this.platform = platform;
  }

  /** Entries by what names them, each once; and how many there are to be. */
  private static final class Progress {
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private int added;
    private int pageLength;
    private int expected = NOT_TOLD;
  }

  /** The answer about a voucher. */
  Asked asked(Voucher voucher) {
    return switch (read(voucher)) {
      case Answer.Failed<Progress>(Failure failure) -> new Asked.Failed(failure);
      case Answer.Got<Progress>(Progress progress) ->
          BookedVouchers.compared(voucher, List.copyOf(progress.rows.values()), Sameness.SIDES);
    };
  }

  /** One page of the entries with a number; for trying the connection out as well. */
  Answer<U8Reply> page(String number, YearMonth from, YearMonth until, int page) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("date_begin", from.atDay(1).toString());
    parameters.put("date_end", until.atEndOfMonth().toString());
    parameters.put("coutno_id", number);
    parameters.put("page_index", Integer.toString(page));
    parameters.put("rows_per_page", Integer.toString(settings.search().rowsPerPage()));
    return platform.question(PATH, parameters);
  }

  private Answer<Progress> read(Voucher voucher) {
    Search search = settings.search();
    YearMonth month = YearMonth.from(voucher.date());
    YearMonth from = month.minusMonths(search.monthsBefore());
    YearMonth until = month.plusMonths(search.monthsAfter());
    Progress progress = new Progress();
    for (int page = 1; page <= MOST_PAGES; page++) {
      switch (page(voucher.key().value(), from, until, page)) {
        case Answer.Failed<U8Reply>(Failure failure) -> {
          return new Answer.Failed<>(failure);
        }
        case Answer.Got<U8Reply>(U8Reply reply) -> {
          Answer<Progress> added = added(reply, voucher.key(), progress);
          if (added instanceof Answer.Failed<Progress> || isWhole(progress)) {
            return added;
          }
          if (progress.added == 0) {
            return unreadable("fewer rows than told");
          }
        }
      }
    }
    return new Answer.Failed<>(
        U8Form.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.ENDLESS, MOST_PAGES));
  }

  /** Without a count a short page is the last one, and so is one with nothing new. */
  private boolean isWhole(Progress progress) {
    return progress.expected == NOT_TOLD
        ? progress.added == 0 || progress.pageLength < settings.search().rowsPerPage()
        : progress.rows.size() >= progress.expected;
  }

  private Answer<Progress> added(U8Reply reply, VoucherKey key, Progress progress) {
    if (settings.search().nothingFoundCodes().contains(reply.code()) && progress.rows.isEmpty()) {
      return new Answer.Got<>(progress);
    }
    if (!reply.isGood()) {
      return new Answer.Failed<>(U8Verdict.ofAsk(reply));
    }
    JsonNode list = reply.tree().path(settings.search().detailsField());
    String count = Json.scalar(reply.tree().path("row_count"));
    progress.expected = count.matches("[0-9]{1,6}") ? Integer.parseInt(count) : NOT_TOLD;
    if (!list.isContainerNode() && progress.expected != 0) {
      return unreadable("a list");
    }
    progress.added = 0;
    progress.pageLength = 0;
    // A list of one is told as the one itself where the platform translates from XML.
    Iterable<JsonNode> entries = list.isObject() ? List.of(list) : list;
    for (JsonNode entry : entries) {
      Optional<Failure> fault = added(entry, key, progress);
      if (fault.isPresent()) {
        return new Answer.Failed<>(fault.get());
      }
    }
    return new Answer.Got<>(progress);
  }

  private static Optional<Failure> added(JsonNode entry, VoucherKey key, Progress progress) {
    Optional<Row> row = row(entry);
    String line = Json.scalar(entry.path("inid"));
    if (row.isEmpty() || line.isEmpty()) {
      return Optional.of(
          U8Form.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, "a row"));
    }
    boolean told = entry.has("coutno_id");
    boolean ours =
        told
            ? Json.scalar(entry.path("coutno_id")).equals(key.value())
            : Summaries.holds(text(entry, "digest", "cdigest"), key);
    if (!ours) {
      return Optional.of(U8Form.FAILURES.of(FailureKind.CONFIG, LedgerReason.OTHER_KEY));
    }
    progress.pageLength++;
    if (progress.rows.putIfAbsent(row.get().voucher() + "/" + line, row.get()) == null) {
      progress.added++;
    }
    return Optional.empty();
  }

  /**
   * A voucher is named by its month, its type where it is told, and its number. What the fields are
   * called beside these is not published: some may have the names of the table {@code gl_accvouch}.
   */
  private static Optional<Row> row(JsonNode entry) {
    Matcher period = PERIOD.matcher(text(entry, "date", "dbill_date"));
    String number = Json.scalar(entry.path("ino_id"));
    String account = text(entry, "code", "ccode");
    Optional<BigDecimal> debit = Json.decimal(entry.path("md"));
    Optional<BigDecimal> credit = Json.decimal(entry.path("mc"));
    boolean told = entry.has("md") || entry.has("mc");
    if (!period.matches() || number.isEmpty() || !told || debit.isEmpty() || credit.isEmpty()) {
      return Optional.empty();
    }
    String month = period.group(1) + "-" + (period.group(2).length() == 1 ? "0" : "");
    String voucher = month + period.group(2) + "/" + Json.scalar(entry.path("csign")) + number;
    return Optional.of(new Row(voucher, number, account, debit.get(), credit.get()));
  }

  private static String text(JsonNode entry, String usual, String other) {
    return Json.scalar(entry.path(entry.has(usual) ? usual : other));
  }

  private static <T> Answer<T> unreadable(String what) {
    return new Answer.Failed<>(
        U8Form.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, what));
  }
}
