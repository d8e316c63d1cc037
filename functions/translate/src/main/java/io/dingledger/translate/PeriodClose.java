package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayMonth;
import io.dingledger.model.pay.PersonYear;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentRecordChange;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.Stumble;
import io.dingledger.platform.observe.LogNames;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.DocumentStore.Source;
import io.dingledger.platform.store.Notices;
import io.dingledger.platform.store.PayItemStore;
import io.dingledger.platform.store.PayItemStore.Booking;
import io.dingledger.platform.store.StoreUnreachable;
import io.dingledger.rules.Closing;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.Usage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Closes months of pay: sums up what is booked in them and hands on the voucher of the sums.
 *
 * <p>The month's document is claimed first, so that the sweep finds what a dead worker left. Then
 * the month is closed, after which nothing more is booked in it; so every try sums up the same.
 * What it comes to is stored at once with the document, under the condition that the claim still
 * stands. A month whose document is HELD without vouchers stays closed and is summed up anew when
 * its close is asked for again.
 */
final class PeriodClose {
  /** So many made items fit beside the document and its vouchers. */
  static final int AT_ONCE = 40;

  private static final System.Logger LOG = System.getLogger(PeriodClose.class.getName());
  private static final String PREFIX = "pay:";
  private static final String CLOSING = "CLOSING";
  private static final int MOST_TRIES = 20;

  private final DocumentStore documents;
  private final PayItemStore payItems;
  private final Notices notices;
  private final RuleBookSource ruleBooks;
  private final MessageQueue<PostWork> vouchers;
  private final OpenDocuments open;
  private final Progress progress;
  private final TranslateSettings settings;
  private final InstantSource clock;

  PeriodClose(
      TranslatePorts ports, Progress progress, TranslateSettings settings, InstantSource clock) {
    this.documents = ports.stores().documents();
    this.payItems = ports.stores().payItems();
    this.notices = ports.stores().notices();
    this.ruleBooks = ports.ruleBooks();
    this.vouchers = ports.vouchers();
    this.open = new OpenDocuments(documents, ports.stores().marks());
    this.progress = progress;
    this.settings = settings;
    this.clock = clock;
  }

  /** For whom a month is closed, and by the rule book that is in force on its last day. */
  private record By(TenantSettings tenant, String version, RuleBook book) {}

  /** Whether a document is a month of pay. */
  static boolean isPayPeriod(DocumentRecord record) {
    return record.id().value().startsWith(PREFIX);
  }

  /** Closes a month, or says why not; what is done already is not done again. */
  void close(TranslateWork.ClosePeriod work) {
    DocumentId id = DocumentId.ofPayPeriod(work.month());
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      DocumentRecord record =
          documents
              .find(work.tenant(), id)
              .orElseGet(
                  () ->
                      DocumentRecord.announced(
                          work.tenant(), id, Optional.empty(), clock.instant()));
      if (step(record, work)) {
        return;
      }
    }
    throw new IllegalStateException("record of " + id + " is written all the time");
  }

  /** A month whose close did not come to its end is due for another try. */
  void again(DocumentRecord record) {
    if (!record.isTranslated()) {
      YearMonth month = YearMonth.parse(record.id().value().substring(PREFIX.length()));
      close(new TranslateWork.ClosePeriod(record.tenant(), month, by(record)));
    }
  }

  private static String by(DocumentRecord record) {
    return record.timeline().stream()
        .filter(entry -> entry.what().equals(CLOSING))
        .map(entry -> entry.detail())
        .reduce("", (earlier, later) -> later);
  }

  /** One try; false when somebody else wrote the record meanwhile. */
  private boolean step(DocumentRecord record, TranslateWork.ClosePeriod work) {
    if (record.isRecorded() || record.state() == DocumentState.IGNORED) {
      queueReady(record);
      return true;
    }
    if (isBeingClosed(record)) {
      return true;
    }
    return switch (ruleBooks.of(work.tenant())) {
      case RuleBookSource.Active.Ready ready ->
          switch (ready.books().on(work.month().atEndOfMonth())) {
            case RuleBooksByDate.InForce.None(Reason reason) ->
                documents.save(held(described(record, work.month()), reason)).isPresent();
            case RuleBooksByDate.InForce.Version inForce ->
                step(record, work, new By(ready.settings(), inForce.version(), inForce.book()));
          };
      case RuleBookSource.Active.Waiting(Failure why, Reason reason) ->
          claim(record, work).map(mine -> failed(mine, why)).isPresent();
      case RuleBookSource.Active.Unusable(Reason reason) ->
          documents.save(held(described(record, work.month()), reason)).isPresent();
    };
  }

  private boolean step(DocumentRecord record, TranslateWork.ClosePeriod work, By by) {
    Optional<Reason> refusal = refusal(by, work.month());
    if (refusal.isPresent()) {
      notices.raise(work.tenant(), notice(work.month()), refusal.get());
      return true;
    }
    return claim(record, work).map(mine -> closed(mine, work, by)).isPresent();
  }

  /** Why a month can't be closed now; what is closed already goes on. */
  private Optional<Reason> refusal(By by, YearMonth month) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), by.tenant().zone());
    if (!today.isAfter(month.atEndOfMonth())) {
      return Optional.of(Reason.of(AccrualReason.PERIOD_NOT_OVER, month));
    }
    List<PayMonth> months = payItems.months(by.tenant().tenant());
    Optional<PayMonth> known =
        months.stream().filter(each -> each.month().equals(month)).findFirst();
    if (known.filter(PayMonth::isClosed).isPresent()) {
      return Optional.empty();
    }
    if (by.book().period().isEmpty()) {
      return Optional.of(Reason.of(AccrualReason.PERIOD_WITHOUT_RULES, month));
    }
    Optional<Reason> earlier =
        months.stream()
            .filter(each -> !each.isClosed() && each.month().isBefore(month))
            .map(each -> Reason.of(AccrualReason.EARLIER_PERIOD_OPEN, month, each.month()))
            .findFirst();
    return earlier.isPresent() || known.isPresent()
        ? earlier
        : months.stream()
            .filter(each -> each.isClosed() && each.month().isAfter(month))
            .map(each -> Reason.of(AccrualReason.LATER_PERIOD_CLOSED, month, each.month()))
            .findFirst();
  }

  private boolean isBeingClosed(DocumentRecord record) {
    return record.state() == DocumentState.FETCHING
        && record.fetch().dueAt().filter(due -> clock.instant().isBefore(due)).isPresent();
  }

  private Optional<DocumentRecord> claim(DocumentRecord record, TranslateWork.ClosePeriod work) {
    Instant leaseEnd = clock.instant().plus(settings.lease());
    DocumentRecord claimed =
        described(record, work.month())
            .changed()
            .state(DocumentState.FETCHING)
            .reasons(List.of())
            .fetch(record.fetch().until(leaseEnd))
            .build();
    return documents.save(note(claimed, CLOSING, work.by()));
  }

  private static DocumentRecord described(DocumentRecord record, YearMonth month) {
    return record
        .changed()
        .kind(DocumentKind.PAY_PERIOD.word())
        .title("薪资 " + month)
        .businessDate(month.atEndOfMonth())
        .build();
  }

  private boolean closed(DocumentRecord mine, TranslateWork.ClosePeriod work, By by) {
    try {
      tell(work, by.tenant());
      payItems.close(work.tenant(), work.month(), clock.instant(), work.by());
      stored(mine, work, by);
    } catch (StoreUnreachable | QueueUnreachable unreachable) {
      throw unreachable;
    } catch (RuntimeException bug) {
      LOG.log(
          System.Logger.Level.ERROR,
          "translate stumbled over "
              + LogNames.of(mine.tenant(), mine.id())
              + ": "
              + Stumble.places(bug));
      progress.failed(mine, Stumble.failure(bug));
    }
    return true;
  }

  private boolean failed(DocumentRecord mine, Failure why) {
    progress.failed(mine, why);
    return true;
  }

  /** What is open now comes too late; that of the month before has had its time. */
  private void tell(TranslateWork.ClosePeriod work, TenantSettings tenant) {
    notices.settle(work.tenant(), notice(work.month().minusMonths(1)));
    int unfinished = open.of(work.tenant(), work.month(), tenant.zone());
    int unread = open.unreadDays(work.tenant(), work.month());
    if (unfinished + unread > 0) {
      notices.raise(
          work.tenant(),
          notice(work.month()),
          Reason.of(AccrualReason.DOCUMENTS_STILL_OPEN, work.month(), unfinished, unread));
    } else {
      notices.settle(work.tenant(), notice(work.month()));
    }
  }

  private static String notice(YearMonth month) {
    return "pay-period:" + month;
  }

  /** From here on nothing is written unless the claim still stands. */
  private void stored(DocumentRecord mine, TranslateWork.ClosePeriod work, By by) {
    if (!payItems.discardAhead(mine, work.month())) {
      return;
    }
    List<PayItem> items = payItems.bookedIn(work.tenant(), work.month());
    Closing closing = by.book().close(context(by, work.month(), items), work.month(), items);
    Source source = new Source("{}", Optional.of(closing.period()), Optional.empty());
    Optional<Progress.Step> step =
        switch (closing.translation()) {
          case Translation.Vouchers made ->
              made(mine, work.month(), closing.made(), made.vouchers(), source);
          case Translation.Accrued accrued ->
              made(mine, work.month(), closing.made(), accrued.vouchers(), source);
          case Translation.Held held ->
              Optional.of(new Progress.Step(held(mine, held.reasons()), Optional.of(source)));
          case Translation.Ignored(var document, Reason reason) ->
              made(mine, work.month(), closing.made(), List.of(), source)
                  .map(stored -> ignored(stored, reason));
        };
    step.flatMap(progress::once).ifPresent(this::queueReady);
  }

  private RuleBook.Context context(By by, YearMonth month, List<PayItem> items) {
    TenantSettings tenant = by.tenant();
    RuleBook.Context context = new RuleBook.Context(tenant.tenant(), tenant.zone(), by.version());
    if (!by.book().countsUsage(DocumentKind.PAY_PERIOD)) {
      return context;
    }
    Year year = Year.of(month.getYear());
    List<PersonYear> years =
        items.stream()
            .map(item -> item.person().userId())
            .distinct()
            .map(userId -> new PersonYear(userId, year))
            .toList();
    return context.counting(new Usage(payItems.counted(tenant.tenant(), years).items()));
  }

  /** Of very many people the items go ahead in portions; empty when the claim is lost meanwhile. */
  private Optional<Progress.Step> made(
      DocumentRecord mine, YearMonth month, List<PayItem> made, List<Voucher> all, Source source) {
    List<BookedPayItem> booked = made.stream().map(item -> new BookedPayItem(item, month)).toList();
    int part = 1;
    int from = 0;
    for (; booked.size() - from > AT_ONCE; from += AT_ONCE) {
      if (!payItems.putAhead(mine, part, booked.subList(from, from + AT_ONCE))) {
        return Optional.empty();
      }
      part++;
    }
    Booking last = new Booking(booked.subList(from, booked.size()), Map.of(), true);
    DocumentRecordChange over = mine.changed().fetch(mine.fetch().ended());
    return Optional.of(progress.made(over, all, last, Optional.of(source)));
  }

  /** There is nothing to post; what was counted is kept all the same. */
  private Progress.Step ignored(Progress.Step step, Reason reason) {
    DocumentRecord next =
        step.next().changed().state(DocumentState.IGNORED).reasons(List.of(reason)).build();
    return new Progress.Step(
        note(next, "IGNORED", reason.code()), step.source(), step.vouchers(), step.booking());
  }

  private DocumentRecord held(DocumentRecord record, Reason reason) {
    return held(record, List.of(reason));
  }

  private DocumentRecord held(DocumentRecord record, List<Reason> reasons) {
    DocumentRecord held =
        record
            .changed()
            .state(DocumentState.HELD)
            .fetch(record.fetch().ended())
            .reasons(reasons)
            .build();
    return note(held, "HELD", String.join(", ", reasons.stream().map(Reason::code).toList()));
  }

  private void queueReady(DocumentRecord record) {
    record.postings().stream()
        .filter(posting -> posting.state() == PostingState.READY)
        .filter(posting -> posting.pending().attempts() == 0)
        .forEach(
            posting -> vouchers.send(new PostWork(record.tenant(), record.id(), posting.key())));
  }

  private DocumentRecord note(DocumentRecord record, String what, String detail) {
    return record.noting(clock.instant(), "translate", what, detail);
  }
}
