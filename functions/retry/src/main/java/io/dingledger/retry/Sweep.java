package io.dingledger.retry;

import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.DocumentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at every document that is due and gives it back to the step that has to go on with it:
 * after a long delay, when a worker died, or when a message was lost.
 */
public final class Sweep {
  private final DocumentStore documents;
  private final MessageQueue<TranslateWork> events;
  private final MessageQueue<PostWork> vouchers;
  private final RetrySettings settings;
  private final InstantSource clock;

  public Sweep(
      DocumentStore documents,
      MessageQueue<TranslateWork> events,
      MessageQueue<PostWork> vouchers,
      RetrySettings settings,
      InstantSource clock) {
    this.documents = documents;
    this.events = events;
    this.vouchers = vouchers;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Sweeps once.
   *
   * @return how many documents were handed on
   */
  public int sweep() {
    int handedOn = 0;
    for (int page = 0; page < settings.sweepPages(); page++) {
      List<DocumentStore.Due> due = documents.due(clock.instant(), settings.sweepPage());
      for (DocumentStore.Due each : due) {
        handedOn += documents.find(each.tenant(), each.document()).map(this::handOn).orElse(0);
      }
      if (due.size() < settings.sweepPage()) {
        return handedOn;
      }
    }
    return handedOn;
  }

  private int handOn(DocumentRecord record) {
    Instant now = clock.instant();
    boolean fetchIsDue = !record.isTranslated() && isDue(record.fetch().dueAt().orElse(null), now);
    List<Posting> due =
        record.postings().stream()
            .filter(posting -> isDue(posting.pending().dueAt().orElse(null), now))
            .toList();
    if (!fetchIsDue && due.isEmpty()) {
      return 0;
    }
    DocumentRecord next = fetchIsDue ? received(record, now) : record;
    List<PostWork> work = new ArrayList<>();
    for (Posting posting : due) {
      next = next.with(released(posting, now));
      work.add(new PostWork(record.tenant(), record.id(), posting.key()));
    }
    if (documents.save(next.noting(now, "retry", "SWEPT", "handed on")).isEmpty()) {
      return 0;
    }
    if (fetchIsDue) {
      events.send(new TranslateWork.Again(record.tenant(), record.id()));
    }
    work.forEach(vouchers::send);
    return 1;
  }

  private DocumentRecord received(DocumentRecord record, Instant now) {
    return record
        .changed()
        .state(DocumentState.RECEIVED)
        .fetch(record.fetch().until(now.plus(settings.watch())))
        .build();
  }

  private Posting released(Posting posting, Instant now) {
    Instant watched = now.plus(settings.watch());
    boolean held =
        posting.state() == PostingState.CLAIMED || posting.state() == PostingState.SENDING;
    return held ? posting.abandoned(now, watched) : posting.again(watched);
  }

  private static boolean isDue(Instant dueAt, Instant now) {
    return dueAt != null && !dueAt.isAfter(now);
  }
}
