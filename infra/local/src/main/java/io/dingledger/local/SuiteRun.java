package io.dingledger.local;

import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.demo.DemoTenant;
import io.dingledger.local.demo.SecondCompany;
import io.dingledger.local.report.Outcome;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import io.dingledger.local.sandbox.dingtalk.SandboxDingTalk;
import io.dingledger.local.sandbox.dingtalk.SuitePusher;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Plays the second demo company: it authorises a third-party app and so becomes a tenant, gets its
 * ledger and its rule book, has a claim posted, and withdraws the authorisation.
 */
final class SuiteRun implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final LocalSystem system;
  private final SandboxDingTalk dingTalk;
  private final SandboxKingdee kingdee;
  private final Suite suite;
  private final Tenant tenant;
  private final DemoBooks books;
  private final List<DemoDocument> claims =
      List.of(SecondCompany.posted(), SecondCompany.suspended());

  SuiteRun(LocalSystem system, SandboxDingTalk dingTalk, Path ledgerFolder) {
    this.system = system;
    this.dingTalk = dingTalk;
    this.kingdee = DemoTenant.ledger(ledgerFolder);
    this.suite = SecondCompany.suite(dingTalk.base());
    this.tenant = suite.tenantOf(SecondCompany.CORP);
    this.books = new DemoBooks(system, tenant, kingdee);
    SecondCompany.moveInto(dingTalk.company(SecondCompany.CORP));
    claims.forEach(claim -> dingTalk.company(SecondCompany.CORP).put(claim.instance()));
    dingTalk.offer(SecondCompany.SUITE);
    dingTalk.ticket(SecondCompany.SUITE, SecondCompany.ticket());
    system.adopt(suite);
  }

  List<Outcome> play() {
    try (SuitePusher pusher =
        new SuitePusher(
            SecondCompany.SUITE,
            system.door().callback(SecondCompany.callbackKey()),
            PushPolicy.PUBLISHED,
            Clock.systemUTC())) {
      dingTalk.authorise(SecondCompany.SUITE, SecondCompany.CORP);
      SecondCompany.authorisation().forEach(pusher::push);
      setUp();
      DemoDocument posted = claims.getFirst();
      pusher.push(SecondCompany.pushOf(posted));
      await(posted);
      dingTalk.relieve(SecondCompany.SUITE, SecondCompany.CORP);
      pusher.push(SecondCompany.relief());
      DemoDocument suspended = claims.getLast();
      pusher.push(SecondCompany.pushOf(suspended));
      await(suspended);
    }
    return claims.stream().map(books::outcome).toList();
  }

  /** How many vouchers its ledger holds. */
  int booked() {
    return books.size();
  }

  @Override
  public void close() {
    kingdee.close();
  }

  /** What a person enters for a company that has authorised the app. */
  private void setUp() {
    TenantSettings authorised =
        system
            .tenant(tenant)
            .orElseThrow(() -> new IllegalStateException("authorising makes no tenant"));
    system.adopt(
        new TenantSettings(
            tenant,
            authorised.name(),
            authorised.zone(),
            authorised.app(),
            authorised.callback(),
            Optional.of(DemoTenant.connection(tenant, kingdee)),
            authorised.monthlyCalls(),
            authorised.standing()),
        DemoCompany.ruleBook(),
        DemoCompany.signing());
  }

  private void await(DemoDocument claim) {
    long ends = System.nanoTime() + PATIENCE.toNanos();
    Optional<DocumentRecord> record = Optional.empty();
    while (record.isEmpty() && System.nanoTime() < ends) {
      record = books.record(claim).filter(found -> found.state() == claim.expected().state());
      if (record.isEmpty()) {
        DemoRun.pause();
      }
    }
  }
}
