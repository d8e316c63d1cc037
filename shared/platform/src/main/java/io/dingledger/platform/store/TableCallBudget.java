package io.dingledger.platform.store;

import io.dingledger.model.access.CallBudget;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.failure.PlatformReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Counts the calls of each tenant in a {@link Table}, one item for each month, as DingTalk counts
 * them: by months of GMT+8. A person hears of it when four fifths are used, and again when all are;
 * a new month, or more calls allowed, takes the notice back.
 *
 * <p>Calls of one second are counted in the same item, by whole seconds of the callers' clocks; who
 * finds many others asking at the same moment is told to wait, too.
 */
public final class TableCallBudget implements CallBudget {
  /** DingTalk's standard edition takes so many calls a second (API1433). */
  public static final int PER_SECOND = 20;

  private static final ZoneOffset DINGTALK = ZoneOffset.ofHours(8);

  /** At the turn of the month DingTalk may still count in the old one, and everybody calls. */
  private static final LocalTime SURELY_NEXT = LocalTime.of(0, 10);

  /**
   * A month's count is kept so long after it, for who compares it with the same month a year on.
   */
  private static final Duration KEPT = Duration.ofDays(400);

  /** Others were faster this many times: they take the calls of this moment. */
  private static final int TRIES = 12;

  private static final Duration CROWDED = Duration.ofMillis(250);

  private final Table table;
  private final Notices notices;
  private final TenantRegistry tenants;

  /**
   * A budget in this table.
   *
   * @param notices where a person is told that calls run out
   * @param tenants knows how many calls each tenant has a month; unknown tenants have those of the
   *     standard edition
   */
  public TableCallBudget(Table table, Notices notices, TenantRegistry tenants) {
    this.table = table;
    this.notices = notices;
    this.tenants = tenants;
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreUnreachable when the table gives no answer
   */
  @Override
  public Permit take(Tenant tenant, Instant now) {
    YearMonth month = YearMonth.from(now.atOffset(DINGTALK));
    Key place = Keys.calls(tenant, month);
    long allowed =
        tenants
            .find(tenant)
            .map(TenantSettings::monthlyCalls)
            .orElse(TenantSettings.STANDARD_MONTHLY_CALLS);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Item> there = table.get(place);
      CallCount count = there.map(CallCount::of).orElse(CallCount.NONE);
      if (count.used() >= allowed) {
        tellUsedUp(tenant, month, count, allowed, there);
        return new Permit.Exhausted(endOf(month));
      }
      Optional<Duration> pause = count.pause(now, PER_SECOND);
      if (pause.isPresent()) {
        return new Permit.TooFast(pause.get());
      }
      CallCount next = told(tenant, month, count.taken(now), allowed, there.isEmpty());
      if (Revision.put(table, there, item(place, next, month))) {
        return new Permit.Granted();
      }
    }
    return new Permit.TooFast(CROWDED);
  }

  /** The count with what a person has been told of it, which happens before it is written. */
  private CallCount told(
      Tenant tenant, YearMonth month, CallCount count, long allowed, boolean first) {
    if (first) {
      notices.settle(tenant, notice(month.minusMonths(1)));
    }
    CallCount.Level level = CallCount.Level.of(count.used(), allowed);
    if (!count.isNews(level, allowed)) {
      return count;
    }
    switch (level) {
      case PLENTY -> notices.settle(tenant, notice(month));
      case SCARCE ->
          notices.raise(
              tenant,
              notice(month),
              Reason.of(
                  PlatformReason.QUOTA_NEARLY_USED,
                  month,
                  CallCount.Level.scarceFrom(allowed),
                  allowed));
      case USED_UP ->
          notices.raise(
              tenant,
              notice(month),
              Reason.of(PlatformReason.QUOTA_USED_UP, month, allowed, month.plusMonths(1)));
    }
    return count.told(level, allowed);
  }

  private void tellUsedUp(
      Tenant tenant, YearMonth month, CallCount count, long allowed, Optional<Item> there) {
    if (count.isNews(CallCount.Level.USED_UP, allowed)) {
      CallCount told = told(tenant, month, count, allowed, false);
      Revision.put(table, there, item(Keys.calls(tenant, month), told, month));
    }
  }

  private static Item item(Key place, CallCount count, YearMonth month) {
    return count.into(Item.at(place)).goneAfter(endOf(month).plus(KEPT));
  }

  private static String notice(YearMonth month) {
    return "quota:" + month;
  }

  private static Instant endOf(YearMonth month) {
    return month.plusMonths(1).atDay(1).atTime(SURELY_NEXT).toInstant(DINGTALK);
  }
}
