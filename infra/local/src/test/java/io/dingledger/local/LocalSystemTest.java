package io.dingledger.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dingledger.embedded.template.Template;
import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Fault;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Operation;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.demo.DemoMonth;
import io.dingledger.local.demo.DemoTenant;
import io.dingledger.local.report.Outcome;
import io.dingledger.local.report.Progress;
import io.dingledger.local.report.Promise;
import io.dingledger.local.sandbox.dingtalk.CallbackPusher;
import io.dingledger.local.sandbox.dingtalk.Push;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import io.dingledger.local.sandbox.dingtalk.SandboxDingTalk;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.TenantSettings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way over real HTTP: encrypted callback, queues, table, ledger. */
class LocalSystemTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROCESS_INSTANCES = "/v1.0/workflow/processInstances";

  @TempDir Path folder;

  @Test
  void theDemoMonthKeepsItsPromisesAndPlayingItAgainChangesNothing() throws Exception {
    int vouchers;
    try (LocalSystem system = started(Options.Store.DYNAMODB);
        DemoRun demo = new DemoRun(system, folder.resolve("ledger"), silent())) {
      system.open(0);
      system.feed();
      List<Outcome> outcomes = demo.play();
      assertKept(outcomes);
      assertEquals(0, demo.unaccounted(outcomes));
      assertApiTells(system.door().base(), outcomes);
      vouchers = outcomes.stream().mapToInt(each -> each.booked().size()).sum();
    }
    try (LocalSystem system = started(Options.Store.DYNAMODB);
        DemoRun demo = new DemoRun(system, folder.resolve("ledger"), silent())) {
      system.open(0);
      system.feed();
      List<Outcome> outcomes = demo.play();
      assertKept(outcomes);
      assertEquals(vouchers, outcomes.stream().mapToInt(each -> each.booked().size()).sum());
      assertEquals(0, demo.unaccounted(outcomes));
    }
  }

  @Test
  void theSameCallbackSixteenTimesAtOnceIsFetchedOnceAndPostedOnceByATroubledLedger()
      throws Exception {
    try (LocalSystem system = started(Options.Store.MEMORY);
        SandboxDingTalk dingTalk = SandboxDingTalk.start(DemoCompany.APP, 0);
        SandboxKingdee kingdee = DemoTenant.ledger(folder.resolve("ledger"))) {
      DemoCompany.people().forEach(dingTalk.company()::put);
      DemoCompany.departments().forEach(dingTalk.company()::put);
      TenantSettings settings = DemoTenant.settings(dingTalk.base(), kingdee);
      system.adopt(settings, DemoCompany.ruleBook(), DemoCompany.signing());
      system.open(0);
      system.feed();
      DemoDocument claim = DemoMonth.claims().getFirst();
      dingTalk.company().put(claim.instance());
      kingdee.switches().silence(Duration.ofSeconds(10));
      kingdee.switches().next(1, Operation.SAVE, Fault.SILENCE_AFTER);
      kingdee.switches().next(1, Operation.QUERY, Fault.SESSION_LOST);
      pushSixteenTimes(system.door().callback(DemoCompany.CALLBACK_KEY), claim);
      DocumentRecord record = awaited(system, settings, claim);
      assertEquals(DocumentState.POSTED, record.state());
      assertEquals(1, kingdee.vouchers().size());
      assertEquals(1, dingTalk.callsOf(PROCESS_INSTANCES), "each read costs quota");
    }
  }

  @Test
  void thereIsNoDoorBeforeItIsOpened() {
    try (LocalSystem system = started(Options.Store.MEMORY)) {
      assertThrows(IllegalStateException.class, system::door);
      system.open(0);
      assertThrows(IllegalStateException.class, () -> system.open(0));
      assertTrue(system.door().base().getPort() > 0);
    }
  }

  private static void pushSixteenTimes(URI callback, DemoDocument claim) {
    try (CallbackPusher pusher =
        new CallbackPusher(
            DemoCompany.APP,
            callback,
            new PushPolicy(Duration.ofSeconds(20), List.of()),
            Clock.systemUTC())) {
      List<CompletableFuture<Push>> pushes =
          pusher.pushAtOnce(pusher.changeOf(claim.instance(), "event-1", "finish"), 16);
      for (CompletableFuture<Push> push : pushes) {
        assertTrue(push.join().isAccepted());
      }
    }
  }

  private static DocumentRecord awaited(
      LocalSystem system, TenantSettings settings, DemoDocument claim) throws InterruptedException {
    Optional<DocumentRecord> record = Optional.empty();
    for (int look = 0; look < 300; look++) {
      Thread.sleep(200);
      record = system.documents().find(settings.tenant(), claim.id());
      if (record.filter(found -> found.state() == DocumentState.POSTED).isPresent()) {
        return record.get();
      }
    }
    throw new AssertionError("not posted within a minute: " + record);
  }

  private void assertApiTells(URI base, List<Outcome> outcomes) throws Exception {
    JsonNode held = get(base.resolve("/api/tenants/demo/documents?state=HELD"));
    assertEquals(
        outcomes.stream()
            .filter(each -> each.record().orElseThrow().state() == DocumentState.HELD)
            .map(each -> each.document().id().value())
            .sorted()
            .toList(),
        texts(held.path("documents"), "id").stream()
            .filter(id -> !id.startsWith("notice:"))
            .sorted()
            .toList());
    assertTrue(
        texts(held.path("documents"), "kind").contains("notice"),
        "who has no job number is a notice");
    JsonNode leave = get(base.resolve("/api/tenants/demo/documents/demo-instance-30"));
    assertEquals("leave", leave.path("typed").path("kind").asText());
    assertEquals("2025-12-31 下午", leave.path("typed").path("starts").asText());
    JsonNode modified = get(base.resolve("/api/tenants/demo/documents/demo-instance-40"));
    assertEquals("demo-instance-41", modified.path("supersededBy").asText());
    String posted =
        outcomes.stream()
            .filter(each -> each.record().orElseThrow().state() == DocumentState.POSTED)
            .findFirst()
            .orElseThrow()
            .document()
            .id()
            .value();
    JsonNode document = get(base.resolve("/api/tenants/demo/documents/" + posted));
    JsonNode line = document.path("vouchers").path(0).path("lines").path(0);
    assertTrue(
        line.path("explanation").path("arithmetic").asText().contains("line."), line::toString);
    assertEquals(
        List.of("FETCHING", "TRANSLATED", "CLAIMED", "SENDING", "POSTED"),
        texts(document.path("timeline"), "what").stream()
            .filter(what -> !what.equals("WAITING"))
            .toList(),
        document.path("timeline")::toString);
  }

  private static List<String> texts(JsonNode array, String field) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.path(field).asText()));
    return texts;
  }

  private static JsonNode get(URI address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer.body());
      return JSON.readTree(answer.body());
    }
  }

  private static void assertKept(List<Outcome> outcomes) {
    for (Promise promise : Promise.values()) {
      assertEquals(
          List.of(),
          promise.brokenBy(outcomes).stream().map(each -> each.document().shape()).toList(),
          promise.english());
    }
  }

  private LocalSystem started(Options.Store store) {
    return new LocalSystem(Template.read(TEMPLATE), DataFolder.open(folder, false), store);
  }

  private static Progress silent() {
    return new Progress(new PrintStream(OutputStream.nullOutputStream()), Clock.systemUTC());
  }
}
