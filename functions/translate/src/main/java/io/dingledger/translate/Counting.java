package io.dingledger.translate;

import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.OutsideWork;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Travel;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.pay.PersonYear;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.PayItemStore;
import io.dingledger.platform.store.PayItemStore.Counted;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Usage;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks up the pay items that conditions of a rule book count, and makes sure that of two documents
 * of one person that are translated at the same time neither misses the other's: whoever is second
 * to be stored finds that the person's year was written to, and is translated anew.
 */
final class Counting {
  private final PayItemStore store;
  private final PayItems payItems;

  Counting(PayItemStore store, PayItems payItems) {
    this.store = store;
    this.payItems = payItems;
  }

  /**
   * What is counted for a document.
   *
   * @param usage what the rule book sees; empty when it counts nothing for this kind
   * @param counts how often the years were written to
   */
  record Seen(Optional<Usage> usage, Map<PersonYear, Long> counts) {
    static final Seen NOTHING = new Seen(Optional.empty(), Map.of());

    /** A context that knows the usage. */
    RuleBook.Context in(RuleBook.Context context) {
      return usage.map(context::counting).orElse(context);
    }
  }

  /**
   * Looks up what a document's translation needs.
   *
   * @param typed the document as DingTalk's suites type it; empty for what a form mapping reads
   * @param record the document's record; what an earlier reading of it made does not count
   * @param replaced the documents that it takes back; what they made does not count any more
   */
  Seen of(
      RuleBook book,
      DocumentHeader header,
      Optional<Reading> typed,
      DocumentRecord record,
      List<DocumentRecord> replaced) {
    if (!counts(book, typed.map(reading -> reading.document().kind()))) {
      return Seen.NOTHING;
    }
    Counted counted = store.counted(record.tenant(), years(header, typed.map(Reading::document)));
    Set<PayItemId> gone = new HashSet<>();
    replaced.forEach(each -> payItems.inEffect(each).forEach(item -> gone.add(item.id())));
    List<PayItem> standing =
        counted.items().stream()
            .filter(item -> !item.document().equals(record.id()) && !gone.contains(item.id()))
            .toList();
    return new Seen(Optional.of(new Usage(standing)), counted.counts());
  }

  /**
   * The outcome with all that must still be so when it is stored, or HELD when there is more of it
   * than can be stored at once.
   */
  Outcome settled(RuleBook book, Tenant tenant, Seen seen, Outcome outcome) {
    Map<PersonYear, Long> counts = new HashMap<>(seen.counts());
    if (countsAnything(book)) {
      Set<PersonYear> missing = new LinkedHashSet<>();
      outcome.items().forEach(item -> missing.add(PersonYear.of(item)));
      missing.removeAll(counts.keySet());
      if (!missing.isEmpty()) {
        counts.putAll(store.counts(tenant, missing));
      }
    }
    int size = outcome.items().size() + counts.size();
    return size > PayItemStore.MOST_AT_ONCE
        ? outcome.held(
            Reason.of(
                AccrualReason.TOO_MANY_ITEMS, outcome.items().size(), PayItemStore.MOST_AT_ONCE))
        : outcome.counted(counts);
  }

  /** Which kind a form's document is, only its mapping tells. */
  private static boolean counts(RuleBook book, Optional<DocumentKind> kind) {
    return kind.map(book::countsUsage).orElseGet(() -> countsAnything(book));
  }

  private static boolean countsAnything(RuleBook book) {
    return Arrays.stream(DocumentKind.values()).anyMatch(book::countsUsage);
  }

  private static Set<PersonYear> years(DocumentHeader header, Optional<SourceDocument> typed) {
    Set<String> people = new LinkedHashSet<>();
    people.add(header.originator().userId());
    if (typed.isPresent() && typed.get() instanceof Overtime overtime) {
      overtime.people().stream().map(PersonNamed::userId).forEach(people::add);
    }
    Set<Year> years = new LinkedHashSet<>();
    Stream.concat(Stream.of(header.businessDate()), typed.stream().flatMap(Counting::days))
        .map(Year::from)
        .forEach(years::add);
    Set<PersonYear> wanted = new LinkedHashSet<>();
    people.stream()
        .filter(userId -> !userId.isEmpty())
        .forEach(userId -> years.forEach(year -> wanted.add(new PersonYear(userId, year))));
    return wanted;
  }

  /** Days that show which years a document touches. */
  private static Stream<LocalDate> days(SourceDocument document) {
    return switch (document) {
      case Overtime overtime ->
          Stream.concat(
              days(overtime.starts(), overtime.ends()),
              overtime.days().stream().map(Overtime.Day::date));
      case Leave leave ->
          Stream.concat(
              days(leave.starts(), leave.ends()), leave.days().stream().map(Leave.Day::date));
      case OutsideWork outside -> days(outside.starts(), outside.ends());
      case Travel travel ->
          travel.journeys().stream().flatMap(each -> days(each.starts(), each.ends()));
      case DailyResult result -> Stream.of(result.header().businessDate());
      default -> Stream.empty();
    };
  }

  private static Stream<LocalDate> days(Moment starts, Moment ends) {
    return Stream.of(starts.day(), ends.day());
  }
}
