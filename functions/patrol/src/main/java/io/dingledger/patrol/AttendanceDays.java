package io.dingledger.patrol;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.patrol.AttendanceBatches.Batch;
import io.dingledger.platform.store.AttendanceMarks.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the marked days of attendance that are over, many people at once, and hands each person's
 * day on to be translated. A day without any row is handed on as an empty list: nothing was judged.
 */
final class AttendanceDays implements Task {
  private final PatrolPorts ports;

  AttendanceDays(PatrolPorts ports) {
    this.ports = ports;
  }

  @Override
  public Area area() {
    return Area.ATTENDANCE;
  }

  @Override
  public boolean isCounted() {
    return true;
  }

  @Override
  public Outcome run(Visit visit) {
    List<Mark> marks =
        ports.marks().upTo(visit.tenant(), Timetable.lastSettledDay(visit.now(), visit.zone()));
    if (marks.isEmpty()) {
      return Outcome.NOT_DUE;
    }
    for (Batch batch : AttendanceBatches.of(marks)) {
      Outcome outcome = read(visit, batch);
      if (!(outcome instanceof Outcome.Done)) {
        return outcome;
      }
    }
    return Outcome.DONE;
  }

  private Outcome read(Visit visit, Batch batch) {
    if (visit.isOver()) {
      return Outcome.UNFINISHED;
    }
    Instant readAt = visit.now();
    return switch (ports
        .dingTalk()
        .attendance(visit.app(), batch.people(), batch.from(), batch.to())) {
      case Answer.Got<List<DingTalk.AttendanceRow>>(List<DingTalk.AttendanceRow> rows) -> {
        handOn(visit, batch, rows, readAt);
        yield Outcome.DONE;
      }
      case Answer.Failed<List<DingTalk.AttendanceRow>>(Failure why)
          when why.kind() == FailureKind.DATA ->
          refused(visit, batch, why);
      case Answer.Failed<List<DingTalk.AttendanceRow>>(Failure why) -> new Outcome.Failed(why);
    };
  }

  private void handOn(Visit visit, Batch batch, List<DingTalk.AttendanceRow> rows, Instant readAt) {
    Map<PersonDay, List<String>> byDay = new HashMap<>();
    rows.forEach(
        row ->
            byDay
                .computeIfAbsent(new PersonDay(row.userId(), row.day()), day -> new ArrayList<>())
                .add(row.json()));
    List<TranslateWork> read =
        batch.marks().stream()
            .map(Mark::day)
            .<TranslateWork>map(
                day ->
                    new TranslateWork.DayRead(
                        visit.tenant(), day, array(byDay.getOrDefault(day, List.of())), readAt))
            .toList();
    ports.events().sendAll(read);
    batch.marks().forEach(mark -> ports.marks().done(visit.tenant(), mark));
  }

  /** In one order, so that the same rows read again are the same text. */
  private static String array(List<String> rows) {
    return rows.stream().sorted().toList().toString();
  }

  /** One person whom DingTalk refuses must not keep the others from being read. */
  private Outcome refused(Visit visit, Batch batch, Failure why) {
    List<String> people = batch.people();
    if (people.size() == 1) {
      batch.marks().forEach(mark -> giveUp(visit, mark, why));
      return Outcome.DONE;
    }
    List<String> half = people.subList(0, people.size() / 2);
    Outcome outcome = read(visit, part(batch, half, true));
    return outcome instanceof Outcome.Done ? read(visit, part(batch, half, false)) : outcome;
  }

  private static Batch part(Batch batch, List<String> people, boolean those) {
    return new Batch(
        batch.from(),
        batch.to(),
        batch.marks().stream()
            .filter(mark -> people.contains(mark.day().userId()) == those)
            .toList());
  }

  /** Asking again would cost a call each time; a person sees the day instead. */
  private void giveUp(Visit visit, Mark mark, Failure why) {
    PersonDay day = mark.day();
    ports
        .notices()
        .raise(
            visit.tenant(),
            "patrol:day:" + day.day() + ":" + day.userId(),
            Reason.of(
                PatrolReason.DAY_UNUSABLE, day.userId(), day.day(), why.code(), why.detail()));
    ports.marks().done(visit.tenant(), mark);
  }
}
