package io.dingledger.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.Template;
import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.demo.DemoMonth;
import io.dingledger.local.demo.DemoTenant;
import io.dingledger.local.sandbox.dingtalk.CallbackPusher;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import io.dingledger.local.sandbox.dingtalk.SandboxDingTalk;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one voucher, posted at the first try, costs in requests to table and queues. */
class RequestsPerVoucherTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");

  @TempDir Path folder;

  @Test
  void oneVoucherOfAKnownPersonTakesEightReadsNineWritesAndTwoMessages() throws Exception {
    try (LocalSystem system =
            new LocalSystem(
                Template.read(TEMPLATE), DataFolder.open(folder, false), Options.Store.DYNAMODB);
        SandboxDingTalk dingTalk = SandboxDingTalk.start(DemoCompany.APP, 0);
        SandboxKingdee kingdee = DemoTenant.ledger(folder.resolve("ledger"))) {
      DemoCompany.people().forEach(dingTalk.company()::put);
      DemoCompany.departments().forEach(dingTalk.company()::put);
      system.adopt(
          DemoTenant.settings(dingTalk.base(), kingdee),
          DemoCompany.ruleBook(),
          DemoCompany.signing());
      system.open(0);
      system.feed();
      posted(system, dingTalk, kingdee, DemoMonth.claims().get(0), 1);
      Map<String, Long> before = system.requests().soFar();
      posted(system, dingTalk, kingdee, DemoMonth.claims().get(3), 2);
      Map<String, Long> spent = spent(before, system.requests().soFar());
      assertEquals(8L, spent.get("GetItem"), spent::toString);
      assertEquals(8L, spent.get("PutItem"), spent::toString);
      assertEquals(1L, spent.get("TransactWriteItems"), spent::toString);
      long messages = spent.get("SendMessage") + spent.getOrDefault("SendMessageBatch", 0L);
      // The schedules may have sent their messages in between.
      assertTrue(Set.of(2L, 3L, 4L).contains(messages), spent::toString);
    }
  }

  /** Watches the ledger's books: looking into our own table would be counted. */
  private static void posted(
      LocalSystem system,
      SandboxDingTalk dingTalk,
      SandboxKingdee kingdee,
      DemoDocument claim,
      int vouchers)
      throws InterruptedException {
    dingTalk.company().put(claim.instance());
    try (CallbackPusher pusher =
        new CallbackPusher(
            DemoCompany.APP,
            system.door().callback(DemoCompany.CALLBACK_KEY),
            PushPolicy.PUBLISHED,
            Clock.systemUTC())) {
      pusher.push(pusher.changeOf(claim.instance(), claim.id() + "-event", "finish")).join();
    }
    for (int look = 0; look < 600 && kingdee.vouchers().size() < vouchers; look++) {
      Thread.sleep(100);
    }
    assertTrue(kingdee.vouchers().size() == vouchers, "posted within a minute");
    Thread.sleep(2_000);
  }

  private static Map<String, Long> spent(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> spent = new TreeMap<>();
    after.forEach(
        (operation, count) -> {
          boolean background =
              operation.equals("Query")
                  || operation.equals("ReceiveMessage")
                  || operation.startsWith("GetQueue");
          long more = count - before.getOrDefault(operation, 0L);
          if (more > 0 && !background) {
            spent.put(operation, more);
          }
        });
    return spent;
  }
}
