package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.expression.CannotEvaluate;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.expression.Worth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * One person's pay items as the close of a month may count them: all that concern the month, and of
 * the year those of months before it as well.
 *
 * @param items the person's items that count
 * @param isWholeYear whether those of earlier months are among them
 */
record MonthItems(List<PayItem> items, boolean isWholeYear) implements Counted {
  MonthItems {
    items = List.copyOf(items);
  }

  @Override
  public Worth worth(String path, Total total, Place place, Inputs inputs) {
    if (total.span() == Total.Span.YEAR && !isWholeYear) {
      throw new CannotEvaluate(Reason.of(PayReason.USAGE_MISSING, path));
    }
    LocalDate last = place.day(inputs);
    List<PayItem> counted =
        items.stream()
            .filter(item -> total.span().holdsBoth(item.day(), last))
            .filter(item -> !item.month().isAfter(YearMonth.from(last)))
            .toList();
    BigDecimal sum = total.over(counted);
    String origin = "pay items, " + total.item() + ", " + total.spanWords(last) + " until " + last;
    inputs.add(path, sum.toPlainString(), origin);
    return Worth.named(path, new Value.Decimal(sum));
  }
}
