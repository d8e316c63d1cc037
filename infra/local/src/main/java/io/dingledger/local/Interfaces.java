package io.dingledger.local;

import io.dingledger.local.exports.ExportDesk;
import io.dingledger.local.http.ExportApi;
import io.dingledger.local.http.LedgerApi;
import io.dingledger.local.http.LoopbackServer;
import io.dingledger.local.http.OperatorApi;
import io.dingledger.local.http.OperatorToken;
import io.dingledger.local.http.PayApi;
import io.dingledger.local.http.ReadApi;
import io.dingledger.local.http.ReplayApi;
import io.dingledger.local.http.TenantApi;
import io.dingledger.local.replay.ReplayDesk;
import io.dingledger.local.replay.SettleDesk;
import io.dingledger.local.rulebook.RuleBookDesk;
import io.dingledger.local.tenants.StandingDesk;
import io.dingledger.local.tenants.TenantDesk;
import io.dingledger.model.pay.PayMonth;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.Platform;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.TableCensus;
import io.dingledger.platform.store.TenantDiary;
import io.dingledger.platform.store.TenantErasure;
import io.dingledger.platform.store.WholeTable;
import io.dingledger.post.LedgerSource;
import io.dingledger.translate.ActiveRuleBooks;
import io.dingledger.translate.Previews;
import io.dingledger.translate.StoredCases;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;

/** What the local system answers over HTTP besides callbacks. */
public final class Interfaces {
  private Interfaces() {}

  /** Everything that reads, and what an operator changes. */
  public static LoopbackServer.Handler of(
      Platform platform,
      RuleBookDesk desk,
      OperatorToken operator,
      MessageQueue<TranslateWork> events,
      MessageQueue<RetryWork> failures,
      LedgerSource ledgers,
      InstantSource clock) {
    Previews previews =
        new Previews(
            platform.documents(),
            new StoredCases(platform.documents(), platform.directory()),
            new ActiveRuleBooks(platform.tenants(), platform.ruleBooks(), platform.lives()));
    PayApi pay =
        new PayApi(
            platform.tenants(), platform.documents(), platform.payItems(), events, operator, clock);
    LoopbackServer.Handler reading =
        new LedgerApi(
            platform.tenants(),
            ledgers,
            operator,
            new ExportApi(
                platform.tenants(),
                new ExportDesk(platform.exports(), clock),
                operator,
                new ReadApi(platform.tenants(), platform.documents(), pay)));
    ReplayDesk replays =
        new ReplayDesk(platform.documents(), ledgers, previews, events, failures, clock);
    SettleDesk settlements = new SettleDesk(platform.documents(), ledgers, clock);
    return new OperatorApi(
        new OperatorApi.Parts(platform.tenants(), platform.documents(), desk, previews, events),
        operator,
        new ReplayApi(
            new ReplayApi.Parts(platform.tenants(), platform.documents(), replays, settlements),
            operator,
            reading));
  }

  /**
   * What an operator does with tenants, and everything else.
   *
   * @param table the platform's, to be looked through when a tenant is deleted
   * @param delays how long changes take to be felt
   * @param rest answers everything else
   */
  public static LoopbackServer.Handler withTenants(
      Platform platform,
      WholeTable table,
      RuleBookDesk desk,
      OperatorToken operator,
      MessageQueue<RetryWork> failures,
      StandingDesk.Delays delays,
      Clock clock,
      LoopbackServer.Handler rest) {
    TenantErasure erasure = new TenantErasure(table, clock);
    TenantDiary diary = new TenantDiary(table, clock);
    return new TenantApi(
        platform.tenants(),
        new TenantDesk(platform, desk, erasure, diary),
        new StandingDesk(
            platform,
            new StandingDesk.Parts(erasure, diary, new TableCensus(table), failures, delays),
            clock),
        operator,
        rest);
  }

  /** The day after the last closed month of pay: no rule book may change what was closed. */
  public static LocalDate openFrom(Platform platform, Tenant tenant) {
    return platform.payItems().months(tenant).stream()
        .filter(PayMonth::isClosed)
        .map(closed -> closed.month().plusMonths(1).atDay(1))
        .max(LocalDate::compareTo)
        .orElse(LocalDate.MIN);
  }
}
