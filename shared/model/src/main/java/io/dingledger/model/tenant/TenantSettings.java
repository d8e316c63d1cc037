package io.dingledger.model.tenant;

import java.time.ZoneId;
import java.util.Optional;

/**
 * All that is configured for one tenant, except its rule books: of those the {@link
 * io.dingledger.model.rulebook.Shelf} knows which is in force when.
 *
 * @param tenant the tenant
 * @param name its name as people know it
 * @param zone the zone in which its business dates are dates, {@code Asia/Shanghai} by default
 * @param app its DingTalk app
 * @param callback how callbacks to the tenant's own address are verified; empty for third-party
 *     apps, whose callbacks arrive at the {@link Suite}'s address
 * @param ledger its ledger; empty until it is set up
 * @param monthlyCalls how many calls a month DingTalk's edition allows to the company's own apps:
 *     5,000 in the standard one
 * @param standing whether work is done for it
 * @param inbound how documents of other systems reach it; empty when none do
 */
public record TenantSettings(
    Tenant tenant,
    String name,
    ZoneId zone,
    DingTalkApp app,
    Optional<CallbackSettings> callback,
    Optional<LedgerConnection> ledger,
    int monthlyCalls,
    Standing standing,
    Optional<InboundSettings> inbound) {
  /** What DingTalk's standard edition allows (API1433). */
  public static final int STANDARD_MONTHLY_CALLS = 5_000;

  /** A tenant that documents reach from DingTalk only. */
  public TenantSettings(
      Tenant tenant,
      String name,
      ZoneId zone,
      DingTalkApp app,
      Optional<CallbackSettings> callback,
      Optional<LedgerConnection> ledger,
      int monthlyCalls,
      Standing standing) {
    this(tenant, name, zone, app, callback, ledger, monthlyCalls, standing, Optional.empty());
  }

  /** A tenant with an app of its own, active, on DingTalk's standard edition. */
  public static TenantSettings ofInternalApp(
      Tenant tenant,
      String name,
      ZoneId zone,
      DingTalkApp app,
      CallbackSettings callback,
      LedgerConnection ledger) {
    return new TenantSettings(
        tenant,
        name,
        zone,
        app,
        Optional.of(callback),
        Optional.of(ledger),
        STANDARD_MONTHLY_CALLS,
        Standing.ACTIVE);
  }

  /** A company that has just authorised a third-party app: no ledger and no rule book yet. */
  public static TenantSettings authorised(
      Suite suite, String corpId, String name, Standing standing) {
    Tenant tenant = suite.tenantOf(corpId);
    return new TenantSettings(
        tenant,
        name,
        suite.zone(),
        new DingTalkApp(
            tenant,
            corpId,
            new DingTalkApp.ThirdParty(suite.id()),
            suite.apiBase(),
            suite.oldApiBase()),
        Optional.empty(),
        Optional.empty(),
        STANDARD_MONTHLY_CALLS,
        standing);
  }

  /** The same settings with another standing. */
  public TenantSettings withStanding(Standing next) {
    return new TenantSettings(
        tenant, name, zone, app, callback, ledger, monthlyCalls, next, inbound);
  }

  /** The same settings with other ways in; empty for none. */
  public TenantSettings withInbound(Optional<InboundSettings> next) {
    return new TenantSettings(
        tenant, name, zone, app, callback, ledger, monthlyCalls, standing, next);
  }
}
