package io.dingledger.model.tenant;

import java.time.ZoneId;

/**
 * All that is configured for one tenant.
 *
 * @param tenant the tenant
 * @param name its name as people know it
 * @param zone the zone in which its business dates are dates, {@code Asia/Shanghai} by default
 * @param app its DingTalk app
 * @param ledger its ledger
 * @param ruleBookVersion the version of the rule book that is in force
 */
public record TenantSettings(
    Tenant tenant,
    String name,
    ZoneId zone,
    DingTalkApp app,
    LedgerConnection ledger,
    String ruleBookVersion) {}
