package io.dingledger.translate;

import io.dingledger.model.document.Directory;
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
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.platform.store.StoreUnreachable;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Applies the rule book of its day to a fact that no approval brings, and stores what came of it.
 */
final class FactTranslation {
  private static final System.Logger LOG = System.getLogger(FactTranslation.class.getName());

  /** Only for facts that are kept until their tenant is known; they are read again then. */
  private static final ZoneId DINGTALK_ZONE = ZoneId.of("Asia/Shanghai");

  private final Directories directories;
  private final Replacement replacement;
  private final PayItems payItems;
  private final Counting counting;
  private final Progress progress;
  private final MessageQueue<PostWork> vouchers;

  FactTranslation(
      Directories directories,
      Replacement replacement,
      PayItems payItems,
      Counting counting,
      Progress progress,
      MessageQueue<PostWork> vouchers) {
    this.directories = directories;
    this.replacement = replacement;
    this.payItems = payItems;
    this.counting = counting;
    this.progress = progress;
    this.vouchers = vouchers;
  }

  /**
   * A fact.
   *
   * @param title what people see; names nobody
   * @param userId whose it is
   * @param day the working day, in the tenant's zone
   * @param raw what it is kept as
   * @param reader types it
   */
  record Fact(
      DocumentKind kind,
      String title,
      String userId,
      LocalDate day,
      String raw,
      Function<DocumentHeader, Reading> reader) {}

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
    Optional<Reason> unwanted = inForce.book().outOfScope(fact.kind());
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
      return switch (directories.of(ready.settings().app(), fact.userId(), "", List.of())) {
        case Answer.Failed<Directory>(Failure why) -> progress.factFailed(record, why, fact.raw());
        case Answer.Got<Directory>(Directory directory) ->
            stored(record, fact, outcome(record, ready, inForce, fact, directory));
      };
    } catch (StoreUnreachable | QueueUnreachable unreachable) {
      throw unreachable;
    } catch (RuntimeException bug) {
      LOG.log(
          System.Logger.Level.ERROR,
          "translate stumbled over " + record.id() + ": " + Stumble.places(bug));
      return progress.factFailed(record, Stumble.failure(bug), fact.raw());
    }
  }

  private Outcome outcome(
      DocumentRecord record,
      RuleBookSource.Active.Ready ready,
      RuleBooksByDate.InForce.Version inForce,
      Fact fact,
      Directory directory) {
    DocumentHeader header =
        Headers.of(record.id(), fact.title(), fact.userId(), fact.day(), directory);
    TenantSettings tenant = ready.settings();
    Reading reading = fact.reader().apply(header);
    RuleBook book = inForce.book();
    Counting.Seen counted = counting.of(book, header, Optional.of(reading), record, List.of());
    RuleBook.Context context =
        new RuleBook.Context(tenant.tenant(), tenant.zone(), inForce.version());
    Translation translation = book.translate(counted.in(context), reading);
    Outcome outcome = adjusted(record, replacement.unreplaced(header, translation));
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
    return stored(
        record, fact, new Outcome(fact.kind().word(), Optional.empty(), Optional.empty(), ending));
  }

  private boolean stored(DocumentRecord record, Fact fact, Outcome outcome) {
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
