package io.dingledger.local;

import io.dingledger.embedded.template.Template;
import io.dingledger.local.report.Outcome;
import io.dingledger.local.report.Progress;
import io.dingledger.local.report.Promise;
import io.dingledger.local.report.ResultTable;
import io.dingledger.local.tenants.TenantFile;
import io.dingledger.local.tenants.TenantFolder;
import io.dingledger.rules.Checked;
import io.dingledger.rules.Finding;
import io.dingledger.rules.RuleBooks;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code ./dev run}: the whole system on one machine. */
public final class Main {
  private static final int BROKEN = 1;
  private static final Path TEMPLATE =
      Path.of(System.getProperty("dingledger.template", "template.yaml"));

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
    System.exit(run(List.of(arguments), out));
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
      return served(Map.of());
    }
    TenantFolder folder = TenantFolder.read(options.tenants().get());
    boolean usable = folder.findings().isEmpty();
    folder.findings().forEach(this::print);
    for (Map.Entry<Path, TenantFile.Valid> each : folder.tenants().entrySet()) {
      if (RuleBooks.check(each.getValue().ruleBook()) instanceof Checked.Invalid invalid) {
        usable = false;
        print(each.getValue().ruleBookFile(), invalid.findings());
      }
    }
    return usable ? served(folder.tenants()) : Options.MISUSE;
  }

  private int served(Map<Path, TenantFile.Valid> tenants) {
    DataFolder data = DataFolder.open(options.data(), options.fresh());
    LogFile.into(data.log());
    progress.step("启动嵌入式 DynamoDB 与 SQS", "starting embedded DynamoDB and SQS");
    try (LocalSystem system =
        new LocalSystem(Template.read(TEMPLATE), data, options.store(), options.port())) {
      progress.step("就绪:" + system.door().base(), "ready; the log is " + data.log());
      if (tenants.isEmpty()) {
        return demonstrated(system, data);
      }
      tenants.values().forEach(tenant -> system.adopt(tenant.settings(), tenant.ruleBook()));
      system.feed();
      tenants
          .values()
          .forEach(
              tenant ->
                  progress.step(
                      "租户 " + tenant.settings().tenant() + " 的回调地址:",
                      system.door().callback(tenant.settings().app().callbackKey()).toString()));
      return keptServing();
    }
  }

  private int demonstrated(LocalSystem system, DataFolder data) {
    try (DemoRun demo = new DemoRun(system, data.ledger(), progress)) {
      system.feed();
      List<Outcome> outcomes = demo.play();
      out.println();
      ResultTable.print(outcomes, out);
      int unaccounted = demo.unaccounted(outcomes);
      if (unaccounted != 0) {
        out.println("  ✘ 账务系统里有来历不明的凭证 · vouchers of unknown origin: " + unaccounted);
      }
      out.println("  AWS requests: " + system.requests().inWords());
      out.println();
      boolean kept = unaccounted == 0 && Promise.areAllKept(outcomes);
      if (options.once()) {
        return kept ? 0 : BROKEN;
      }
      out.println(system.door().base() + "/api/tenants/demo/documents");
      return keptServing();
    }
  }

  /** Until the process is asked to end; then the parts are closed in order. */
  private int keptServing() {
    progress.step("持续服务中,按 Ctrl+C 结束", "serving; end with Ctrl+C");
    CountDownLatch asked = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  asked.countDown();
                  join(main);
                }));
    try {
      asked.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static void join(Thread main) {
    try {
      main.join(20_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(Path file, List<?> findings) {
    for (Object finding : findings) {
      switch (finding) {
        case Finding(int line, int column, var reason) ->
            out.printf(
                "%s:%d:%d %s%n    %s%n    %s%n",
                file, line, column, reason.code(), reason.chinese(), reason.english());
        default -> out.println(file + " " + finding);
      }
    }
  }
}
