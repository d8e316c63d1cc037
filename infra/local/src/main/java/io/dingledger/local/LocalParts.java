package io.dingledger.local;

import io.dingledger.embedded.EmbeddedDynamo;
import io.dingledger.embedded.EmbeddedQueues;
import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.template.Provisioner;
import io.dingledger.embedded.template.Template;
import io.dingledger.platform.Platform;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.secret.KeyWrap;
import io.dingledger.platform.store.DynamoTable;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.store.TableCensus;
import io.dingledger.platform.store.WholeTable;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The embedded table and queues, and what each part of the system reaches them with. Usually all
 * parts share one set of clients and stores; with {@link Callers} each has its own, as on AWS.
 */
final class LocalParts implements AutoCloseable {
  /**
   * What one part works with.
   *
   * @param platform its stores
   * @param sqs its client of the queues
   * @param census its counts of documents
   * @param whole the whole table, for operators
   */
  record Part(Platform platform, SqsClient sqs, TableCensus census, WholeTable whole) {}

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Map<String, Part> parts = new HashMap<>();
  private final Template template;
  private final DataFolder data;
  private final Setup setup;
  private final RequestCounts requests;
  private final Clock clock;
  private final EmbeddedQueues embedded;
  private final SqsClient sqs;
  private final Map<String, URI> queues;
  private final Optional<EmbeddedDynamo> database;
  private final Part usual;

  LocalParts(Template template, DataFolder data, Setup setup, RequestCounts requests, Clock clock) {
    this.template = template;
    this.data = data;
    this.setup = setup;
    this.requests = requests;
    this.clock = clock;
    try {
      this.embedded = keep(queues(data, setup.store()));
      this.sqs = keep(LocalClients.queues(embedded.endpoint(), requests.configuration()));
      this.queues = Provisioner.createQueues(sqs, template.queues());
      this.database =
          switch (setup.store()) {
            case MEMORY -> Optional.empty();
            case DYNAMODB -> Optional.of(keep(EmbeddedDynamo.inFolder(0, data.dynamo())));
          };
      KeyWrap keys = KeyFileWrap.at(data.masterKey());
      WholeTable whole = table();
      this.usual = part(setup.watched().apply(whole), whole, sqs, keys);
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /** What a part works with; the same for all when there are no callers. */
  synchronized Part of(String name) {
    return setup
        .callers()
        .map(callers -> parts.computeIfAbsent(name, each -> part(callers.of(each))))
        .orElse(usual);
  }

  /** The embedded queues. */
  EmbeddedQueues embedded() {
    return embedded;
  }

  /** The client that made the queues and may do everything with them. */
  SqsClient administrator() {
    return sqs;
  }

  /** The queues' addresses by their logical ids. */
  Map<String, URI> queues() {
    return queues;
  }

  /** What functions stand on that run as processes of their own. */
  Ground ground() {
    Map<String, String> arns = new HashMap<>();
    queues.forEach((queue, address) -> arns.put(queue, Provisioner.arnOf(sqs, address)));
    return new Ground(
        database.orElseThrow().endpoint(),
        embedded.endpoint(),
        tableName(),
        queues,
        arns,
        data.masterKey());
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception ignored) {
        System.getLogger(LocalParts.class.getName())
            .log(System.Logger.Level.WARNING, "a part did not close", ignored);
      }
    }
  }

  private Part part(Callers.Caller caller) {
    DynamoDbClient client =
        keep(
            LocalClients.dynamo(
                database.orElseThrow().endpoint(), requests.configuration(), caller.credentials()));
    DynamoTable table = new DynamoTable(client, tableName(), caller.access());
    return part(
        table,
        table,
        keep(
            LocalClients.queues(
                embedded.endpoint(), requests.configuration(), caller.credentials())),
        caller.keys());
  }

  private Part part(Table table, WholeTable whole, SqsClient client, KeyWrap keys) {
    return new Part(
        new Platform(table, keys, clock, setup.times()), client, new TableCensus(table), whole);
  }

  private WholeTable table() {
    if (database.isEmpty()) {
      return new MemoryTable();
    }
    DynamoDbClient client =
        keep(LocalClients.dynamo(database.get().endpoint(), requests.configuration()));
    Provisioner.createTables(client, template.tables());
    return new DynamoTable(client, tableName());
  }

  private String tableName() {
    return template.tables().getFirst().name();
  }

  private static EmbeddedQueues queues(DataFolder data, Options.Store store) {
    String region = LocalClients.REGION.id();
    return switch (store) {
      case DYNAMODB -> EmbeddedQueues.inFolder(0, region, data.queues());
      case MEMORY -> EmbeddedQueues.inMemory(0, region);
    };
  }

  private <T extends AutoCloseable> T keep(T part) {
    opened.push(part);
    return part;
  }
}
