package io.dingledger.patrol;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.dingtalk.callback.CallbackRefusal;
import io.dingledger.dingtalk.callback.EventNormaliser;
import io.dingledger.dingtalk.callback.FailedRows;
import io.dingledger.dingtalk.callback.Refused;
import io.dingledger.model.event.EventPortions;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.store.PatrolNotes.Chore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Fetches the pushes that DingTalk gave up on. A call clears what the one before it returned, so
 * every row is on the queue, or in quarantine, before the next call.
 */
final class FailedPushes implements Task {
  private static final System.Logger LOG = System.getLogger(FailedPushes.class.getName());

  /** Where unreadable rows are said to come from. */
  static final String QUEUE = "failed-pushes";

  /** 200 rows each; what is left is fetched by the next round. */
  private static final int MOST_PAGES = 100;

  private final PatrolPorts ports;

  FailedPushes(PatrolPorts ports) {
    this.ports = ports;
  }

  @Override
  public Area area() {
    return Area.FAILED_PUSHES;
  }

  @Override
  public boolean isCounted() {
    return true;
  }

  @Override
  public Outcome run(Visit visit) {
    Instant last =
        ports.notes().doneUpTo(visit.tenant(), Chore.FAILED_PUSHES).orElse(Instant.EPOCH);
    if (!Timetable.isOlder(last, Timetable.FAILED_PUSHES_EVERY, visit.now())) {
      return Outcome.NOT_DUE;
    }
    for (int page = 0; page < MOST_PAGES && !visit.isOver(); page++) {
      switch (ports.dingTalk().failedPushes(visit.app())) {
        case Answer.Failed<DingTalk.FailedPushes>(Failure why) -> {
          return why.kind() == FailureKind.DATA ? none(visit, why) : new Outcome.Failed(why);
        }
        case Answer.Got<DingTalk.FailedPushes>(DingTalk.FailedPushes got) -> {
          keep(visit, got.rows());
          if (!got.more()) {
            ports.notes().done(visit.tenant(), Chore.FAILED_PUSHES, visit.now());
            return Outcome.DONE;
          }
        }
      }
    }
    return Outcome.UNFINISHED;
  }

  /** An app that registered no callbacks in the old way may be told so instead of nothing. */
  private Outcome none(Visit visit, Failure why) {
    LOG.log(System.Logger.Level.WARNING, "PATROL-NO-FAILED-LIST: " + why.code());
    ports.notes().done(visit.tenant(), Chore.FAILED_PUSHES, visit.now());
    return Outcome.DONE;
  }

  private void keep(Visit visit, List<String> rows) {
    List<TranslateWork> found = new ArrayList<>();
    for (String row : rows) {
      switch (FailedRows.read(visit.app(), row, visit.now())) {
        case EventNormaliser.Event(SourceEvent event) ->
            EventPortions.of(event).forEach(each -> found.add(new TranslateWork.Happened(each)));
        case EventNormaliser.UrlCheck check -> {}
        case Refused(CallbackRefusal refusal) -> quarantine(visit, row, refusal);
      }
    }
    ports.events().sendAll(found);
  }

  private void quarantine(Visit visit, String row, CallbackRefusal refusal) {
    LOG.log(System.Logger.Level.WARNING, "PATROL-ROW-UNREADABLE: " + refusal.code());
    String id = UUID.nameUUIDFromBytes(row.getBytes(StandardCharsets.UTF_8)).toString();
    ports.quarantine().keep(QUEUE, visit.tenant() + ":" + id, row, refusal.code(), visit.now());
  }
}
