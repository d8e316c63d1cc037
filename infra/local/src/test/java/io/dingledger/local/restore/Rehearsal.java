package io.dingledger.local.restore;

import io.dingledger.embedded.EmbeddedDynamo;
import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.template.Template;
import io.dingledger.local.DataFolder;
import io.dingledger.local.LocalSystem;
import io.dingledger.local.Options;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.sandbox.dingtalk.CallbackPusher;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import io.dingledger.local.sandbox.dingtalk.SandboxDingTalk;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.DynamoTable;
import io.dingledger.platform.store.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A company, the system over a folder, and copies of its table at several moments. */
final class Rehearsal implements AutoCloseable {
  static final Tenant TENANT = Tenant.verified(DemoCompany.TENANT);
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  final SandboxDingTalk dingTalk = SandboxDingTalk.start(DemoCompany.APP, 0);
  private final Path folder;
  private final Function<SandboxDingTalk, TenantSettings> settings;
  private Optional<LocalSystem> running = Optional.empty();

  record Said(int exit, String text) {}

  Rehearsal(Path folder, Function<SandboxDingTalk, TenantSettings> settings) {
    this.folder = folder;
    this.settings = settings;
    DemoCompany.people().forEach(dingTalk.company()::put);
    DemoCompany.departments().forEach(dingTalk.company()::put);
  }

  /** Started some days ago, so that the usual catch-up would find it, too. */
  static LocalDateTime daysAgo(int days) {
    return LocalDateTime.now(CHINA).minusDays(days).minusHours(6);
  }

  LocalSystem system() {
    return running.orElseThrow();
  }

  /** Takes callbacks; works as well if it is told to. */
  void start(boolean working) {
    LocalSystem system =
        new LocalSystem(
            Template.read(TEMPLATE), DataFolder.open(folder, false), Options.Store.DYNAMODB);
    running = Optional.of(system);
    system.adopt(settings.apply(dingTalk), DemoCompany.ruleBook(), DemoCompany.signing());
    system.open(0);
    if (working) {
      system.feed();
    }
  }

  void stop() {
    running.ifPresent(LocalSystem::close);
    running = Optional.empty();
  }

  void push(DemoDocument... documents) {
    try (CallbackPusher pusher =
        new CallbackPusher(
            DemoCompany.APP,
            system().door().callback(DemoCompany.CALLBACK_KEY),
            new PushPolicy(Duration.ofSeconds(20), List.of()),
            Clock.systemUTC())) {
      for (DemoDocument document : documents) {
        document.approval().ifPresent(dingTalk.company()::put);
        for (DemoDocument.Push push : document.pushes()) {
          boolean taken =
              pusher
                  .pushAtOnce(pusher.event(push.type(), push.eventId(), push.fields()), 1)
                  .getFirst()
                  .join()
                  .isAccepted();
          if (!taken) {
            throw new AssertionError("the callback of " + document.id() + " was refused");
          }
        }
      }
    }
  }

  /** Ticks until documents stand so. */
  void await(DocumentState state, DocumentId... documents) {
    for (int look = 0; look < 300; look++) {
      if (Stream.of(documents).allMatch(each -> state(each).filter(state::equals).isPresent())) {
        return;
      }
      if (look % 20 == 19) {
        system().tick();
      }
      pause();
    }
    List<String> left =
        Stream.of(documents).map(id -> id + " " + record(id).map(Rehearsal::words)).toList();
    throw new AssertionError("not " + state + ": " + left);
  }

  private static String words(DocumentRecord record) {
    return record.state() + " " + record.reasons() + " " + record.timeline();
  }

  Optional<DocumentRecord> record(DocumentId id) {
    return system().documents().find(TENANT, id);
  }

  private Optional<DocumentState> state(DocumentId id) {
    return record(id).map(DocumentRecord::state);
  }

  static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Copies the table, as a restoration to this moment would give it. */
  void copyTable(String name) {
    copy(folder.resolve("dynamodb"), folder.resolve(name));
  }

  /** The table as it is becomes {@code before}; the copy takes its place. */
  void putBack(String name) {
    try {
      Files.move(folder.resolve("dynamodb"), folder.resolve("before"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    copy(folder.resolve(name), folder.resolve("dynamodb"));
  }

  /** {@code ./dev restore}, over these folders in place of AWS. */
  Said restore(String... line) {
    Deque<AutoCloseable> opened = new ArrayDeque<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try {
      int exit = RestoreMain.run((given, name) -> table(name, opened), List.of(line), out, out);
      return new Said(exit, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      opened.forEach(Rehearsal::close);
    }
  }

  private Table table(String name, Deque<AutoCloseable> opened) {
    Path where = folder.resolve(name.equals("dingledger-dev") ? "dynamodb" : name);
    EmbeddedDynamo embedded = EmbeddedDynamo.inFolder(0, where);
    opened.push(embedded);
    DynamoDbClient client = LocalClients.dynamo(embedded.endpoint());
    opened.push(client);
    return new DynamoTable(client, "dingledger-dev");
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void close() {
    stop();
    dingTalk.close();
  }
}
