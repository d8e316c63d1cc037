package io.dingledger.patrol;

import io.dingledger.model.failure.Reason;
import io.dingledger.platform.store.PatrolNotes.Chore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Looks through the completed instances of the wanted forms for approvals that were never told:
 * those started lately each night, three days of overlap included, and those started up to sixty
 * days ago once a week, for approvals that took long. After an outage it goes on from where it
 * stood, in steps that are noted one by one.
 *
 * <p>What was started before there was such a tenant is not looked for: it was booked by other
 * means. Third-party apps have no list of instances.
 */
final class Rescan implements Task {
  /** The notice that stands while catching up takes more than a round. */
  static final String BEHIND = "patrol:behind";

  private static final Duration OVERLAP = Duration.ofDays(3);
  private static final Duration LONGEST_STEP = Duration.ofDays(15);

  /** DingTalk lists instances that were started within a year, and a little less is safe. */
  private static final Duration LONGEST_AGO = Duration.ofDays(360);

  /** A step that is noted this late leaves the chore due. */
  private static final Duration STILL_DUE = Duration.ofHours(25);

  private static final List<Band> BANDS =
      List.of(
          new Band(Chore.OLD_INSTANCES, 15, 3),
          new Band(Chore.INSTANCES_FROM_DAY_15, 30, 15),
          new Band(Chore.INSTANCES_FROM_DAY_30, 45, 30),
          new Band(Chore.INSTANCES_FROM_DAY_45, 60, 45));

  private final PatrolPorts ports;
  private final WantedForms wanted;
  private final InstanceScan scan;

  Rescan(PatrolPorts ports, WantedForms wanted) {
    this.ports = ports;
    this.wanted = wanted;
    this.scan = new InstanceScan(ports);
  }

  /** Instances of an age, from so many days down to so many. */
  private record Band(Chore chore, int oldest, int youngest) {}

  /** The starts of the instances that a chore looks through. */
  private record Window(Chore chore, Instant from, Instant to) {}

  @Override
  public Area area() {
    return Area.INSTANCES;
  }

  @Override
  public boolean isCounted() {
    return true;
  }

  @Override
  public Outcome run(Visit visit) {
    Instant since = firstRound(visit);
    if (visit.app().isThirdParty()) {
      return Outcome.NOT_DUE;
    }
    Instant lookedThrough = noted(visit, Chore.RECENT_INSTANCES).orElse(since);
    boolean recentIsDue = Timetable.isDueByNight(lookedThrough, visit.now(), visit.zone());
    List<Band> due = BANDS.stream().filter(band -> isDue(visit, band, since)).toList();
    if (!recentIsDue && due.isEmpty()) {
      return Outcome.NOT_DUE;
    }
    Optional<List<WantedForms.Form>> forms = forms(visit, lookedThrough);
    if (forms.isEmpty()) {
      return Outcome.NOT_DUE;
    }
    Instant recent =
        recentIsDue
            ? latest(lookedThrough.minus(OVERLAP), since, visit.now().minus(LONGEST_AGO))
            : visit.now();
    Outcome outcome = recentIsDue ? recent(visit, forms.get(), recent) : Outcome.DONE;
    for (Band band : due) {
      Window window = window(visit, band, since, recent);
      outcome = outcome instanceof Outcome.Done ? old(visit, forms.get(), window) : outcome;
    }
    tellWhetherBehind(visit, outcome, since);
    return outcome;
  }

  /** What any rule book wants that may be the one of an approval in the windows. */
  private Optional<List<WantedForms.Form>> forms(Visit visit, Instant lookedThrough) {
    Instant oldest = visit.now().minus(Duration.ofDays(BANDS.getLast().oldest()));
    return wanted.between(
        visit.tenant(),
        LocalDate.ofInstant(earliest(oldest, lookedThrough.minus(OVERLAP)), visit.zone()),
        LocalDate.ofInstant(visit.now(), visit.zone()));
  }

  private Optional<Instant> noted(Visit visit, Chore chore) {
    return ports.notes().doneUpTo(visit.tenant(), chore);
  }

  /**
   * Since when the tenant is looked after; noted once. Pushes may have been lost before the first
   * round, which may be late: it looks back to when the tenant was adopted.
   */
  private Instant firstRound(Visit visit) {
    return noted(visit, Chore.FIRST_ROUND)
        .orElseGet(
            () -> {
              Instant first =
                  noted(visit, Chore.RECENT_INSTANCES)
                      .or(() -> noted(visit, Chore.ADOPTED))
                      .orElse(visit.began());
              ports.notes().done(visit.tenant(), Chore.FIRST_ROUND, first);
              return first;
            });
  }

  private boolean isDue(Visit visit, Band band, Instant since) {
    Instant last = noted(visit, band.chore()).orElse(since);
    return Timetable.isOlder(last, Timetable.OLD_INSTANCES_EVERY, visit.now());
  }

  private Outcome recent(Visit visit, List<WantedForms.Form> forms, Instant start) {
    Instant from = start;
    Instant to = visit.now();
    while (from.isBefore(to)) {
      Instant end = earliest(from.plus(LONGEST_STEP), to);
      Outcome outcome = scan.of(visit, forms, from, end);
      if (!(outcome instanceof Outcome.Done)) {
        return outcome;
      }
      boolean isLast = end.equals(to);
      // Of a step on the way so much is noted that the next round begins at its end.
      Instant upTo = isLast ? to : earliest(end.plus(OVERLAP), to.minus(STILL_DUE));
      ports.notes().done(visit.tenant(), Chore.RECENT_INSTANCES, upTo);
      from = end;
    }
    return Outcome.DONE;
  }

  /** What of a band is not looked through by the same round already. */
  private Window window(Visit visit, Band band, Instant since, Instant recent) {
    Instant now = visit.now();
    return new Window(
        band.chore(),
        latest(now.minus(Duration.ofDays(band.oldest())), since),
        earliest(now.minus(Duration.ofDays(band.youngest())), recent));
  }

  private Outcome old(Visit visit, List<WantedForms.Form> forms, Window window) {
    Outcome outcome =
        window.from().isBefore(window.to())
            ? scan.of(visit, forms, window.from(), window.to())
            : Outcome.DONE;
    if (outcome instanceof Outcome.Done) {
      ports.notes().done(visit.tenant(), window.chore(), visit.now());
    }
    return outcome;
  }

  private void tellWhetherBehind(Visit visit, Outcome outcome, Instant since) {
    Instant upTo = noted(visit, Chore.RECENT_INSTANCES).orElse(since);
    boolean late = Timetable.isOlder(upTo, OVERLAP, visit.now());
    if (late && outcome instanceof Outcome.Unfinished) {
      Instant said = upTo.truncatedTo(ChronoUnit.MINUTES);
      ports.notices().raise(visit.tenant(), BEHIND, Reason.of(PatrolReason.BEHIND, said));
    } else if (outcome instanceof Outcome.Done) {
      ports.notices().settle(visit.tenant(), BEHIND);
    }
  }

  private static Instant latest(Instant first, Instant... others) {
    Instant latest = first;
    for (Instant other : others) {
      latest = other.isAfter(latest) ? other : latest;
    }
    return latest;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
