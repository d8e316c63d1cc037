package io.dingledger.local;

import io.dingledger.embedded.template.Template;
import io.dingledger.local.report.Outcome;
import io.dingledger.local.report.Progress;
import io.dingledger.local.report.Promise;
import io.dingledger.local.report.ResultTable;
import io.dingledger.local.tenants.TenantFile;
import io.dingledger.local.tenants.TenantFolder;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Suite;
import io.dingledger.platform.settings.TimesUnusable;
import io.dingledger.rules.Finding;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./dev run}: the whole system on one machine. */
public final class Main {
  private static final int BROKEN = 1;
  private static final int SECONDS_TO_CLOSE = 20;

  /** Open until everything is closed; whoever ends the process waits for it. */
  private static final CountDownLatch RUNNING = new CountDownLatch(1);

  private final Options options;
  private final PrintStream out;
  private final Progress progress;

  private Main(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.progress = new Progress(out, Clock.systemUTC());
  }

  /**
   * Ends with 0, with 1 when a promise broke or something did not start, or with 2 after misuse.
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int exit = run(List.of(arguments), out);
    RUNNING.countDown();
    System.exit(exit);
  }

  static int run(List<String> arguments, PrintStream out) {
    return switch (Options.parse(arguments)) {
      case Options.Parsed.Help help -> {
        out.println(Options.HELP);
        yield 0;
      }
      case Options.Parsed.Misuse misuse -> {
        out.print(misuse.text());
        yield Options.MISUSE;
      }
      case Options.Parsed.Run(Options options) -> new Main(options, out).run();
    };
  }

  private int run() {
    if (options.tenants().isEmpty()) {
      return served(new TenantFolder(Map.of(), Map.of(), Map.of()));
    }
    TenantFolder folder = TenantFolder.read(options.tenants().get());
    folder.findings().forEach(this::print);
    return folder.findings().isEmpty() ? served(folder) : Options.MISUSE;
  }

  private int served(TenantFolder folder) {
    try {
      return startedAndServed(folder);
    } catch (TimesUnusable wrong) {
      wrong.reasons().forEach(this::print);
      return Options.MISUSE;
    } catch (UncheckedIOException | IllegalStateException notStarted) {
      print(Reason.of(StartFault.NOT_STARTED, notStarted.getMessage()));
      return BROKEN;
    }
  }

  private void print(Reason reason) {
    out.println(reason.code() + "  " + reason.chinese());
    out.println("    " + reason.english());
  }

  private int startedAndServed(TenantFolder folder) {
    DataFolder data = DataFolder.open(options.data(), options.fresh());
    LogFile.into(data.log());
    progress.step("启动嵌入式 DynamoDB 与 SQS", "starting embedded DynamoDB and SQS");
    try (LocalSystem system = new LocalSystem(Template.read(template()), data, options.store())) {
      if (options.tenants().isEmpty()) {
        return demonstrated(system, data);
      }
      folder.suites().values().forEach(system::adopt);
      folder
          .tenants()
          .values()
          .forEach(tenant -> system.adopt(tenant.settings(), tenant.ruleBook(), tenant.signing()));
      opened(system, data);
      tellAddresses(system, folder);
      return keptServing();
    }
  }

  private void tellAddresses(LocalSystem system, TenantFolder folder) {
    for (Suite suite : folder.suites().values()) {
      progress.step(
          "第三方应用 " + suite.id() + " 的回调地址:",
          system.door().callback(suite.callback().key()).toString());
    }
    for (TenantFile.Valid tenant : folder.tenants().values()) {
      tenant
          .settings()
          .callback()
          .ifPresent(
              callback ->
                  progress.step(
                      "租户 " + tenant.settings().tenant() + " 的回调地址:",
                      system.door().callback(callback.key()).toString()));
    }
  }

  /** Only now: a callback that comes before its tenant is known would be refused. */
  private void opened(LocalSystem system, DataFolder data) {
    system.open(options.port());
    system.feed();
    progress.step("就绪:" + system.door().base(), "ready; the log is " + data.log());
  }

  private int demonstrated(LocalSystem system, DataFolder data) {
    try (DemoRun demo = new DemoRun(system, data.ledger(), progress)) {
      opened(system, data);
      List<Outcome> outcomes = demo.play();
      out.println();
      ResultTable.print(outcomes, out);
      int unaccounted = demo.unaccounted(outcomes);
      if (unaccounted != 0) {
        out.println("  ✘ 账务系统里有来历不明的凭证 · vouchers of unknown origin: " + unaccounted);
      }
      out.println("  AWS requests: " + system.requests().inWords());
      out.println(
          "  DingTalk: "
              + demo.calls().inWords()
              + " — 计入额度 · counted by its quota (*): "
              + demo.calls().counted());
      out.println(
          "  指标 · metrics: "
              + system.metrics().path("documents")
              + " — "
              + system.door().base()
              + "/api/metrics");
      out.println();
      boolean kept = unaccounted == 0 && Promise.areAllKept(outcomes);
      if (options.once()) {
        return kept ? 0 : BROKEN;
      }
      out.println(system.door().base() + "/api/tenants/demo/documents");
      return keptServing();
    }
  }

  private static Path template() {
    return Path.of(System.getProperty("dingledger.template", "template.yaml"));
  }

  /** Until the process is asked to end; then the parts are closed in order. */
  private int keptServing() {
    progress.step("持续服务中,按 Ctrl+C 结束", "serving; end with Ctrl+C");
    CountDownLatch asked = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  asked.countDown();
                  awaitEnd();
                }));
    try {
      asked.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static void awaitEnd() {
    try {
      RUNNING.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(Path file, List<Finding> findings) {
    for (Finding finding : findings) {
      out.printf(
          "%s:%d:%d %s%n    %s%n    %s%n",
          file,
          finding.line(),
          finding.column(),
          finding.reason().code(),
          finding.reason().chinese(),
          finding.reason().english());
    }
  }
}
