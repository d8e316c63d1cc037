package io.dingledger.bench;

import io.dingledger.embedded.template.Template;
import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.local.DataFolder;
import io.dingledger.local.LocalSystem;
import io.dingledger.local.Options;
import io.dingledger.local.Setup;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.demo.DemoMonth;
import io.dingledger.local.demo.DemoTenant;
import io.dingledger.local.sandbox.dingtalk.CallbackPusher;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import io.dingledger.local.sandbox.dingtalk.SandboxDingTalk;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.metrics.Metrics;
import io.dingledger.platform.observe.Handling;
import io.dingledger.platform.observe.LogFields;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.trace.Segments;
import io.dingledger.platform.trace.TraceHeader;
import io.dingledger.platform.trace.Tracer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one posted document costs at DynamoDB and SQS: a claim of a person who is known, posted at
 * the first try, goes the whole way through the functions' own handlers over a table that counts.
 */
final class UnitsBenchmark implements AutoCloseable {
  private static final int LOOKS = 600;
  private static final long BETWEEN_LOOKS = 100;

  /** Until what is still written after the ledger has it is written. */
  private static final long AFTERWARDS = 1_500;

  private final SandboxDingTalk dingTalk = SandboxDingTalk.start(DemoCompany.APP, 0);
  private final SandboxKingdee kingdee;
  private final LocalSystem system;
  private final List<MeteredTable> metered = new ArrayList<>();

  /**
   * What one document cost.
   *
   * @param rows how many rows it has
   * @param sends requests that put messages into queues
   * @param stored how many bytes stay in the table and its indexes
   * @param requests each request to the table, with its cost
   */
  record Cost(int rows, Units units, long sends, long stored, List<String> requests) {}

  UnitsBenchmark(Path folder, Path template) {
    this(folder, template, false);
  }

  /**
   * The same.
   *
   * @param traced whether every document is recorded by X-Ray; its record then keeps its trace
   */
  UnitsBenchmark(Path folder, Path template, boolean traced) {
    this.kingdee = DemoTenant.ledger(folder.resolve("ledger"));
    this.system =
        new LocalSystem(
            Template.read(template),
            DataFolder.open(folder, false),
            Setup.of(Options.Store.MEMORY)
                .watched(this::meter)
                .watching((step, metrics) -> handling(step, metrics, traced)));
    DemoCompany.people().forEach(dingTalk.company()::put);
    DemoCompany.departments().forEach(dingTalk.company()::put);
    system.adopt(
        DemoTenant.settings(dingTalk.base(), kingdee),
        DemoCompany.ruleBook(),
        DemoCompany.signing());
    system.open(0);
    system.feed();
  }

  private static Handling handling(String step, Metrics metrics, boolean traced) {
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    Supplier<String> invocation =
        () -> traced ? TraceHeader.begun(random, clock.instant(), true).text() : "";
    return new Handling(
        step,
        LogFields.NONE,
        new Tracer(step, Segments.NONE, invocation, clock, random),
        metrics,
        clock);
  }

  private Table meter(Table table) {
    metered.add(new MeteredTable(table));
    return metered.getFirst();
  }

  /** Prints what documents of one row and of six rows cost. */
  static void measure(Path template, boolean eachRequest) throws IOException, InterruptedException {
    measure(template, eachRequest, false);
    System.out.println("recorded by X-Ray:");
    measure(template, eachRequest, true);
  }

  private static void measure(Path template, boolean eachRequest, boolean traced)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("dingledger-units");
    try (UnitsBenchmark benchmark = new UnitsBenchmark(folder, template, traced)) {
      benchmark.cost(101, 1);
      print(benchmark.cost(102, 1), eachRequest);
      print(benchmark.cost(103, 6), eachRequest);
      System.out.println("a sweep and an idle round of the patrol: " + benchmark.tick().inWords());
    }
  }

  private static void print(Cost cost, boolean eachRequest) {
    System.out.printf(
        "%d row(s): %s; writes in all %d; SQS: %d sent, %d received, %d deleted when alone; %d bytes stay%n",
        cost.rows(),
        cost.units().inWords(),
        cost.units().allWrites(),
        cost.sends(),
        cost.sends(),
        cost.sends(),
        cost.stored());
    if (eachRequest) {
      cost.requests().forEach(request -> System.out.println("  " + request));
    }
  }

  /** Posts a claim of so many rows and counts. */
  Cost cost(int number, int rows) throws InterruptedException {
    DemoDocument claim = DemoMonth.plainClaim(number, rows);
    dingTalk.company().put(claim.instance());
    Thread.sleep(AFTERWARDS);
    MeteredTable table = metered.getFirst();
    table.requests();
    Units before = table.units();
    long sent = sends();
    long stored = table.stored();
    int there = kingdee.vouchers().size();
    push(claim);
    for (int look = 0; look < LOOKS && kingdee.vouchers().size() == there; look++) {
      Thread.sleep(BETWEEN_LOOKS);
    }
    Thread.sleep(AFTERWARDS);
    Cost cost =
        new Cost(
            rows,
            table.units().minus(before),
            sends() - sent,
            table.stored() - stored,
            table.requests());
    requirePosted(claim.id());
    return cost;
  }

  /** What a sweep and a round of the patrol cost at one tenant when there is nothing to do. */
  Units tick() throws InterruptedException {
    Thread.sleep(AFTERWARDS);
    Units before = metered.getFirst().units();
    system.tick();
    Units last = before;
    Units now = before;
    for (int look = 0; look < LOOKS && (look == 0 || !now.equals(last)); look++) {
      last = now;
      Thread.sleep(2 * AFTERWARDS);
      now = metered.getFirst().units();
    }
    return now.minus(before);
  }

  private void push(DemoDocument claim) {
    try (CallbackPusher pusher =
        new CallbackPusher(
            DemoCompany.APP,
            system.door().callback(DemoCompany.CALLBACK_KEY),
            PushPolicy.PUBLISHED,
            Clock.systemUTC())) {
      pusher.push(pusher.changeOf(claim.instance(), claim.id() + "-event", "finish")).join();
    }
  }

  private void requirePosted(DocumentId id) {
    DocumentState state =
        system
            .documents()
            .find(Tenant.verified(DemoCompany.TENANT), id)
            .orElseThrow(() -> new IllegalStateException("nothing was heard of " + id))
            .state();
    if (state != DocumentState.POSTED) {
      throw new IllegalStateException(id + " is " + state);
    }
  }

  private long sends() {
    Map<String, Long> soFar = system.requests().soFar();
    return soFar.getOrDefault("SendMessage", 0L) + soFar.getOrDefault("SendMessageBatch", 0L);
  }

  @Override
  public void close() {
    system.close();
    kingdee.close();
    dingTalk.close();
  }
}
