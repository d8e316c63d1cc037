package io.dingledger.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.EmbeddedQueues;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.DemoMonth;
import io.dingledger.local.sandbox.dingtalk.CallbackPusher;
import io.dingledger.local.sandbox.dingtalk.Push;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./dev run --tenants}: what is checked before the start, and what holds once it says so.
 */
@Timeout(120)
class MainTest {
  private static final Pattern READY = Pattern.compile("就绪:(http://[0-9.:]+)");

  @TempDir Path folder;
  private Path tenants;

  @BeforeEach
  void layOut() throws IOException {
    System.setProperty("dingledger.template", Path.of("..", "..", "template.yaml").toString());
    tenants = Files.createDirectories(folder.resolve("tenants"));
    Files.createDirectories(tenants.resolve("rules"));
    Files.writeString(tenants.resolve("rules/good.yaml"), DemoCompany.ruleBook());
    Files.writeString(tenants.resolve("rules/bad.yaml"), "ruleBook: 1\n");
  }

  private static String tenant(String id, String callbackKey, String ruleBook, String... settings) {
    return """
        tenant: %s
        name: 示例公司
        dingtalk:
          callbackKey: %s
          corpId: %s
          clientId: %s
          clientSecret: "%s"
          token: "%s"
          aesKey: "%s"
          apiBase: http://127.0.0.1:1
          oldApiBase: http://127.0.0.1:1
        ledger:
          type: kingdee-cloud
          settings:
            serverUrl: http://127.0.0.1:1/K3Cloud/
            dataCentre: dc1
            userName: user
            appId: app
            book: "001"
            organisation: "100"
            voucherGroup: PRE001
            %s
          secrets:
            appSecret: "%s"
        ruleBook: { file: rules/%s.yaml, author: li, approvedBy: wang }
        """
        .formatted(
            id,
            callbackKey,
            DemoCompany.APP.corpId(),
            DemoCompany.APP.clientId(),
            DemoCompany.APP.clientSecret(),
            DemoCompany.APP.token(),
            DemoCompany.APP.aesKey(),
            String.join("\n    ", settings),
            "ledger-secret",
            ruleBook);
  }

  private List<String> arguments() {
    return List.of(
        "--tenants=" + tenants, "--data=" + folder.resolve("data"), "--store=memory", "--port=0");
  }

  @Test
  void timesThatContradictEachOtherAreNamedAndNothingStarts() {
    System.setProperty("DINGLEDGER_POST_LEASE", "200s");
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      List<String> line =
          List.of("--store", "memory", "--port", "0", "--data", folder.resolve("data").toString());
      int exit = Main.run(line, new PrintStream(out, true, StandardCharsets.UTF_8));
      String said = out.toString(StandardCharsets.UTF_8);
      assertEquals(Options.MISUSE, exit, said);
      assertTrue(said.contains("PLATFORM-TIMES-DISAGREE"), said);
      assertTrue(said.contains("DINGLEDGER_POST_LEASE=200s"), said);
      assertTrue(said.contains("DINGLEDGER_POST_TIMEOUT=5m"), said);
    } finally {
      System.clearProperty("DINGLEDGER_POST_LEASE");
    }
  }

  @Test
  void aTakenPortOrAUsedDataFolderIsSaidPlainly() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        EmbeddedQueues other =
            EmbeddedQueues.inFolder(0, "eu-west-1", folder.resolve("used").resolve("queues"))) {
      assertNotStarted(
          "port " + taken.getLocalPort(),
          List.of("--store", "memory", "--port", Integer.toString(taken.getLocalPort())));
      assertNotStarted(
          "in use already", List.of("--port", "0", "--data", folder.resolve("used").toString()));
    }
  }

  private void assertNotStarted(String why, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    if (!all.contains("--data")) {
      all.addAll(List.of("--data", folder.resolve("own").toString()));
    }
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int exit = Main.run(all, new PrintStream(printed, true, StandardCharsets.UTF_8));
    String text = printed.toString(StandardCharsets.UTF_8);
    assertEquals(1, exit, text);
    assertTrue(text.contains("RUN-NOT-STARTED"), text);
    assertTrue(text.contains(why), text);
  }

  @Test
  void everyMistakeOfEveryTenantIsPrintedAtOnceAndNothingStarts() throws IOException {
    String key = "one-callback-key-0001";
    Files.writeString(tenants.resolve("a.yaml"), tenant("a", key, "good", "auth: login-by-magic"));
    Files.writeString(tenants.resolve("b.yaml"), tenant("b", key, "bad", "projctField: FFLEX9"));
    Files.writeString(
        tenants.resolve("c.yaml"),
        tenant("c", "two-callback-key-0002", "good", "readTimeoutSeconds: 999")
            .replace("name:", "nmae:"));
    Files.writeString(tenants.resolve("d.yaml"), tenant("a", "three-callback-key-03", "good"));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int exit = Main.run(arguments(), new PrintStream(printed, true, StandardCharsets.UTF_8));
    String text = printed.toString(StandardCharsets.UTF_8);
    assertEquals(2, exit, text);
    assertNamed(text, "a.yaml", "LEDGER-SETTING-INVALID", "auth");
    assertNamed(text, "b.yaml", "LEDGER-SETTING-UNKNOWN", "projctField");
    assertNamed(text, "b.yaml", "TENANT-CALLBACK-KEY-REPEATED", "a.yaml");
    assertNamed(text, "bad.yaml", "BOOK-", "");
    assertNamed(text, "c.yaml", "LEDGER-SETTING-INVALID", "readTimeoutSeconds");
    assertNamed(text, "c.yaml", "TENANT-FIELD-MISSING", "name");
    assertNamed(text, "d.yaml", "TENANT-REPEATED", "a.yaml");
    assertFalse(Files.exists(folder.resolve("data")));
    assertFalse(text.contains("ledger-secret"));
  }

  /** A finding: the file with line and column, the code, and a line in each language. */
  private static void assertNamed(String text, String file, String code, String what) {
    Pattern finding =
        Pattern.compile(
            Pattern.quote(file)
                + ":\\d+:\\d+ "
                + code
                + "\\S*\n +.*\\p{IsHan}.*\n +.*[a-z]{3}.*\n");
    Matcher found = finding.matcher(text);
    assertTrue(
        Stream.iterate(found.find(), each -> each, each -> found.find())
            .anyMatch(each -> found.group().contains(what)),
        () -> file + " " + code + " " + what + "\n" + text);
  }

  @Test
  void aCallbackIsAcceptedAsSoonAsTheStartIsAnnounced() throws Exception {
    String key = "one-callback-key-0001";
    Files.writeString(tenants.resolve("a.yaml"), tenant("a", key, "good"));
    CompletableFuture<Push> pushed = new CompletableFuture<>();
    PrintStream out = watched(base -> pushed.complete(push(URI.create(base + "/callback/" + key))));
    Thread main = Thread.ofPlatform().daemon().start(() -> Main.run(arguments(), out));
    assertTrue(pushed.get().isAccepted(), () -> pushed.join().toString());
    main.interrupt();
    assertTrue(main.join(Duration.ofSeconds(20)), "the end is short");
  }

  private static Push push(URI callback) {
    PushPolicy once = new PushPolicy(Duration.ofSeconds(20), List.of());
    try (CallbackPusher pusher =
        new CallbackPusher(DemoCompany.APP, callback, once, Clock.systemUTC())) {
      return pusher
          .push(pusher.changeOf(DemoMonth.claims().getFirst().instance(), "event-1", "finish"))
          .join();
    }
  }

  /** Does something the moment that the start is announced, before anything else happens. */
  private static PrintStream watched(Consumer<String> whenReady) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    OutputStream watching =
        new OutputStream() {
          @Override
          public void write(int each) {
            text.write(each);
            Matcher ready = READY.matcher(text.toString(StandardCharsets.UTF_8));
            if (each == '\n' && ready.find()) {
              text.reset();
              whenReady.accept(ready.group(1));
            }
          }
        };
    return new PrintStream(watching, true, StandardCharsets.UTF_8);
  }
}
