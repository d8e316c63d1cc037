package io.dingledger.platform.store;

import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Days of people whose results have to be read again. They are collected and read together, for
 * each call counts against the tenant's quota.
 */
public interface AttendanceMarks {
  /** Marks a day; once more when it is marked already. */
  void mark(Tenant tenant, PersonDay day, Instant at);

  /** The marked days up to one, that day included, the oldest first. */
  List<Mark> upTo(Tenant tenant, LocalDate last);

  /** Takes a mark away, unless the day was marked again since. */
  void done(Tenant tenant, Mark mark);

  /**
   * A marked day.
   *
   * @param day whose, and which
   * @param at when it was last marked (UTC)
   * @param version grows with each marking
   */
  record Mark(PersonDay day, Instant at, long version) {}
}
