package io.dingledger.rules.simulation;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Travel;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.calendar.DayClass;
import io.dingledger.rules.simulation.Outcome.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what is odd about one document by itself, from what it says and what became of it. */
final class Oddities {
  /** As the translation words it: {@code tables, sickPay, tier from 2 below 4, of years(…) = 2}. */
  private static final Pattern TIER =
      Pattern.compile("tables, .*, tier (.*?), of .* = (-?\\d+(?:\\.\\d+)?)");

  private static final Pattern END = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final int MANY_ROWS = 10;
  private static final int MANY_LINES = 20;
  private static final int LATE_DAYS = 31;
  private static final Set<String> UNKNOWN =
      codes(HoldReason.LOOKUP_UNKNOWN, HoldReason.ACCOUNT_UNMAPPED, HoldReason.RATE_UNKNOWN);
  private static final Set<String> NOT_POSITIVE =
      codes(HoldReason.AMOUNT_NOT_POSITIVE, HoldReason.LINE_NEGATIVE);
  private static final Set<String> FOREIGN = codes(HoldReason.CURRENCY_FOREIGN);

  private final CaseDocument each;
  private final Outcome outcome;
  private final Set<Oddity> found = EnumSet.noneOf(Oddity.class);

  private Oddities(CaseDocument each, Outcome outcome) {
    this.each = each;
    this.outcome = outcome;
  }

  static Set<Oddity> of(CaseDocument each, Outcome outcome) {
    Oddities oddities = new Oddities(each, outcome);
    oddities.fate();
    oddities.times();
    oddities.content();
    oddities.approval();
    return oddities.found;
  }

  private void fate() {
    add(Oddity.FAILED, outcome.state() == State.FAILED);
    add(Oddity.HELD, outcome.state() == State.HELD);
    add(Oddity.UNKNOWN_CATEGORY, isFor(UNKNOWN));
    add(Oddity.FOREIGN, isFor(FOREIGN));
    add(
        Oddity.NOT_POSITIVE,
        isFor(NOT_POSITIVE)
            || lines(outcome).anyMatch(line -> line.amount().isNegative())
            || form().stream().anyMatch(Oddities::isNotPositive));
  }

  private void times() {
    Optional<SourceDocument> document = outcome.document();
    if (document.isEmpty()) {
      return;
    }
    Concerned concerned = Concerned.of(document.get());
    LocalDate first = concerned.first();
    LocalDate last = concerned.last();
    boolean years = first.getYear() != last.getYear();
    add(Oddity.CROSSES_YEAR, years);
    add(Oddity.CROSSES_MONTH, !years && !YearMonth.from(first).equals(YearMonth.from(last)));
    add(
        Oddity.CROSSES_MIDNIGHT,
        document.get() instanceof Overtime overtime && overtime.isOvernight());
    add(Oddity.SEVERAL_PEOPLE, concerned.userIds().size() > 1);
    add(Oddity.LATE, last.plusDays(LATE_DAYS).isBefore(outcome.date()));
    add(
        Oddity.FOREIGN,
        document.get() instanceof Travel travel
            && travel.journeys().stream()
                .anyMatch(journey -> journey.international().orElse(false)));
  }

  private void content() {
    add(Oddity.STATUTORY_DAY, reads(DayClass.STATUTORY));
    add(Oddity.MAKE_UP_DAY, reads(DayClass.MAKE_UP_DAY));
    add(Oddity.TIER_BOUNDARY, explanations(outcome).anyMatch(Oddities::isOnBoundary));
    add(
        Oddity.MANY_ROWS,
        lines(outcome).count() >= MANY_LINES
            || form().stream().anyMatch(component -> component.rows().size() >= MANY_ROWS));
  }

  private void approval() {
    add(
        Oddity.CHANGES_ANOTHER,
        each instanceof CaseDocument.Approval approval
            && approval.detail().action() != ApprovalDetail.Action.NONE);
  }

  private void add(Oddity oddity, boolean applies) {
    if (applies) {
      found.add(oddity);
    }
  }

  private boolean isFor(Set<String> codes) {
    return outcome.reasons().stream().anyMatch(reason -> codes.contains(reason.code()));
  }

  private boolean reads(DayClass dayClass) {
    return explanations(outcome)
        .flatMap(explanation -> explanation.inputs().stream())
        .anyMatch(
            input -> input.name().endsWith(".dayClass") && input.value().equals(dayClass.word()));
  }

  /** Whether a tier was found for a number that is one of the tier's ends. */
  private static boolean isOnBoundary(Explanation explanation) {
    return explanation.inputs().stream()
        .map(input -> TIER.matcher(input.origin()))
        .filter(Matcher::matches)
        .anyMatch(
            tier -> {
              BigDecimal number = new BigDecimal(tier.group(2));
              return END.matcher(tier.group(1))
                  .results()
                  .anyMatch(end -> new BigDecimal(end.group()).compareTo(number) == 0);
            });
  }

  /** The components of its form, for approvals. */
  private List<Form.Component> form() {
    return switch (each) {
      case CaseDocument.Approval approval -> approval.detail().form().components();
      case CaseDocument.Written written -> written.detail().form().components();
      case CaseDocument.Suite suite -> List.of();
      case CaseDocument.Fact fact -> List.of();
    };
  }

  private static boolean isNotPositive(Form.Component component) {
    if (!component.type().equals("MoneyField")) {
      return false;
    }
    try {
      return new BigDecimal(component.value().strip()).signum() <= 0;
    } catch (NumberFormatException blankOrText) {
      return false;
    }
  }

  /** The largest amount that it books or pays. */
  static Optional<BigDecimal> amount(Outcome outcome) {
    return Stream.concat(
            outcome.vouchers().stream().map(Voucher::debit).map(Money::amount),
            outcome.items().stream().map(PayItem::amount).map(Money::amount))
        .map(BigDecimal::abs)
        .max(BigDecimal::compareTo);
  }

  static Stream<VoucherLine> lines(Outcome outcome) {
    return outcome.vouchers().stream().flatMap(voucher -> voucher.lines().stream());
  }

  private static Stream<Explanation> explanations(Outcome outcome) {
    return Stream.concat(
        lines(outcome).map(VoucherLine::explanation),
        outcome.items().stream().map(PayItem::explanation));
  }

  private static Set<String> codes(HoldReason... reasons) {
    return Set.copyOf(Stream.of(reasons).map(HoldReason::code).toList());
  }
}
