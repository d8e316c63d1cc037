package io.dingledger.retry;

import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.RetryWork.ConnectionBack;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Makes due what is parked for a connection that works again, or for a tenant that was resumed, one
 * after another, so that the ledger is not stormed; the sweep hands it on when its time has come.
 * What it does not get to is due by itself within hours.
 */
public final class Waking {
  private static final System.Logger LOG = System.getLogger(Waking.class.getName());
  private static final int PAGE = 100;

  /** After this time another message goes on: the function has a minute, and more to do. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final DocumentStore documents;
  private final MessageQueue<RetryWork> failures;
  private final RetrySettings settings;
  private final InstantSource clock;

  Waking(
      DocumentStore documents,
      MessageQueue<RetryWork> failures,
      RetrySettings settings,
      InstantSource clock) {
    this.documents = documents;
    this.failures = failures;
    this.settings = settings;
    this.clock = clock;
  }

  /** Wakes a number of documents and leaves the rest to another message of its kind. */
  void wake(ConnectionBack back) {
    int woken = back.woken();
    Optional<String> cursor = back.cursor();
    Instant ends = clock.instant().plus(LONGEST);
    for (int page = 0; page < settings.wakePages() && clock.instant().isBefore(ends); page++) {
      Page<DocumentRecord> parked =
          documents.list(back.tenant(), Optional.of(DocumentState.PARKED), cursor, PAGE);
      for (DocumentRecord record : parked.items()) {
        woken += wake(record, dueAt(back, woken)) ? 1 : 0;
      }
      cursor = parked.cursor();
      if (cursor.isEmpty()) {
        LOG.log(System.Logger.Level.INFO, "retry woke " + woken + " documents");
        return;
      }
    }
    goOn(back, woken, cursor);
  }

  /** Lambda stops a chain of messages that comes by the same function some sixteen times. */
  private void goOn(ConnectionBack back, int woken, Optional<String> cursor) {
    if (back.hop() < settings.wakeMessages()) {
      failures.send(
          new ConnectionBack(
              back.tenant(), back.spacing(), back.from(), woken, back.hop() + 1, cursor));
    } else {
      LOG.log(
          System.Logger.Level.WARNING,
          "retry woke " + woken + " documents and leaves the rest to time");
    }
  }

  private Instant dueAt(ConnectionBack back, int woken) {
    Instant turn = back.from().plus(back.spacing().multipliedBy(woken));
    Instant now = clock.instant();
    return turn.isAfter(now) ? turn : now;
  }

  /** False when it waits for something else, or somebody else moved it meanwhile. */
  private boolean wake(DocumentRecord record, Instant dueAt) {
    List<Posting> waiting = record.postings().stream().filter(Waking::waitsForIt).toList();
    boolean fetchWaits = !record.isTranslated() && waitsForResumption(record.fetch());
    if (waiting.isEmpty() && !fetchWaits) {
      return false;
    }
    DocumentRecord next =
        fetchWaits ? record.changed().fetch(record.fetch().until(dueAt)).build() : record;
    for (Posting posting : waiting) {
      next = next.with(posting.again(dueAt));
    }
    DocumentRecord restated = StandingReasons.restated(next, clock.instant());
    return documents
        .save(restated.noting(clock.instant(), "retry", "CONNECTION-BACK", "due at " + dueAt))
        .isPresent();
  }

  private static boolean waitsForIt(Posting posting) {
    return posting.state() == PostingState.PARKED && isOfTheConnection(posting.pending());
  }

  /** A fetch never waits for the ledger; but while a tenant is suspended it waits as well. */
  private static boolean waitsForResumption(Wait fetch) {
    return fetch.failure().filter(Standing.Suspension::isCauseOf).isPresent();
  }

  private static boolean isOfTheConnection(Wait wait) {
    return wait.failure()
        .map(
            why ->
                switch (WaitsFor.after(why)) {
                  case CONNECTION, BLOCK, QUOTA, RESUMPTION -> true;
                  case PERIOD, TICKET, PREDECESSOR -> false;
                })
        .orElse(false);
  }
}
