package io.dingledger.local.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.embedded.template.Template;
import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.local.DataFolder;
import io.dingledger.local.LocalSystem;
import io.dingledger.local.Options;
import io.dingledger.local.Setup;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.demo.DemoTenant;
import io.dingledger.local.sandbox.dingtalk.CallbackPusher;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import io.dingledger.local.sandbox.dingtalk.SandboxDingTalk;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.metrics.EmbeddedMetrics;
import io.dingledger.platform.metrics.Metrics;
import io.dingledger.platform.observe.Handling;
import io.dingledger.platform.observe.LogFields;
import io.dingledger.platform.trace.Segments;
import io.dingledger.platform.trace.TraceHeader;
import io.dingledger.platform.trace.Tracer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** The local system, with everything caught that an operator would see of it. */
final class WatchedSystem implements AutoCloseable {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");
  private static final Clock CLOCK = Clock.systemUTC();

  private final Daemon daemon = Daemon.started();
  private final Lines lines = Lines.listening();
  private final List<String> metrics = new CopyOnWriteArrayList<>();
  private final SandboxDingTalk dingTalk = SandboxDingTalk.start(DemoCompany.APP, 0);
  private final SandboxKingdee kingdee;
  private final LocalSystem system;

  WatchedSystem(Path folder) {
    this.kingdee = DemoTenant.ledger(folder.resolve("ledger"));
    this.system =
        new LocalSystem(
            Template.read(TEMPLATE),
            DataFolder.open(folder, false),
            Setup.of(Options.Store.MEMORY).watching(this::watching));
    DemoCompany.people().forEach(dingTalk.company()::put);
    DemoCompany.departments().forEach(dingTalk.company()::put);
    system.adopt(
        DemoTenant.settings(dingTalk.base(), kingdee),
        DemoCompany.ruleBook(),
        DemoCompany.signing());
    system.open(0);
  }

  /** From now on the functions run. */
  void feed() {
    system.feed();
  }

  /** Each invocation comes with a header of its own, as Lambda's do. */
  private Handling watching(String step, Metrics measured) {
    SecureRandom random = new SecureRandom();
    return new Handling(
        step,
        new LogFields(lines::put, lines::remove),
        new Tracer(
            step,
            Segments.toDaemon(daemon.address()),
            () -> TraceHeader.begun(random, CLOCK.instant(), true).text(),
            CLOCK,
            random),
        new EmbeddedMetrics("test", CLOCK, metrics::add),
        CLOCK);
  }

  SandboxKingdee kingdee() {
    return kingdee;
  }

  List<JsonNode> segments() {
    return daemon.segments();
  }

  void push(DemoDocument claim) {
    dingTalk.company().put(claim.instance());
    try (CallbackPusher pusher = pusher()) {
      pusher.push(pusher.changeOf(claim.instance(), claim.id() + "-event", "finish")).join();
    }
  }

  /** DingTalk has given the push up; the patrol fetches it. */
  void losePushOf(DemoDocument claim) {
    dingTalk.company().put(claim.instance());
    dingTalk.company().failedPushes().immediately(true);
    try (CallbackPusher pusher = pusher()) {
      ObjectNode event = pusher.changeOf(claim.instance(), claim.id() + "-event", "finish");
      dingTalk.company().failedPushes().add(event);
    }
  }

  private CallbackPusher pusher() {
    return new CallbackPusher(
        DemoCompany.APP,
        system.door().callback(DemoCompany.CALLBACK_KEY),
        PushPolicy.PUBLISHED,
        CLOCK);
  }

  void awaitPosted(DemoDocument claim) throws InterruptedException {
    Tenant tenant = Tenant.verified(DemoCompany.TENANT);
    for (int look = 0; look < 600; look++) {
      Thread.sleep(200);
      if (look % 75 == 74) {
        system.tick();
      }
      if (system
              .documents()
              .find(tenant, claim.id())
              .filter(found -> found.state() == DocumentState.POSTED)
              .isPresent()
          && isTold()) {
        return;
      }
    }
    throw new AssertionError("not posted within two minutes");
  }

  /** What a step tells of a message it tells at its end. */
  private boolean isTold() {
    return segments().stream()
        .anyMatch(each -> each.path("annotations").path("outcome").asText().equals("POSTED"));
  }

  List<JsonNode> trace(String id) {
    return segments().stream().filter(each -> each.path("trace_id").asText().equals(id)).toList();
  }

  /** The whole trace in which there is a part of this name. */
  List<JsonNode> traceWith(String name) {
    return trace(
        segments().stream()
            .filter(each -> each.path("name").asText().equals(name))
            .findFirst()
            .orElseThrow()
            .path("trace_id")
            .asText());
  }

  /** Lines, traces and metrics hold nothing that a person, a company or a thief would mind. */
  void assertNothingPersonal(DemoDocument claim) {
    List<String> seen = new ArrayList<>(lines.words());
    segments().forEach(segment -> seen.add(segment.toString()));
    seen.addAll(metrics);
    assertTrue(seen.size() > 10, "it listens");
    for (String canary : canaries(claim)) {
      for (String line : seen) {
        assertFalse(line.contains(canary), () -> "\"" + canary + "\" is told in: " + line);
      }
    }
    for (String line : seen) {
      assertFalse(
          line.replace("dingledger.local.demo", "")
              .matches("(?s).*(?<![\\w-])" + DemoCompany.TENANT + "(?![\\w-]).*"),
          () -> "the tenant is told in: " + line);
    }
  }

  private TreeSet<String> canaries(DemoDocument claim) {
    TreeSet<String> all =
        new TreeSet<>(
            List.of(
                DemoCompany.NAME,
                DemoCompany.CALLBACK_KEY,
                DemoCompany.APP.corpId(),
                DemoCompany.APP.clientId(),
                DemoCompany.APP.clientSecret(),
                DemoCompany.APP.token(),
                DemoCompany.APP.aesKey(),
                claim.instance().title(),
                claim.instance().businessId()));
    DemoCompany.people().forEach(person -> all.addAll(List.of(person.userId(), person.name())));
    all.addAll(kingdee.secrets().values());
    claim.instance().components().forEach(component -> values(component, all));
    all.removeIf(each -> each.length() < 3);
    return all;
  }

  private static void values(JsonNode component, TreeSet<String> all) {
    String value = component.path("value").asText();
    if (value.matches(".*[\\u4e00-\\u9fff].*|\\d+\\.\\d\\d")) {
      all.add(value);
    }
  }

  /** Whatever is written while a message is handled carries what an operator asks by. */
  void assertEveryLineSaysWhatItIsAbout() {
    assertTrue(lines.ofSteps().size() > 3, "it listens");
    for (Map<String, String> fields : lines.ofSteps()) {
      assertTrue(
          fields.keySet().containsAll(List.of("step", "requestId", "attempt", "trace")),
          fields::toString);
      if (!List.of("patrol", "retry").contains(fields.get("step"))) {
        assertTrue(fields.containsKey("tenant"), fields::toString);
        assertTrue(fields.containsKey("event") || fields.containsKey("document"), fields::toString);
        assertEquals(12, fields.get("tenant").length());
      }
    }
  }

  @Override
  public void close() {
    system.close();
    dingTalk.close();
    kingdee.close();
    lines.close();
    daemon.close();
  }
}
