package io.dingledger.local.tenants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.Template;
import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.local.DataFolder;
import io.dingledger.local.LocalSystem;
import io.dingledger.local.Options;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.demo.DemoMonth;
import io.dingledger.local.demo.DemoTenant;
import io.dingledger.local.sandbox.dingtalk.CallbackPusher;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import io.dingledger.local.sandbox.dingtalk.SandboxDingTalk;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a document that comes while its tenant is suspended, over real HTTP. */
class SuspendedTenantTest {
  private static final Tenant TENANT = Tenant.verified(DemoCompany.TENANT);
  private static final String PROCESS_INSTANCES = "/v1.0/workflow/processInstances";

  @TempDir Path folder;

  @Test
  void isTakenAndKeptAndNothingIsCalledUntilItIsResumedThenItIsPostedOnce() throws Exception {
    TenantCommands operator = new TenantCommands("--data", folder.toString());
    try (LocalSystem system =
            new LocalSystem(
                Template.read(Path.of("..", "..", "template.yaml")),
                DataFolder.open(folder, false),
                Options.Store.MEMORY);
        SandboxDingTalk dingTalk = SandboxDingTalk.start(DemoCompany.APP, 0);
        SandboxKingdee kingdee = DemoTenant.ledger(folder.resolve("ledger"))) {
      DemoCompany.people().forEach(dingTalk.company()::put);
      DemoCompany.departments().forEach(dingTalk.company()::put);
      system.adopt(
          DemoTenant.settings(dingTalk.base(), kingdee),
          DemoCompany.ruleBook(),
          DemoCompany.signing());
      system.open(0);
      assertEquals(0, operator.said("suspend", "demo", "--by=li.si").exit());
      system.feed();
      DemoDocument claim = DemoMonth.claims().getFirst();
      dingTalk.company().put(claim.instance());
      push(system.door().callback(DemoCompany.CALLBACK_KEY), claim);
      DocumentRecord parked = awaited(system, claim, DocumentState.PARKED);
      String reason = parked.reasons().getFirst().chinese();
      assertTrue(reason.contains("运营方恢复该租户"), reason);
      assertEquals(0, dingTalk.callsOf(PROCESS_INSTANCES));
      assertEquals(List.of(), kingdee.vouchers());
      assertEquals(0, operator.said("resume", "demo", "--by=li.si").exit());
      awaited(system, claim, DocumentState.POSTED);
      assertEquals(1, kingdee.vouchers().size());
    }
  }

  private static void push(URI callback, DemoDocument claim) {
    try (CallbackPusher pusher =
        new CallbackPusher(
            DemoCompany.APP,
            callback,
            new PushPolicy(Duration.ofSeconds(20), List.of()),
            Clock.systemUTC())) {
      assertTrue(
          pusher
              .pushAtOnce(pusher.changeOf(claim.instance(), "event-1", "finish"), 1)
              .getFirst()
              .join()
              .isAccepted());
    }
  }

  /** Ticks as the schedules do from time to time. */
  private static DocumentRecord awaited(LocalSystem system, DemoDocument claim, DocumentState state)
      throws InterruptedException {
    for (int look = 0; look < 150; look++) {
      Optional<DocumentRecord> record = system.documents().find(TENANT, claim.id());
      if (record.filter(found -> found.state() == state).isPresent()) {
        return record.get();
      }
      if (look % 5 == 4) {
        system.tick();
      }
      Thread.sleep(200);
    }
    throw new AssertionError("not " + state + " in time");
  }
}
