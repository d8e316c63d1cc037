package io.dingledger.rules.audit;

import io.dingledger.model.document.PayPeriod;
import io.dingledger.model.document.PayPeriod.Sum;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up the pay items of a month anew, and finds which of them a sum is made of. */
public final class Sums {
  private final Map<Key, List<PayItem>> groups = new LinkedHashMap<>();
  private final PayPeriod period;
  private final boolean byDepartment;
  private final boolean byPerson;

  /**
   * The items of a month.
   *
   * @param items all that are booked in it, those that its close made included
   */
  public Sums(PayPeriod period, Collection<PayItem> items) {
    this.period = period;
    this.byDepartment = period.sums().stream().anyMatch(sum -> !sum.departmentId().isEmpty());
    this.byPerson = period.sums().stream().anyMatch(sum -> !sum.userId().isEmpty());
    for (PayItem item : items) {
      Key key =
          new Key(
              item.item(),
              item.month(),
              byDepartment ? item.department().id() : "",
              byPerson ? item.person().userId() : "");
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(item);
    }
  }

  private record Key(String item, YearMonth concerns, String departmentId, String userId) {
    static Key of(Sum sum) {
      return new Key(sum.item(), sum.concerns(), sum.departmentId(), sum.userId());
    }
  }

  /** The items that a sum of the month is made of. */
  public List<PayItem> of(Sum sum) {
    return List.copyOf(groups.getOrDefault(Key.of(sum), List.of()));
  }

  /** Whether each sum is that of its items; one more verdict for each group that has no sum. */
  public List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    Map<Key, List<PayItem>> left = new LinkedHashMap<>(groups);
    for (Sum sum : period.sums()) {
      List<PayItem> items = left.getOrDefault(Key.of(sum), List.of());
      left.remove(Key.of(sum));
      verdicts.add(compared(sum.item(), items, sum.quantity(), sum.amount().amount()));
    }
    left.forEach(
        (key, items) ->
            verdicts.add(compared(key.item(), items, quantity(items), BigDecimal.ZERO)));
    return verdicts;
  }

  private static Verdict compared(
      String item, List<PayItem> items, BigDecimal quantity, BigDecimal amount) {
    BigDecimal sum =
        items.stream()
            .map(PayItem::amount)
            .map(Money::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(amount) != 0) {
      return differs(item, items, sum, amount);
    }
    return quantity(items).compareTo(quantity) == 0
        ? new Verdict.Agrees()
        : differs(item, items, quantity(items), quantity);
  }

  private static Verdict differs(
      String item, List<PayItem> items, BigDecimal recomputed, BigDecimal stated) {
    return new Verdict.Differs(
        recomputed.toPlainString(),
        Reason.of(
            AuditFinding.DIFFERS,
            recomputed.toPlainString(),
            stated.toPlainString(),
            "Σ " + item + " × " + items.size()));
  }

  private static BigDecimal quantity(List<PayItem> items) {
    return items.stream().map(PayItem::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
