package io.dingledger.translate;

import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.work.PostWork;
import io.dingledger.platform.Stumble;
import io.dingledger.platform.observe.LogNames;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.platform.store.StoreUnreachable;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Applies the rule book of its day to a fact that no approval brings, and stores what came of it.
 */
final class FactTranslation {
  private static final System.Logger LOG = System.getLogger(FactTranslation.class.getName());

  /** Only for facts that are kept until their tenant is known; they are read again then. */
  private static final ZoneId DINGTALK_ZONE = ZoneId.of("Asia/Shanghai");

  private final Replacement replacement;
  private final PayItems payItems;
  private final Counting counting;
  private final Progress progress;
  private final MessageQueue<PostWork> vouchers;

  FactTranslation(
      Replacement replacement,
      PayItems payItems,
      Counting counting,
      Progress progress,
      MessageQueue<PostWork> vouchers) {
    this.replacement = replacement;
    this.payItems = payItems;
    this.counting = counting;
    this.progress = progress;
    this.vouchers = vouchers;
  }

  /**
   * A fact.
   *
   * @param kind what it is
   * @param title what people see
   * @param day the day on which it counts, in the tenant's zone
   * @param raw what it is kept as
   * @param content what it says
   */
  record Fact(DocumentKind kind, String title, LocalDate day, String raw, Content content) {}

  /** What a fact says, and how a rule book is applied to it. */
  interface Content {
    /** Why a rule book does not want it; empty when it does. */
    Optional<Reason> unwanted(RuleBook book);

    /** The fact with the people whom it names. */
    Answer<Prepared> prepared(TenantSettings tenant, DocumentRecord record);

    /** Its vouchers are about to be stored. */
    default void aboutToBePosted(DocumentRecord record) {}
  }

  /**
   * A fact that is ready to be translated.
   *
   * @param header what it has in common with all documents
   * @param typed the typed document; empty where only the rule book's form mapping types it
   * @param translation applies a rule book to it
   */
  record Prepared(
      DocumentHeader header,
      Optional<Reading> typed,
      BiFunction<RuleBook, RuleBook.Context, Translation> translation) {}

  /** The zone of a tenant's days. */
  static ZoneId zone(RuleBookSource.Active active) {
    return active instanceof RuleBookSource.Active.Ready ready
        ? ready.settings().zone()
        : DINGTALK_ZONE;
  }

  /** Translates; false when somebody else wrote the record meanwhile. */
  boolean of(DocumentRecord record, RuleBookSource.Active active, Fact fact) {
    DocumentRecord titled = record.changed().title(fact.title()).businessDate(fact.day()).build();
    return switch (active) {
      case RuleBookSource.Active.Waiting(Failure why, Reason reason) ->
          progress.factFailed(titled, why, fact.raw());
      case RuleBookSource.Active.Unusable(Reason reason) ->
          ended(titled, fact, new Outcome.Held(List.of(reason)));
      case RuleBookSource.Active.Ready ready ->
          switch (ready.books().on(fact.day())) {
            case RuleBooksByDate.InForce.None(Reason reason) ->
                ended(titled, fact, new Outcome.Held(List.of(reason)));
            case RuleBooksByDate.InForce.Version inForce -> wanted(titled, ready, inForce, fact);
          };
    };
  }

  private boolean wanted(
      DocumentRecord record,
      RuleBookSource.Active.Ready ready,
      RuleBooksByDate.InForce.Version inForce,
      Fact fact) {
    Optional<Reason> unwanted = fact.content().unwanted(inForce.book());
    if (unwanted.isEmpty()) {
      return translated(record, ready, inForce, fact);
    }
    // What was accrued while such facts were wanted stays so.
    return record.hasPayItems() || ended(record, fact, new Outcome.Ignored(unwanted.get()));
  }

  private boolean translated(
      DocumentRecord record,
      RuleBookSource.Active.Ready ready,
      RuleBooksByDate.InForce.Version inForce,
      Fact fact) {
    try {
      return switch (fact.content().prepared(ready.settings(), record)) {
        case Answer.Failed<Prepared>(Failure why) -> progress.factFailed(record, why, fact.raw());
        case Answer.Got<Prepared>(Prepared prepared) ->
            stored(record, fact, outcome(record, ready, inForce, prepared));
      };
    } catch (StoreUnreachable | QueueUnreachable unreachable) {
      throw unreachable;
    } catch (RuntimeException bug) {
      LOG.log(
          System.Logger.Level.ERROR,
          "translate stumbled over "
              + LogNames.of(record.tenant(), record.id())
              + ": "
              + Stumble.places(bug));
      return progress.factFailed(record, Stumble.failure(bug), fact.raw());
    }
  }

  private Outcome outcome(
      DocumentRecord record,
      RuleBookSource.Active.Ready ready,
      RuleBooksByDate.InForce.Version inForce,
      Prepared prepared) {
    TenantSettings tenant = ready.settings();
    RuleBook book = inForce.book();
    Counting.Seen counted =
        counting.of(book, prepared.header(), prepared.typed(), record, List.of());
    RuleBook.Context context =
        new RuleBook.Context(tenant.tenant(), tenant.zone(), inForce.version());
    Translation translation = prepared.translation().apply(book, counted.in(context));
    Outcome outcome = adjusted(record, replacement.unreplaced(prepared.header(), translation));
    return counting.settled(book, tenant.tenant(), counted, outcome);
  }

  /**
   * A fact that was accrued before: what it says now takes the place of what it said then. While it
   * is doubtful what it says now, the earlier items stay.
   */
  private Outcome adjusted(DocumentRecord record, Outcome outcome) {
    if (!record.hasPayItems()) {
      return outcome;
    }
    return switch (outcome.ending()) {
      case Outcome.Made(List<Voucher> made, List<PayItem> items) ->
          outcome.ending(new Outcome.Made(made, payItems.adjusting(record, items)));
      case Outcome.Ignored ignored ->
          outcome.ending(new Outcome.Made(List.of(), payItems.adjusting(record, List.of())));
      case Outcome.Held held -> outcome;
      case Outcome.Running running -> outcome;
    };
  }

  private boolean ended(DocumentRecord record, Fact fact, Outcome.Ending ending) {
    return ended(record, fact.kind().word(), fact.raw(), ending);
  }

  /** Ends without a translation; false when somebody else wrote the record meanwhile. */
  boolean ended(DocumentRecord record, String kind, String raw, Outcome.Ending ending) {
    Outcome outcome = new Outcome(kind, Optional.empty(), Optional.empty(), ending);
    return progress.once(progress.fact(record, outcome, raw)).isPresent();
  }

  /** A try that failed; false when somebody else wrote the record meanwhile. */
  boolean failed(DocumentRecord record, Failure why, String raw) {
    return progress.factFailed(record, why, raw);
  }

  private boolean stored(DocumentRecord record, Fact fact, Outcome outcome) {
    if (outcome.ending() instanceof Outcome.Made made && !made.vouchers().isEmpty()) {
      fact.content().aboutToBePosted(record);
    }
    Optional<DocumentRecord> saved = progress.once(progress.fact(record, outcome, fact.raw()));
    saved.ifPresent(
        stored -> {
          for (Posting posting : stored.postings()) {
            vouchers.send(new PostWork(stored.tenant(), stored.id(), posting.key()));
          }
        });
    return saved.isPresent();
  }
}
