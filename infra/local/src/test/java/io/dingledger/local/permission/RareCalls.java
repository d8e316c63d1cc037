package io.dingledger.local.permission;

import io.dingledger.embedded.EmbeddedDynamo;
import io.dingledger.embedded.EmbeddedQueues;
import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.template.Provisioner;
import io.dingledger.embedded.template.Template;
import io.dingledger.local.Callers;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.acting.Acting;
import io.dingledger.platform.acting.Subject;
import io.dingledger.platform.store.Condition;
import io.dingledger.platform.store.DynamoTable;
import io.dingledger.platform.store.Index;
import io.dingledger.platform.store.Item;
import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.Write;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What the functions ask of table, queues and keys only now and then, and the demo month not at
 * all: each line is a request that the named class makes. They go the way of all requests, by the
 * functions' own table, credentials and signatures.
 */
final class RareCalls implements AutoCloseable {
  private static final Tenant RARE = Tenant.verified("rare");
  private static final String T = "T#rare";

  private final EmbeddedDynamo database = EmbeddedDynamo.inMemory(0);
  private final EmbeddedQueues servers = EmbeddedQueues.inMemory(0, LocalClients.REGION.id());
  private final Map<String, URI> queues;
  private final String tableName;
  private final Roles roles;

  RareCalls(Path file, Roles roles) {
    this.roles = roles;
    Template template = Template.read(file);
    try (DynamoDbClient dynamo = LocalClients.dynamo(database.endpoint());
        SqsClient sqs = LocalClients.queues(servers.endpoint())) {
      Provisioner.createTables(dynamo, template.tables());
      this.queues = Provisioner.createQueues(sqs, template.queues());
    }
    this.tableName = template.tables().getFirst().name();
  }

  void run() {
    as("IntakeFunction", Optional.empty(), this::intake);
    as("TranslateFunction", Optional.of(RARE), RareCalls::translate);
    as("PostFunction", Optional.of(RARE), RareCalls::post);
    as("PatrolFunction", Optional.of(RARE), RareCalls::patrol);
    as("RetryFunction", Optional.empty(), RareCalls::retry);
    as(Callers.OPERATOR, Optional.empty(), RareCalls::operator);
    polled("TranslateFunction", "EventsQueue");
    polled("PostFunction", "VouchersQueue");
    polled("PatrolFunction", "PatrolQueue");
    polled("RetryFunction", "FailuresQueue", "EventsDeadLetterQueue", "VouchersDeadLetterQueue");
    // Waking goes on by itself; a voucher of another system's document is told to the patrol.
    sends("RetryFunction", "FailuresQueue");
    sends("PostFunction", "PatrolQueue", "FailuresQueue", "VouchersQueue");
    sends("TranslateFunction", "FailuresQueue");
    // What EventBridge Scheduler does when a queue takes no tick.
    sends("SweepSchedule", "SchedulesDeadLetterQueue");
    sends("PatrolSchedule", "SchedulesDeadLetterQueue");
    sends(Callers.OPERATOR, "EventsQueue", "VouchersQueue", "FailuresQueue", "PatrolQueue");
    asked(Callers.OPERATOR, "EventsQueue", "VouchersQueue", "FailuresQueue", "PatrolQueue");
  }

  private void intake(Part part) {
    // Inbound; IntakeHandler, of what is no event; settings and suites beyond one item.
    part.gets("I#0");
    // A company that nobody knows authorises a suite: it may be one that was deleted.
    part.gets("GONE");
    part.puts("QUARANTINE", "Q#0");
    part.batch(T, "S#1");
  }

  private static void translate(Part part) {
    // Settings, suites, rule books, vouchers and timelines that go on in further items.
    part.batch(T, T + "#D#1", T + "#R#v-1", T + "#V", "S#1");
    // Housekeeping: people and departments who changed.
    part.batch(T + "#P", T + "#O");
    // Counting: what a person has this year, and how often it was written to.
    part.queries(T + "#Y#u#2026");
    part.gets(T + "#Y#u#2026");
    // TablePayItemStore: which of these are booked already; a close that is begun anew.
    part.batch(T + "#Y#u#2026");
    part.checks(T + "#D#pay", List.of(T + "#W#2026-03", T + "#Y#u#2026"), true);
    part.checks(T + "#D#pay", List.of(T + "#W#2026-03", T + "#Y#u#2026"), false);
    part.gets(T + "#K");
    part.puts(T + "#K");
    // HoseDocuments: its voucher number is to be told.
    part.gets(T + "#X");
    part.puts(T + "#X");
    part.keys();
  }

  private static void post(Part part) {
    // A voucher with many lines, a long timeline, settings beyond one item.
    part.batch(T, T + "#D#1");
    // Ledgers with access tokens; ledgers that take files.
    part.gets(T + "#K");
    part.puts(T + "#K");
    part.gets(T + "#E");
    part.batch(T + "#E#V#DL1");
    part.puts(T + "#E#V#DL1", T + "#E#W");
    part.keys();
  }

  private static void patrol(Part part) {
    part.batch(T, "S#1", T + "#D#1", T + "#R#v-1", T + "#V");
    part.batch(T + "#P", T + "#O");
    // Who of translate and patrol fetches an access token first is chance.
    part.gets(T + "#K");
    part.puts(T + "#K");
    // PayPeriods; VoucherNumbers; FailedPushes, of what nobody can read.
    part.queries(T + "#Z");
    part.queries(T + "#X");
    part.gets(T + "#X");
    part.puts(T + "#X");
    part.deletes(T + "#X");
    part.puts("QUARANTINE", "Q#0");
    // SharedAccess: a third-party app's own secret and ticket.
    part.gets("S#1");
    part.keys();
    part.keysOf(Tenant.verified("suite 1"));
  }

  private static void retry(Part part) {
    part.batch(T + "#D#1");
    // RetryHandler, of dead letters that nobody can read; Waking.
    part.puts("QUARANTINE", "Q#0");
    part.lists(Index.LIST, "L#rare#PARKED");
  }

  private static void operator(Part part) {
    List<String> places = List.of(T, "S#1", "C#0", "I#0");
    part.gets("Q#0");
    places.forEach(part::gets);
    part.batch(T, "S#1", "C#0", "I#0", "Q#0");
    // ./dev tenant: what is deleted leaves a stone; ./dev tenant export and delete look at
    // everything.
    part.gets("GONE");
    part.batch("GONE");
    part.puts("GONE");
    part.deletes("GONE");
    part.looksAtAll();
    part.checks("TENANTS", places, false);
    places.forEach(place -> part.checks(place, List.of("TENANTS"), false));
    part.queries(T);
    part.queries("TENANTS");
    part.queries("QUARANTINE");
    places.forEach(part::puts);
    part.puts("TENANTS");
    places.forEach(part::deletes);
    part.deletes("TENANTS");
    part.deletes("QUARANTINE");
    part.deletes("Q#0");
    part.lists(Index.LIST, "L#rare#HELD");
    part.lists(Index.DUE, "DUE#0");
    part.keys();
  }

  private void as(String name, Optional<Tenant> tenant, java.util.function.Consumer<Part> deed) {
    Callers.Caller caller = roles.of(name);
    try (DynamoDbClient client =
        LocalClients.dynamo(
            database.endpoint(),
            ClientOverrideConfiguration.builder().build(),
            caller.credentials())) {
      Part part = new Part(new DynamoTable(client, tableName, caller.access()), caller);
      Subject subject = tenant.map(Subject::of).orElse(Subject.NOTHING);
      Acting.on(subject, () -> deed.accept(part));
    }
  }

  private void polled(String function, String... names) {
    try (SqsClient client = queues(function)) {
      for (String name : names) {
        String url = queues.get(name).toString();
        client.getQueueAttributes(
            request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL));
        client.receiveMessage(request -> request.queueUrl(url));
        try {
          client.deleteMessageBatch(
              request ->
                  request
                      .queueUrl(url)
                      .entries(
                          DeleteMessageBatchRequestEntry.builder()
                              .id("0")
                              .receiptHandle("none")
                              .build()));
        } catch (SdkException noSuchMessage) {
          continue;
        }
      }
    }
  }

  private void sends(String function, String... names) {
    try (SqsClient client = queues(function)) {
      for (String name : names) {
        client.sendMessage(
            request -> request.queueUrl(queues.get(name).toString()).messageBody("x"));
      }
    }
  }

  private void asked(String part, String... names) {
    try (SqsClient client = queues(part)) {
      for (String name : names) {
        String url = queues.get(name).toString();
        client.getQueueAttributes(request -> request.queueUrl(url));
        client.getQueueUrl(request -> request.queueName(url.substring(url.lastIndexOf('/') + 1)));
      }
    }
  }

  private SqsClient queues(String part) {
    return LocalClients.queues(
        servers.endpoint(),
        ClientOverrideConfiguration.builder().build(),
        roles.of(part).credentials());
  }

  @Override
  public void close() {
    servers.close();
    database.close();
  }

  /** One part at the table. */
  private record Part(DynamoTable table, Callers.Caller caller) {
    void gets(String partition) {
      table.get(new Key(partition, "x"));
    }

    void batch(String... partitions) {
      table.getAll(Arrays.stream(partitions).map(each -> new Key(each, "x")).toList());
    }

    void queries(String partition) {
      table.query(partition, "");
    }

    void looksAtAll() {
      table.look("T#rare", Optional.empty());
    }

    void lists(Index index, String partition) {
      table.queryIndex(index, partition, Optional.empty(), false, 1);
    }

    void puts(String... partitions) {
      table.write(
          Arrays.stream(partitions)
              .<Write>map(each -> new Write.Put(Item.at(new Key(each, "x")), Condition.NONE))
              .toList());
    }

    void deletes(String partition) {
      table.write(List.of(new Write.Delete(new Key(partition, "x"))));
    }

    void checks(String checked, List<String> partitions, boolean gone) {
      List<Write> writes = new java.util.ArrayList<>();
      writes.add(new Write.Check(new Key(checked, "x"), Condition.ABSENT));
      for (String each : partitions) {
        Key key = new Key(each, "x");
        writes.add(gone ? new Write.Delete(key) : new Write.Put(Item.at(key), Condition.NONE));
      }
      table.write(writes);
    }

    void keys() {
      keysOf(RARE);
    }

    void keysOf(Tenant owner) {
      try {
        byte[] wrapped = owner.equals(RARE) ? caller.keys().dataKey(owner).wrapped() : new byte[64];
        // What the process has just made it does not ask for again.
        wrapped = wrapped.clone();
        wrapped[wrapped.length - 1] ^= 1;
        caller.keys().unwrap(owner, wrapped);
      } catch (io.dingledger.platform.secret.KeyWrap.WrapRefused expected) {
        return;
      }
    }
  }
}
