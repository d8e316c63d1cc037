package io.dingledger.patrol;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.dingtalk.callback.EventNormaliser;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.work.TranslateWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks through the completed instances of forms that were started in a window and sends those on
 * that are news.
 *
 * <p>News is an instance of which nothing is known, or which is known to have been running when it
 * was last looked at (IGNORED, with a time to look again). What is on its way, waits, is posted,
 * held or ignored for good is no news: the retry step and the sweep look after it.
 */
final class InstanceScan {
  /** DingTalk gives at most 10,000 ids of one window, twenty a page. */
  private static final int MOST_PAGES = 500;

  private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(10);

  private final PatrolPorts ports;

  InstanceScan(PatrolPorts ports) {
    this.ports = ports;
  }

  /** Looks through these forms; stops at the first call that fails. */
  Outcome of(Visit visit, List<WantedForms.Form> forms, Instant from, Instant to) {
    for (WantedForms.Form form : forms) {
      Outcome outcome = of(visit, form, from, to);
      if (outcome instanceof Outcome.Failed(Failure why) && why.kind() == FailureKind.DATA) {
        ports.notices().raise(visit.tenant(), notice(form), unusable(form, why));
      } else if (!(outcome instanceof Outcome.Done)) {
        return outcome;
      } else {
        ports.notices().settle(visit.tenant(), notice(form));
      }
    }
    return Outcome.DONE;
  }

  /** A form that DingTalk does not know must not keep the others from their turn. */
  private static String notice(WantedForms.Form form) {
    return "patrol:form:" + form.processCode();
  }

  private static Reason unusable(WantedForms.Form form, Failure why) {
    return Reason.of(PatrolReason.FORM_UNUSABLE, form.processCode(), why.code(), why.detail());
  }

  private Outcome of(Visit visit, WantedForms.Form form, Instant from, Instant to) {
    long token = 0;
    for (int page = 0; page < MOST_PAGES; page++) {
      if (visit.isOver()) {
        return Outcome.UNFINISHED;
      }
      switch (ports
          .dingTalk()
          .completedInstances(visit.app(), form.processCode(), from, to, token)) {
        case Answer.Failed<DingTalk.InstancePage>(Failure why) -> {
          return new Outcome.Failed(why);
        }
        case Answer.Got<DingTalk.InstancePage>(DingTalk.InstancePage got) -> {
          sendNews(visit, form, got.ids());
          boolean isFull = page == MOST_PAGES - 1;
          if (got.next().isEmpty() && !isFull) {
            return Outcome.DONE;
          }
          token = got.next().orElse(token);
        }
      }
    }
    return halves(visit, form, from, to);
  }

  /** More than the list holds: the later ones are seen only in a shorter window. */
  private Outcome halves(Visit visit, WantedForms.Form form, Instant from, Instant to) {
    Duration half = Duration.between(from, to).dividedBy(2);
    if (half.compareTo(SHORTEST_WINDOW) < 0) {
      throw new IllegalStateException("too many instances within " + half + " from " + from);
    }
    Instant middle = from.plus(half);
    Outcome outcome = of(visit, form, from, middle);
    return outcome instanceof Outcome.Done ? of(visit, form, middle, to) : outcome;
  }

  private void sendNews(Visit visit, WantedForms.Form form, List<String> ids) {
    List<TranslateWork> news =
        ids.stream()
            .filter(id -> isNews(ports.documents().find(visit.tenant(), new DocumentId(id))))
            .<TranslateWork>map(id -> new TranslateWork.Happened(event(visit, form, id)))
            .toList();
    ports.events().sendAll(news);
  }

  /** Unknown, still open, or named by a later document only: no event has spoken of it yet. */
  private static boolean isNews(Optional<DocumentRecord> known) {
    return known.map(record -> isOpen(record) || record.approval().isEmpty()).orElse(true);
  }

  private static boolean isOpen(DocumentRecord record) {
    return record.state() == DocumentState.IGNORED && !record.isTranslated();
  }

  /** How it ended is not in the list; its detail tells. */
  private static SourceEvent event(Visit visit, WantedForms.Form form, String id) {
    EventSubject.Approval approval =
        new EventSubject.Approval(
            id,
            form.processCode(),
            form.category(),
            "",
            EventSubject.Phase.FINISH,
            Optional.empty(),
            "",
            "",
            Optional.empty());
    return new SourceEvent(
        visit.tenant(), "scan:" + id, EventNormaliser.APPROVAL_CHANGE, visit.now(), approval, "{}");
  }
}
