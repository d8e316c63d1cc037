package io.dingledger.ledgers.yonbip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.BookedVouchers;
import io.dingledger.ledgers.BookedVouchers.Row;
import io.dingledger.ledgers.BookedVouchers.Sameness;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Searches for a key. {@code queryVouchers} has no filter for it, so all vouchers of some months
 * are read, and only a list that was read whole counts as absence. A voucher whose summaries were
 * rewritten is recognised by its external source id, which {@code queryVoucherById} tells; where
 * there are no summaries at all, as in drafts, every voucher that may be ours is looked at so.
 */
final class VoucherSearch {
  static final String LIST = "/yonbip/fi/ficloud/openapi/voucher/queryVouchers";
  static final String DETAIL = "/yonbip/EFI/openapi/voucher/queryVoucherById";

  /** More than any book holds in a few months. */
  static final int MOST_PAGES = 500;

  private final YonbipSettings settings;
  private final YonbipGateway gateway;

  VoucherSearch(YonbipSettings settings, YonbipGateway gateway) {
    this.settings = settings;
    this.gateway = gateway;
  }

  /** One search under way. */
  private static final class Progress {
    private final Set<String> ids = new HashSet<>();
    private final List<ListedVoucher> ours = new ArrayList<>();
    private final List<ListedVoucher> suspects = new ArrayList<>();
    private int pageLength;
    private long count;

    boolean isWhole() {
      return ids.size() >= count;
    }
  }

  /** The answer about a voucher. */
  Asked asked(Voucher voucher) {
    return switch (read(voucher)) {
      case Answer.Failed<Progress>(Failure failure) -> new Asked.Failed(failure);
      case Answer.Got<Progress>(Progress progress) -> judged(voucher, progress);
    };
  }

  /** One page of the list; for trying the connection out as well. */
  Answer<YonbipReply> page(YearMonth from, YearMonth until, int page, int length) {
    ObjectNode body = Json.object();
    body.putObject("pager").put("pageIndex", page).put("pageSize", length);
    body.put("accbookCode", settings.header().book())
        .put("periodStart", from.toString())
        .put("periodEnd", until.toString());
    if (settings.search().oneSourceSystem()) {
      body.put("srcSystemCode", settings.header().sourceSystem());
    }
    return gateway.question(LIST, body);
  }

  private Answer<Progress> read(Voucher voucher) {
    YearMonth period = YearMonth.from(voucher.date());
    YearMonth from = period.minusMonths(settings.search().monthsBefore());
    YearMonth until = period.plusMonths(settings.search().monthsAfter());
    Progress progress = new Progress();
    for (int page = 1; page <= MOST_PAGES; page++) {
      switch (page(from, until, page, settings.search().vouchersPerPage())) {
        case Answer.Failed<YonbipReply>(Failure failure) -> {
          return new Answer.Failed<>(failure);
        }
        case Answer.Got<YonbipReply>(YonbipReply reply) -> {
          Answer<Progress> added = added(reply, voucher, progress);
          if (added instanceof Answer.Failed<Progress> || progress.isWhole()) {
            return added;
          }
          if (progress.pageLength == 0) {
            return unreadable("the list changed while it was read");
          }
        }
      }
    }
    return new Answer.Failed<>(
        YonbipForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.ENDLESS, MOST_PAGES));
  }

  private static Answer<Progress> added(YonbipReply reply, Voucher voucher, Progress progress) {
    if (!reply.isGood()) {
      return new Answer.Failed<>(YonbipVerdict.ofAsk(reply));
    }
    JsonNode list = reply.data().path("recordList");
    JsonNode count = reply.data().path("recordCount");
    if (!list.isArray() || !Json.scalar(count).matches("[0-9]{1,9}")) {
      return unreadable("a list");
    }
    if (count.asLong() < progress.count) {
      return unreadable("the list changed while it was read");
    }
    progress.count = count.asLong();
    progress.pageLength = list.size();
    for (JsonNode entry : list) {
      Optional<ListedVoucher> listed = ListedVoucher.of(entry);
      if (listed.isEmpty()) {
        return unreadable("a voucher");
      }
      sorted(listed.get(), voucher, progress);
    }
    return new Answer.Got<>(progress);
  }

  private static void sorted(ListedVoucher listed, Voucher voucher, Progress progress) {
    if (!progress.ids.add(listed.id())) {
      return;
    }
    if (listed.holds(voucher.key())) {
      progress.ours.add(listed);
    } else if (listed.mayHaveBeen(voucher)) {
      progress.suspects.add(listed);
    }
  }

  private Asked judged(Voucher voucher, Progress progress) {
    List<ListedVoucher> ours = progress.ours;
    progress.suspects.sort(Comparator.comparing(suspect -> !suspect.isSilent()));
    int silent = (int) progress.suspects.stream().filter(ListedVoucher::isSilent).count();
    if (silent > settings.search().detailLookups()) {
      return new Asked.Failed(unreadableFailure("vouchers without summaries"));
    }
    int looked = Math.min(progress.suspects.size(), settings.search().detailLookups());
    for (ListedVoucher suspect : progress.suspects.subList(0, looked)) {
      switch (detailHolds(suspect.id(), voucher.key())) {
        case Answer.Failed<Boolean>(Failure failure) -> {
          return new Asked.Failed(failure);
        }
        case Answer.Got<Boolean>(Boolean holds) -> {
          if (holds) {
            ours.add(suspect);
          }
        }
      }
    }
    Optional<ListedVoucher> emptied = ours.stream().filter(our -> our.rows().isEmpty()).findFirst();
    if (emptied.isPresent()) {
      return new Asked.Different(
          new LedgerReference(emptied.get().id(), ""), "该凭证没有分录。 The voucher has no entries.");
    }
    List<Row> rows = ours.stream().map(ListedVoucher::rows).flatMap(List::stream).toList();
    Asked compared = BookedVouchers.compared(voucher, rows, sameness());
    return compared instanceof Asked.Found(LedgerReference reference) && ours.getFirst().isVoid()
        ? new Asked.Different(reference, "该凭证已作废。 The voucher was made void.")
        : compared;
  }

  private Answer<Boolean> detailHolds(String id, VoucherKey key) {
    return switch (gateway.question(DETAIL, Json.object().put("voucherId", id))) {
      case Answer.Failed<YonbipReply>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<YonbipReply>(YonbipReply reply) -> {
        if (!reply.isGood()) {
          yield new Answer.Failed<>(YonbipVerdict.ofAsk(reply));
        }
        yield reply.data().isObject()
            ? new Answer.Got<>(ListedVoucher.sources(reply.data()).contains(key.value()))
            : unreadable("a voucher");
      }
    };
  }

  private Sameness sameness() {
    return settings.summaries().redOnOtherSide() ? Sameness.NET : Sameness.SIDES;
  }

  private static <T> Answer<T> unreadable(String what) {
    return new Answer.Failed<>(unreadableFailure(what));
  }

  private static Failure unreadableFailure(String what) {
    return YonbipForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, what);
  }
}
