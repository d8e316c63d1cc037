package io.dingledger.translate;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.platform.Stumble;
import io.dingledger.platform.observe.LogNames;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.platform.store.DocumentStore.Sibling;
import io.dingledger.platform.store.StoreRefused;
import io.dingledger.platform.store.StoreUnreachable;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Fetches a claimed approval's detail, applies the rule book of its date and stores what came of
 * it.
 */
final class Fetch {
  private static final System.Logger LOG = System.getLogger(Fetch.class.getName());

  private final Details details;
  private final Readings readings;
  private final Predecessors predecessors;
  private final Replacement replacement;
  private final Counting counting;
  private final Progress progress;

  Fetch(
      Details details,
      Readings readings,
      Predecessors predecessors,
      Replacement replacement,
      Counting counting,
      Progress progress) {
    this.details = details;
    this.readings = readings;
    this.predecessors = predecessors;
    this.replacement = replacement;
    this.counting = counting;
    this.progress = progress;
  }

  /**
   * Fetches and translates a document that this worker has claimed.
   *
   * @param stored called with the stored record once there are vouchers
   */
  void andTranslate(
      DocumentRecord claimed,
      EventSubject.Approval approval,
      RuleBookSource.Active.Ready tenant,
      Consumer<DocumentRecord> stored) {
    try {
      switch (details.of(claimed, tenant.settings().app(), approval)) {
        case Answer.Failed<Details.Known>(Failure why) -> progress.failed(claimed, why);
        case Answer.Got<Details.Known>(Details.Known known) ->
            fetched(claimed, approval, tenant, known, stored);
      }
    } catch (StoreUnreachable | QueueUnreachable unreachable) {
      throw unreachable;
    } catch (RuntimeException bug) {
      stumbled(claimed, bug);
    }
  }

  /** A bug, or content that the store refuses, must not leave a document turning in circles. */
  void stumbled(DocumentRecord claimed, RuntimeException bug) {
    log(claimed, bug);
    progress.failed(claimed, Stumble.failure(bug));
  }

  private static void log(DocumentRecord claimed, RuntimeException bug) {
    LOG.log(
        System.Logger.Level.ERROR,
        "translate stumbled over "
            + LogNames.of(claimed.tenant(), claimed.id())
            + ": "
            + Stumble.places(bug));
  }

  /** Why this claimed document can't even be fetched now. */
  void refused(DocumentRecord claimed, Failure why) {
    progress.failed(claimed, why);
  }

  private void fetched(
      DocumentRecord claimed,
      EventSubject.Approval approval,
      RuleBookSource.Active.Ready tenant,
      Details.Known known,
      Consumer<DocumentRecord> stored) {
    ApprovalDetail detail = known.detail();
    Optional<Outcome> unapproved = unapproved(detail, approval.phase());
    if (unapproved.isPresent()) {
      progress.stored(claimed, mine -> progress.unapproved(mine, detail, unapproved.get()));
    } else if (detail.isApproved()) {
      approved(claimed, tenant, known, stored);
    } else {
      progress.failed(
          claimed,
          Failure.of(
              FailureKind.NOT_READY,
              "dingtalk",
              "DETAIL-LAGS",
              "the event says approved, the detail says " + detail.status()));
    }
  }

  /** Only a finish promises consent; after anything else a running approval simply still runs. */
  private static Optional<Outcome> unapproved(ApprovalDetail detail, Phase phase) {
    if (detail.status() == ApprovalDetail.Status.TERMINATED) {
      return Optional.of(Outcome.ignored(Reason.of(TranslateReason.TERMINATED)));
    }
    if (detail.result() == ApprovalDetail.Result.REFUSE) {
      return Optional.of(Outcome.ignored(Reason.of(TranslateReason.REFUSED)));
    }
    boolean runs = detail.status() == ApprovalDetail.Status.RUNNING && phase != Phase.FINISH;
    return runs
        ? Optional.of(new Outcome("", Optional.empty(), Optional.empty(), new Outcome.Running()))
        : Optional.empty();
  }

  private void approved(
      DocumentRecord claimed,
      RuleBookSource.Active.Ready tenant,
      Details.Known known,
      Consumer<DocumentRecord> stored) {
    ApprovalDetail detail = known.detail();
    Progress.Fetched fetched = new Progress.Fetched(detail, self(detail), known.isStored());
    progress.announced(claimed, detail, fetched.self());
    Optional<DocumentRecord> ended = translated(claimed, tenant, fetched);
    ended.ifPresent(stored);
    ended.ifPresent(record -> lookAfterOthers(child(record, fetched.self(), detail)));
  }

  /** A bug here must not cost a call with each try. */
  private Optional<DocumentRecord> translated(
      DocumentRecord claimed, RuleBookSource.Active.Ready tenant, Progress.Fetched fetched) {
    try {
      return settled(claimed, tenant, fetched);
    } catch (StoreUnreachable | QueueUnreachable | StoreRefused refused) {
      throw refused;
    } catch (RuntimeException bug) {
      log(claimed, bug);
      progress.failed(claimed, fetched, Stumble.failure(bug));
      return Optional.empty();
    }
  }

  private Optional<DocumentRecord> settled(
      DocumentRecord claimed, RuleBookSource.Active.Ready tenant, Progress.Fetched fetched) {
    Lineage lineage = predecessors.settle(child(claimed, fetched.self(), fetched.detail()));
    // While an earlier document is on its way, nothing else need be read.
    if (lineage instanceof Lineage.Waits waits) {
      return waiting(claimed, fetched, waits.forWhom());
    }
    return switch (readings.of(tenant.settings(), fetched.detail())) {
      case Answer.Failed<Readings.Seen>(Failure why) -> {
        progress.failed(claimed, fetched, why);
        yield Optional.empty();
      }
      case Answer.Got<Readings.Seen>(Readings.Seen seen) ->
          joined(claimed, lineage, new Progress.Read(fetched, seen), tenant);
    };
  }

  /**
   * A later document may mark this one until it is stored; then its lineage has changed. And a
   * month may be closed, or more may be booked of what was counted.
   */
  private Optional<DocumentRecord> joined(
      DocumentRecord claimed,
      Lineage first,
      Progress.Read read,
      RuleBookSource.Active.Ready tenant) {
    DocumentRecord mine = claimed;
    Lineage lineage = first;
    for (int attempt = 0; attempt < Progress.MOST_TRIES; attempt++) {
      if (lineage instanceof Lineage.Waits waits) {
        return waiting(mine, read.fetched(), waits.forWhom());
      }
      Optional<DocumentRecord> saved =
          progress.once(progress.translated(mine, read, outcome(mine, read, lineage, tenant)));
      Optional<DocumentRecord> again = saved.isPresent() ? saved : progress.stillMine(mine);
      if (saved.isPresent() || again.isEmpty()) {
        return saved;
      }
      mine = again.get();
      lineage = predecessors.settle(child(mine, read.self(), read.detail()));
    }
    throw new IllegalStateException("record of " + claimed.id() + " is written all the time");
  }

  private Outcome outcome(
      DocumentRecord mine,
      Progress.Read read,
      Lineage lineage,
      RuleBookSource.Active.Ready tenant) {
    Readings.Seen seen = read.seen();
    return switch (tenant.books().on(seen.header().businessDate())) {
      case RuleBooksByDate.InForce.None(Reason reason) ->
          outcome(read, lineage, new Translation.Held("", List.of(reason)));
      case RuleBooksByDate.InForce.Version inForce -> {
        List<DocumentRecord> replaced =
            lineage instanceof Lineage.Settled settled ? settled.replaced() : List.of();
        RuleBook book = inForce.book();
        Counting.Seen counted = counting.of(book, seen.header(), seen.suite(), mine, replaced);
        Outcome outcome = outcome(read, lineage, translation(tenant, inForce, read, counted));
        yield counting.settled(book, mine.tenant(), counted, outcome);
      }
    };
  }

  private Outcome outcome(Progress.Read read, Lineage lineage, Translation translation) {
    return switch (lineage) {
      case Lineage.Settled settled ->
          replacement.outcome(read.self().action(), settled, read.seen().header(), translation);
      case Lineage.Doubtful(Reason doubt) -> replacement.doubtful(doubt, translation);
      case Lineage.Waits waits -> throw new IllegalStateException("has no outcome yet");
    };
  }

  private Optional<DocumentRecord> waiting(
      DocumentRecord claimed, Progress.Fetched fetched, DocumentId forWhom) {
    progress.failed(
        claimed,
        fetched,
        Failure.of(
            FailureKind.PREDECESSOR, "dingledger", "PREDECESSOR", "waits for " + forWhom.value()));
    return Optional.empty();
  }

  /** By the version in force on the document's date, however late it is translated. */
  private static Translation translation(
      RuleBookSource.Active.Ready tenant,
      RuleBooksByDate.InForce.Version inForce,
      Progress.Read read,
      Counting.Seen counted) {
    RuleBook.Context context =
        new RuleBook.Context(
            tenant.settings().tenant(), tenant.settings().zone(), inForce.version());
    return inForce
        .book()
        .translate(
            counted.in(context), read.detail(), read.seen().suite(), read.seen().directory());
  }

  /**
   * Its worker may have died right after storing it: those who wait for it are looked for again.
   */
  void lookAgainAfterOthers(DocumentRecord record, EventSubject.Approval approval) {
    details
        .stored(record, approval)
        .ifPresent(detail -> lookAfterOthers(child(record, self(detail), detail)));
  }

  private void lookAfterOthers(Predecessors.Child child) {
    predecessors.wakeLater(child);
    predecessors.wakeIfParentCame(child);
  }

  private static Sibling self(ApprovalDetail detail) {
    return new Sibling(
        detail.id(), detail.action(), detail.finishedAt().orElse(detail.createdAt()));
  }

  private static Predecessors.Child child(
      DocumentRecord record, Sibling self, ApprovalDetail detail) {
    return new Predecessors.Child(
        record, self, detail.mainInstanceId().map(DocumentId::new), detail.businessId());
  }
}
