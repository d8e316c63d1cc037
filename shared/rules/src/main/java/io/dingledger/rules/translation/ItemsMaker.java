package io.dingledger.rules.translation;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.pay.PaySign;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.book.Rule.Making.Pay;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Applies a kind's rules that make pay items, for one person whom a document concerns. */
final class ItemsMaker {
  private final IndexedBook index;
  private final RuleBook.Context context;
  private final DocumentId document;
  private final Concerned who;
  private final Set<Reason> reasons;

  ItemsMaker(
      IndexedBook index,
      RuleBook.Context context,
      DocumentId document,
      Concerned who,
      Set<Reason> reasons) {
    this.index = index;
    this.context = context;
    this.document = document;
    this.who = who;
    this.reasons = reasons;
  }

  /**
   * The items, place by place, so that later rows can count those of earlier ones.
   *
   * @param made is told the items of each place when all of its rules are done
   */
  List<PayItem> items(Kind kind, Places places, Consumer<List<PayItem>> made) {
    List<PayItem> all = new ArrayList<>();
    List<Place> inOrder = new ArrayList<>(places.of(false));
    inOrder.addAll(places.rows());
    for (Place place : inOrder) {
      List<PayItem> here = new ArrayList<>();
      for (Rule rule : index.rules(kind)) {
        if (rule.making() instanceof Pay pay && rule.eachRow() == place.number() > 0) {
          LinesMaker.collecting(reasons, () -> apply(rule, pay, place).ifPresent(here::add));
        }
      }
      made.accept(here);
      all.addAll(here);
    }
    return all;
  }

  private Optional<PayItem> apply(Rule rule, Pay pay, Place place) {
    Inputs inputs = new Inputs();
    if (!LinesMaker.holds(rule.when(), place, inputs)) {
      return Optional.empty();
    }
    Book book = index.book();
    Worth quantity = pay.quantity().evaluate(place, inputs, book.rounding());
    Worth factor = pay.factor().evaluate(place, inputs, book.rounding());
    Worth rate = pay.rate().evaluate(place, inputs, book.rounding());
    boolean counts = pay.item().sign() == PaySign.NONE;
    Worth worth = counts ? quantity : pay.amount().evaluate(place, inputs, book.rounding());
    if (isNegative(rule, pay, quantity) || isNegative(rule, pay, worth)) {
      return Optional.empty();
    }
    if (quantity.number().signum() == 0) {
      return Optional.empty();
    }
    Money amount =
        counts
            ? Money.zero(book.currency())
            : Money.rounded(worth.number(), book.currency(), book.rounding());
    int decimals = counts ? Math.max(0, worth.number().scale()) : book.scale();
    Explanation explanation =
        new Explanation(
            rule.name(),
            context.ruleBookVersion(),
            inputs.inputs(),
            worth.text(),
            book.rounding() + " " + decimals,
            amount);
    return Optional.of(
        item(rule, pay, place, numbers(quantity, factor, rate), amount, explanation));
  }

  private static List<BigDecimal> numbers(Worth quantity, Worth factor, Worth rate) {
    return List.of(quantity.number(), factor.number(), rate.number());
  }

  private boolean isNegative(Rule rule, Pay pay, Worth worth) {
    boolean negative = worth.number().signum() < 0;
    if (negative) {
      reasons.add(
          Reason.of(
              PayReason.PAY_NEGATIVE,
              rule.name(),
              pay.item().name(),
              worth.number().toPlainString(),
              worth.text()));
    }
    return negative;
  }

  private PayItem item(
      Rule rule,
      Pay pay,
      Place place,
      List<BigDecimal> numbers,
      Money amount,
      Explanation explanation) {
    return new PayItem(
        PayItemId.of(
            context.tenant(), document, who.person().userId(), rule.name(), place.number()),
        document,
        who.person(),
        who.department(),
        pay.item().name(),
        pay.item().code(),
        pay.item().unit(),
        pay.item().sign(),
        place.day(new Inputs()),
        numbers.get(0),
        numbers.get(1),
        numbers.get(2),
        pay.item().sign() == PaySign.DEDUCTION ? amount.negated() : amount,
        explanation,
        Optional.empty());
  }
}
