package io.dingledger.local.report;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.rules.pay.PayDrillDown;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the product promises, as far as a run of the demo month can show it. */
public enum Promise {
  NOTHING_IS_LOST("每张单据都有去处", "Every document ended somewhere", Promise::isSomewhere),
  NOTHING_IS_POSTED_TWICE(
      "凭证不重不漏", "Each voucher is in the ledger exactly once", Promise::isOnceInTheLedger),
  EVERY_LINE_IS_EXPLAINED("每行都说得清来历", "Every line is explained", Promise::isExplained),
  ENDS_AS_EXPECTED("结果与预期一致", "All ended as expected", Promise::isAsExpected),
  AMOUNTS_ARE_EXACT("金额分毫不差", "Amounts are exact to the cent", Promise::isExact),
  CHANGES_TAKE_EFFECT(
      "撤销后净额为零,修改后只有一张生效",
      "Withdrawn: net effect zero; modified: one voucher in effect",
      Promise::hasNetEffect),
  PERIODS_ADD_UP(
      "薪资凭证的每一行都等于其薪资项目之和",
      "Each line of a period's voucher is the sum of its pay items",
      Promise::addsUp);

  private static final String PAY_PERIOD = DocumentKind.PAY_PERIOD.word();

  private static final Set<DocumentState> ENDS =
      EnumSet.of(
          DocumentState.POSTED,
          DocumentState.ACCRUED,
          DocumentState.HELD,
          DocumentState.PARKED,
          DocumentState.IGNORED);

  private final String chinese;
  private final String english;
  private final BiPredicate<Outcome, List<Outcome>> keeps;

  Promise(String chinese, String english, Predicate<Outcome> keeps) {
    this(chinese, english, (outcome, all) -> keeps.test(outcome));
  }

  Promise(String chinese, String english, BiPredicate<Outcome, List<Outcome>> keeps) {
    this.chinese = chinese;
    this.english = english;
    this.keeps = keeps;
  }

  /** In Chinese. */
  public String chinese() {
    return chinese;
  }

  /** In English. */
  public String english() {
    return english;
  }

  /** The outcomes that break it; none when it is kept. */
  public List<Outcome> brokenBy(List<Outcome> outcomes) {
    return outcomes.stream().filter(outcome -> !keeps.test(outcome, outcomes)).toList();
  }

  /** Whether all promises are kept. */
  public static boolean areAllKept(List<Outcome> outcomes) {
    for (Promise promise : values()) {
      if (!promise.brokenBy(outcomes).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSomewhere(Outcome outcome) {
    return outcome
        .record()
        .filter(record -> ENDS.contains(record.state()))
        .filter(record -> record.state() != DocumentState.HELD || hasReason(record))
        .filter(record -> record.state() != DocumentState.IGNORED || !record.reasons().isEmpty())
        .isPresent();
  }

  private static boolean hasReason(DocumentRecord record) {
    return !record.reasons().isEmpty() || record.hasPostings();
  }

  private static boolean isOnceInTheLedger(Outcome outcome) {
    boolean posted =
        outcome.record().filter(record -> record.state() == DocumentState.POSTED).isPresent();
    return posted
        ? outcome.booked().size() == outcome.vouchers().size() && !outcome.booked().isEmpty()
        : outcome.booked().size() <= outcome.vouchers().size();
  }

  private static boolean isExplained(Outcome outcome) {
    return outcome.vouchers().stream()
        .flatMap(voucher -> voucher.lines().stream())
        .allMatch(
            line -> {
              Explanation explanation = line.explanation();
              return !explanation.rule().isBlank()
                  && !explanation.ruleBookVersion().isBlank()
                  && !explanation.arithmetic().isBlank()
                  && !explanation.inputs().isEmpty()
                  && explanation.result().equals(line.amount());
            });
  }

  private static boolean isAsExpected(Outcome outcome) {
    return outcome
        .record()
        .filter(record -> record.state() == outcome.document().expected().state())
        .filter(record -> hasExpectedReason(record, outcome.document().expected().reason()))
        .isPresent();
  }

  private static boolean hasExpectedReason(DocumentRecord record, Optional<String> code) {
    return code.isEmpty()
        || record.reasons().stream().anyMatch(reason -> reason.code().equals(code.get()));
  }

  private static boolean isExact(Outcome outcome) {
    return outcome
        .document()
        .expected()
        .debit()
        .map(BigDecimal::new)
        .map(
            expected ->
                sum(outcome, Outcome.Booked::debit).compareTo(expected) == 0
                    && sum(outcome, Outcome.Booked::credit).compareTo(expected) == 0)
        .orElse(outcome.booked().isEmpty());
  }

  /** What all documents of one number together leave in the ledger's books. */
  private static boolean hasNetEffect(Outcome outcome, List<Outcome> all) {
    Optional<BigDecimal> effect = outcome.document().expected().effect().map(BigDecimal::new);
    if (effect.isEmpty()) {
      return true;
    }
    List<Outcome.Booked> booked =
        all.stream()
            .filter(each -> each.document().number().equals(outcome.document().number()))
            .flatMap(each -> each.booked().stream())
            .toList();
    long reversed = booked.stream().filter(each -> each.purpose() == Purpose.REVERSE).count();
    long inEffect = booked.size() - 2 * reversed;
    return inEffect == effect.get().signum()
        && sum(booked, Outcome.Booked::debit).compareTo(effect.get()) == 0
        && sum(booked, Outcome.Booked::credit).compareTo(effect.get()) == 0;
  }

  /**
   * Each pay item has an explanation, and each line of their month's voucher leads to its items.
   */
  private static boolean addsUp(Outcome outcome) {
    boolean explained =
        outcome.items().stream()
            .map(PayItem::explanation)
            .allMatch(why -> !why.arithmetic().isBlank() && !why.inputs().isEmpty());
    boolean isOfPeriod =
        outcome.record().filter(record -> record.kind().equals(PAY_PERIOD)).isPresent();
    PayDrillDown drillDown = new PayDrillDown(outcome.items());
    return explained
        && (!isOfPeriod
            || outcome.vouchers().stream()
                .flatMap(voucher -> voucher.lines().stream())
                .allMatch(
                    line ->
                        drillDown.of(line).stream()
                            .map(PayItem::amount)
                            .reduce(Money::plus)
                            .filter(line.amount()::equals)
                            .isPresent()));
  }

  private static BigDecimal sum(
      List<Outcome.Booked> booked, Function<Outcome.Booked, BigDecimal> side) {
    return booked.stream().map(side).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sum(Outcome outcome, Function<Outcome.Booked, BigDecimal> side) {
    return sum(outcome.booked(), side);
  }
}
