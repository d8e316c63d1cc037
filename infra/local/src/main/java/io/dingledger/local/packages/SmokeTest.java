package io.dingledger.local.packages;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.embedded.template.Template;
import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.local.Handlers;
import io.dingledger.local.Interfaces;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.demo.DemoMonth;
import io.dingledger.local.demo.DemoTenant;
import io.dingledger.local.http.FrontDoor;
import io.dingledger.local.http.Reply;
import io.dingledger.local.lambda.LocalContext;
import io.dingledger.local.rulebook.RuleBookDesk;
import io.dingledger.local.sandbox.dingtalk.CallbackPusher;
import io.dingledger.local.sandbox.dingtalk.Push;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import io.dingledger.local.sandbox.dingtalk.SandboxApp;
import io.dingledger.local.sandbox.dingtalk.SandboxDingTalk;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.runtime.Surroundings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * One claim by hand through all packaged functions, event by event, with a message in each batch
 * that nobody can read: the answers and what they leave in table, queues and ledger are looked at.
 */
public final class SmokeTest implements AutoCloseable {
  private static final String POISON = "poison";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Clock clock = Clock.systemUTC();
  private final AwsPlace place;
  private final SandboxDingTalk dingTalk;
  private final SandboxKingdee kingdee;
  private final TenantSettings tenant;
  private final DemoDocument claim = DemoMonth.claims().getFirst();
  private final List<Check> checks = new ArrayList<>();

  /**
   * Sets the demo company up.
   *
   * @param folder for the sandbox ledger's books
   * @param emulator another's emulator of AWS, in place of the embedded servers
   */
  public SmokeTest(Template template, Path folder, Optional<URI> emulator) {
    this.place = AwsPlace.of(template, emulator);
    place.purge();
    this.dingTalk = SandboxDingTalk.start(DemoCompany.APP, 0);
    DemoCompany.people().forEach(dingTalk.company()::put);
    DemoCompany.departments().forEach(dingTalk.company()::put);
    dingTalk.company().put(claim.instance());
    this.kingdee = DemoTenant.ledger(folder);
    this.tenant = DemoTenant.settings(dingTalk.base(), kingdee);
    place.platform().tenants().put(tenant);
    new RuleBookDesk(place.platform(), each -> Interfaces.openFrom(place.platform(), each), clock)
        .takeOverOrFail(tenant, DemoCompany.ruleBook(), DemoCompany.signing());
  }

  /** What surrounds the functions that are to be played with. */
  public Surroundings surroundings() {
    return place.surroundings();
  }

  /** What the functions stand on. */
  AwsPlace place() {
    return place;
  }

  /** Goes the way of one claim; what was looked at, in order. */
  public List<Check> play(Handlers functions) {
    checks.clear();
    Optional<Message> event = callback(functions);
    event.ifPresent(message -> translated(functions, message));
    List<Message> vouchers = place.take("VouchersQueue");
    see("TranslateFunction", "凭证入队 · a voucher is queued", vouchers.size() == 1, vouchers.size());
    vouchers.stream().findFirst().ifPresent(message -> posted(functions, message));
    swept(functions);
    ticked(functions);
    return List.copyOf(checks);
  }

  @Override
  public void close() {
    dingTalk.close();
    kingdee.close();
    place.close();
  }

  private Optional<Message> callback(Handlers functions) {
    String function = "IntakeFunction";
    try (FrontDoor door =
        FrontDoor.open(
            0, functions.intake(), request -> Reply.text(404, "text/plain", ""), Map::of, clock)) {
      Push forged = pushed(door, forger());
      see(
          function,
          "伪造的回调被拒 403 · a forged callback is refused",
          forged.deliveries().getFirst().fault().equals(Optional.of("status 403")),
          forged);
      Push push = pushed(door, DemoCompany.APP);
      see(function, "加密回调得到加密的 success · success, encrypted", push.isAccepted(), push);
    }
    List<Message> events = place.take("EventsQueue");
    see(function, "一个事件入队 · one event is queued", events.size() == 1, events.size());
    return events.stream().findFirst();
  }

  private void translated(Handlers functions, Message event) {
    List<String> failed = batch(functions, "TranslateFunction", "EventsQueue", event.body());
    onlyPoison("TranslateFunction", failed);
    DocumentState state = record().map(DocumentRecord::state).orElse(null);
    see(
        "TranslateFunction",
        "单据已翻译 · the document is translated",
        state == DocumentState.POSTING,
        state);
  }

  private void posted(Handlers functions, Message voucher) {
    List<String> failed = batch(functions, "PostFunction", "VouchersQueue", voucher.body());
    onlyPoison("PostFunction", failed);
    DocumentState state = record().map(DocumentRecord::state).orElse(null);
    see("PostFunction", "单据已过账 · the document is posted", state == DocumentState.POSTED, state);
    int books = kingdee.vouchers().size();
    see("PostFunction", "账务系统恰有一张凭证 · one voucher in the ledger", books == 1, books);
    // The same message again, as queues do: nothing more may be booked.
    batch(functions, "PostFunction", "VouchersQueue", voucher.body());
    int after = kingdee.vouchers().size();
    see("PostFunction", "重复消息不重复入账 · a repeat books nothing", after == books, after);
  }

  /** What nobody can read is not lost here: it is kept apart for a person. */
  private void swept(Handlers functions) {
    String function = "RetryFunction";
    int before = place.platform().quarantine().count();
    List<String> failed = batch(functions, function, "FailuresQueue", "{\"sweep\":true}");
    see(function, "清扫完成，无失败 · the sweep is done, nothing fails", failed.isEmpty(), failed);
    int kept = place.platform().quarantine().count() - before;
    see(function, "读不懂的消息已隔离 · the unreadable message is in quarantine", kept == 1, kept);
  }

  private void ticked(Handlers functions) {
    place.take("PatrolQueue");
    onlyPoison(
        "PatrolFunction", batch(functions, "PatrolFunction", "PatrolQueue", "{\"tick\":true}"));
    List<Message> rounds = place.take("PatrolQueue");
    boolean round = rounds.stream().anyMatch(each -> each.body().contains(DemoCompany.TENANT));
    see("PatrolFunction", "每租户一轮巡查入队 · a round for the tenant", round, rounds.size());
    rounds.stream()
        .findFirst()
        .ifPresent(
            each ->
                onlyPoison(
                    "PatrolFunction",
                    batch(functions, "PatrolFunction", "PatrolQueue", each.body())));
  }

  private void onlyPoison(String function, List<String> failed) {
    see(
        function,
        "批次中只有读不懂的消息失败 · only the unreadable message of the batch fails",
        failed.equals(List.of(POISON)),
        failed);
  }

  private void see(String function, String what, boolean holds, Object found) {
    checks.add(Check.that(function, what, holds, found));
  }

  private Optional<DocumentRecord> record() {
    return place.platform().documents().find(tenant.tenant(), claim.id());
  }

  /** The failed messages of a batch of this one and one that is poison. */
  private List<String> batch(Handlers functions, String function, String queue, String body) {
    SQSEvent batch = new SQSEvent();
    batch.setRecords(List.of(message("good", queue, body), message(POISON, queue, "{\"un")));
    try {
      return functions
          .handler(function)
          .handleRequest(batch, LocalContext.of(function, PATIENCE))
          .getBatchItemFailures()
          .stream()
          .map(each -> each.getItemIdentifier())
          .toList();
    } catch (IllegalStateException noAnswer) {
      return List.of(noAnswer.getMessage());
    }
  }

  /** A message as Lambda hands it over. */
  SQSMessage message(String id, String queue, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setReceiptHandle("receipt-" + id);
    message.setBody(body);
    message.setAttributes(
        Map.of(
            "ApproximateReceiveCount", "1",
            "SentTimestamp", String.valueOf(clock.millis()),
            "ApproximateFirstReceiveTimestamp", String.valueOf(clock.millis())));
    message.setMessageAttributes(Map.of());
    message.setEventSource("aws:sqs");
    message.setEventSourceArn(place.arn(queue));
    message.setAwsRegion("eu-west-1");
    return message;
  }

  private Push pushed(FrontDoor door, SandboxApp app) {
    DemoDocument.Push event = claim.finish();
    URI address = door.callback(DemoCompany.CALLBACK_KEY);
    // A cold start without SnapStart takes longer here than DingTalk would wait.
    PushPolicy once = new PushPolicy(PATIENCE, List.of());
    try (CallbackPusher pusher = new CallbackPusher(app, address, once, clock)) {
      ObjectNode content = pusher.event(event.type(), event.eventId(), event.fields());
      return pusher.push(content).join();
    }
  }

  private static SandboxApp forger() {
    SandboxApp app = DemoCompany.APP;
    return new SandboxApp(
        app.corpId(), app.clientId(), app.clientSecret(), "anotherToken2026", app.aesKey());
  }
}
