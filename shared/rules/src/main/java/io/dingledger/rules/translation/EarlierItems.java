package io.dingledger.rules.translation;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.Usage;
import io.dingledger.rules.expression.CannotEvaluate;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.expression.Worth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One person's pay items as a document may count them: those of days before a row's day, and those
 * that earlier rows of the same document made on that day. What other documents make on the same
 * day is not counted, for nothing orders it.
 */
final class EarlierItems implements Counted {
  private final IndexedBook index;
  private final String userId;
  private final Optional<List<PayItem>> known;
  private final List<PayItem> made = new ArrayList<>();

  /**
   * The items of a person.
   *
   * @param usage all that is known; empty when it was not looked up
   * @param document what is translated: what it made before does not count
   */
  EarlierItems(IndexedBook index, Optional<Usage> usage, DocumentId document, String userId) {
    this.index = index;
    this.userId = userId;
    this.known =
        usage.map(
            found ->
                ActiveItems.counting(found.items()).stream()
                    .filter(item -> item.person().userId().equals(userId))
                    .filter(item -> !item.document().equals(document))
                    .toList());
  }

  /** Rows that come later count these too. */
  void made(List<PayItem> items) {
    made.addAll(items);
  }

  @Override
  public Worth worth(String path, Total total, Place place, Inputs inputs) {
    LocalDate day = place.day(inputs);
    List<PayItem> items =
        known.orElseThrow(() -> new CannotEvaluate(Reason.of(PayReason.USAGE_MISSING, path)));
    List<PayItem> counted =
        Stream.concat(
                items.stream().filter(item -> item.day().isBefore(day)),
                made.stream().filter(item -> !item.day().isAfter(day)))
            .filter(item -> total.span().holdsBoth(item.day(), day))
            .toList();
    BigDecimal sum = total.over(counted);
    String origin = "pay items, " + total.item() + ", " + total.spanWords(day) + " before " + day;
    inputs.add(path, sum.toPlainString(), origin);
    return Worth.named(path, new Value.Decimal(sum));
  }

  /** Adds a reason for each later item that was made of totals which lack one of these items. */
  void checkOrder(List<PayItem> items, Set<Reason> reasons) {
    for (PayItem item : items) {
      known.orElse(List.of()).stream()
          .filter(later -> later.day().isAfter(item.day()) && hadCounted(later, item))
          .findFirst()
          .ifPresent(
              later ->
                  reasons.add(
                      Reason.of(
                          PayReason.OUT_OF_ORDER,
                          userId,
                          item.item(),
                          item.day(),
                          later.day(),
                          later.item())));
    }
  }

  /** By what it read; or because rules of its kind might have read it and then made nothing. */
  private boolean hadCounted(PayItem later, PayItem item) {
    Stream<Total> read =
        later.explanation().inputs().stream()
            .map(input -> Total.of(input.name()))
            .flatMap(Optional::stream);
    Stream<Total> mayRead =
        index.kindOfRule(later.explanation().rule()).stream()
            .flatMap(kind -> index.totals(kind).stream());
    return Stream.concat(read, mayRead)
        .anyMatch(
            total ->
                total.item().equals(item.item())
                    && total.span().holdsBoth(later.day(), item.day()));
  }
}
