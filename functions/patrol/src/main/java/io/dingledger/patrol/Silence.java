package io.dingledger.patrol;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.PatrolNotes.Traffic;
import io.dingledger.rules.calendar.BaseCalendar;
import io.dingledger.rules.calendar.Calendars;
import io.dingledger.rules.calendar.DayClass;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Notices when a tenant from which documents used to come has become silent: nothing fails then,
 * and nobody would know.
 *
 * <p>What is usual is what the last eight weeks were like. A tenant used to have traffic when
 * documents came in four of them. It is silent when, since the last day with a document, more
 * workdays have passed than twice the longest pause of those weeks, and three at least; the days of
 * national holidays, Spring Festival among them, are no workdays. A tenant that stays silent for
 * weeks no longer used to have traffic: then only the notice stands.
 */
final class Silence {
  /** The notice in the tenant's review list. */
  static final String NOTICE = "patrol:silent";

  static final Duration LOOKS_EVERY = Duration.ofHours(6);
  static final int WEEKS = 8;
  static final int BUSY_WEEKS = 4;
  static final int SHORTEST = 3;

  /** The newest ones of a state are looked at: people may have moved older documents since. */
  private static final int NEWEST = 5;

  private static final String NOTICES = "notice:";

  private final PatrolPorts ports;
  private final InstantSource clock;

  Silence(PatrolPorts ports, InstantSource clock) {
    this.ports = ports;
    this.clock = clock;
  }

  /** Whether the tenant is silent; looked at a few times a day, remembered in between. */
  boolean of(TenantSettings settings) {
    Tenant tenant = settings.tenant();
    Instant now = clock.instant();
    Traffic known = ports.notes().traffic(tenant);
    if (now.isBefore(known.lookedAt().plus(LOOKS_EVERY))) {
      return known.silent();
    }
    LocalDate today = now.atZone(settings.zone()).toLocalDate();
    TreeSet<LocalDate> days = new TreeSet<>(known.days());
    seen(tenant).forEach(came -> days.add(came.atZone(settings.zone()).toLocalDate()));
    days.headSet(today.minusWeeks(WEEKS)).clear();
    List<LocalDate> kept = List.copyOf(days);
    Optional<Integer> pause = silentFor(kept, today);
    ports.notes().traffic(tenant, new Traffic(now, kept, pause.isPresent()));
    tell(tenant, kept, today, pause);
    return pause.isPresent();
  }

  private void tell(Tenant tenant, List<LocalDate> days, LocalDate today, Optional<Integer> pause) {
    if (pause.isPresent()) {
      ports
          .notices()
          .raise(tenant, NOTICE, Reason.of(PatrolReason.SILENT, days.getLast(), pause.get()));
    } else if (!days.isEmpty() && workdays(days.getLast(), today) <= SHORTEST) {
      ports.notices().settle(tenant, NOTICE);
    }
  }

  /**
   * For how many workdays a tenant has been silent that used not to be.
   *
   * @param days the days with documents of the last eight weeks, the first one first
   */
  static Optional<Integer> silentFor(List<LocalDate> days, LocalDate today) {
    long weeks = days.stream().map(day -> day.with(DayOfWeek.MONDAY)).distinct().count();
    if (weeks < BUSY_WEEKS) {
      return Optional.empty();
    }
    int usual = 0;
    for (int number = 1; number < days.size(); number++) {
      usual = Math.max(usual, workdays(days.get(number - 1), days.get(number)));
    }
    int pause = workdays(days.getLast(), today);
    return pause > Math.max(SHORTEST, 2 * usual) ? Optional.of(pause) : Optional.empty();
  }

  /** The workdays between two days, neither of them counted. */
  private static int workdays(LocalDate from, LocalDate to) {
    BaseCalendar calendar = Calendars.named("CN").orElseThrow();
    return to.isAfter(from.plusDays(1))
        ? Math.toIntExact(
            from.plusDays(1).datesUntil(to).filter(day -> isWorkday(calendar, day)).count())
        : 0;
  }

  /** In years that are not published yet every weekday is one. */
  private static boolean isWorkday(BaseCalendar calendar, LocalDate day) {
    return calendar
        .classOf(day)
        .map(known -> known == DayClass.WORKDAY || known == DayClass.MAKE_UP_DAY)
        .orElse(day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
  }

  private List<Instant> seen(Tenant tenant) {
    return Arrays.stream(DocumentState.values())
        .flatMap(
            state ->
                ports
                    .documents()
                    .list(tenant, Optional.of(state), Optional.empty(), NEWEST)
                    .items()
                    .stream())
        .filter(record -> !record.id().value().startsWith(NOTICES))
        .map(DocumentRecord::createdAt)
        .toList();
  }
}
