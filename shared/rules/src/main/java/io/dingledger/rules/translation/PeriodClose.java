package io.dingledger.rules.translation;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.PayPeriod;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.Closing;
import io.dingledger.rules.IgnoreReason;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.Usage;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.PeriodVouchers;
import io.dingledger.rules.book.PeriodVouchers.SumBy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Closes a month: applies the rules by person and month, sums up, and makes the voucher. */
final class PeriodClose {
  private static final int FIRST_REVISION = 1;

  /** How pay items are summed when the book does not say it. */
  private static final Set<SumBy> BY_DEPARTMENT = Set.of(SumBy.DEPARTMENT);

  private final IndexedBook index;
  private final RuleBook.Context context;
  private final YearMonth month;
  private final DocumentId id;
  private final Set<SumBy> apart;
  private final PeriodFacts facts;
  private final Set<Reason> reasons = new LinkedHashSet<>();

  PeriodClose(IndexedBook index, RuleBook.Context context, YearMonth month) {
    this.index = index;
    this.context = context;
    this.month = month;
    this.id = DocumentId.ofPayPeriod(month);
    this.apart = index.book().pay().period().map(PeriodVouchers::sumBy).orElse(BY_DEPARTMENT);
    this.facts = new PeriodFacts(index.book(), month);
  }

  Closing close(List<PayItem> all) {
    List<PayItem> booked = withoutOwn(all);
    List<PayItem> made = made(booked);
    List<PayItem> items =
        ActiveItems.uncancelled(Stream.concat(booked.stream(), made.stream()).toList());
    List<PayGroup> groups = PayGroup.of(items, apart, index.book().pay().items().keySet());
    PayPeriod period = new PayPeriod(header(), month, groups.stream().map(PayGroup::sum).toList());
    return new Closing(period, made, translation(period, items.size(), groups));
  }

  /** What an earlier close of the same month made is made anew. */
  private List<PayItem> withoutOwn(List<PayItem> items) {
    Set<PayItemId> own =
        items.stream()
            .filter(item -> item.document().equals(id) && item.reverses().isEmpty())
            .map(PayItem::id)
            .collect(Collectors.toSet());
    return items.stream()
        .filter(item -> !own.contains(item.id()))
        .filter(item -> item.reverses().filter(own::contains).isEmpty())
        .toList();
  }

  private List<PayItem> made(List<PayItem> booked) {
    if (index.rules(Kind.PERSON_MONTH).isEmpty()) {
      return List.of();
    }
    List<PayItem> known =
        ActiveItems.counting(
            withoutOwn(
                Stream.concat(
                        booked.stream(),
                        context.usage().map(Usage::items).orElse(List.of()).stream())
                    .toList()));
    Map<String, List<PayItem>> byPerson =
        known.stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.person().userId(), TreeMap::new, Collectors.toList()));
    Set<String> concerned =
        booked.stream().map(item -> item.person().userId()).collect(Collectors.toSet());
    List<PayItem> made = new ArrayList<>();
    byPerson.forEach(
        (userId, items) -> {
          if (concerned.contains(userId)) {
            made.addAll(ofPerson(items, concerned.size() > 1 ? userId : ""));
          }
        });
    return made;
  }

  /** A person is named as last known. */
  private List<PayItem> ofPerson(List<PayItem> items, String named) {
    PayItem latest =
        items.stream()
            .max(Comparator.comparing(PayItem::day).thenComparing(item -> item.id().value()))
            .orElseThrow();
    Concerned who = new Concerned(latest.person(), latest.department());
    Counted counted = new MonthItems(items, context.usage().isPresent());
    Places places =
        new FactSheet(facts.of(who), List.of(), Set.of())
            .places(new Place.Ground(index, Kind.PERSON_MONTH, counted), named);
    new LinesMaker(index, Kind.PERSON_MONTH, context.ruleBookVersion(), places, reasons).hold();
    return new ItemsMaker(index, context, id, who, reasons)
        .items(Kind.PERSON_MONTH, places, any -> {});
  }

  private DocumentHeader header() {
    return new DocumentHeader(
        id,
        "",
        "薪资期间 " + month,
        new Person("", "", ""),
        new Department("", "", ""),
        month.atEndOfMonth(),
        List.of(),
        Map.of());
  }

  private Translation translation(PayPeriod period, int items, List<PayGroup> groups) {
    boolean worthless = groups.stream().allMatch(group -> group.amount().isZero());
    boolean withoutRules = index.rules(Kind.PAY_PERIOD).isEmpty();
    if (reasons.isEmpty() && (worthless || withoutRules)) {
      IgnoreReason why = worthless ? IgnoreReason.PERIOD_EMPTY : IgnoreReason.PERIOD_WITHOUT_RULES;
      return new Translation.Ignored(Optional.of(period), Reason.of(why, month));
    }
    Places places = places(items, groups);
    LinesMaker maker =
        new LinesMaker(index, Kind.PAY_PERIOD, context.ruleBookVersion(), places, reasons);
    maker.hold();
    List<VoucherLine> lines = maker.lines();
    String summary = maker.summary();
    if (reasons.isEmpty()) {
      missed(groups, places, maker.placesWithLines());
      LinesMaker.check(lines, index.book().currency(), reasons);
    }
    return reasons.isEmpty()
        ? new Translation.Vouchers(period, List.of(voucher(summary, lines)))
        : Translation.Held.of(period, List.copyOf(reasons));
  }

  private Places places(int items, List<PayGroup> groups) {
    Place whole =
        Place.whole(
            new Place.Ground(index, Kind.PAY_PERIOD, Counted.NOTHING),
            new Where("期间 " + month, "Period " + month),
            facts.ofAll(items));
    List<Place> rows = new ArrayList<>();
    for (PayGroup group : groups) {
      int number = rows.size() + 1;
      rows.add(
          whole.row(
              new Where("第 " + number + " 组", "Group " + number),
              number,
              facts.of(group, number, apart)));
    }
    return new Places(whole, rows);
  }

  /** Money that no rule looks at must not be lost without a word. */
  private void missed(List<PayGroup> groups, Places places, Set<Place> withLines) {
    for (int index = 0; index < groups.size(); index++) {
      PayGroup group = groups.get(index);
      Place place = places.rows().get(index);
      if (!group.amount().isZero() && !withLines.contains(place)) {
        reasons.add(
            Reason.of(
                PayReason.GROUP_WITHOUT_LINE,
                place.where().chinese(),
                place.where().english(),
                group.key().month(),
                group.key().item(),
                group.amount().plain()));
      }
    }
  }

  private Voucher voucher(String summary, List<VoucherLine> lines) {
    return new Voucher(
        VoucherKey.of(context.tenant(), id, Purpose.RECORD, FIRST_REVISION),
        id,
        Purpose.RECORD,
        month.atEndOfMonth(),
        index.book().currency(),
        summary,
        0,
        lines);
  }
}
