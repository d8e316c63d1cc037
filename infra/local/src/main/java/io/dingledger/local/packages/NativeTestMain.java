package io.dingledger.local.packages;

import io.dingledger.embedded.template.Template;
import io.dingledger.local.LogFile;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.packages.NativeTestOptions.Part;
import io.dingledger.local.report.Progress;
import io.dingledger.model.failure.Reason;
import io.dingledger.runtime.FunctionPackage;
import io.dingledger.runtime.PackageUnusable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** {@code ./dev native-test}: packaged functions, tried out as Lambda runs them. */
public final class NativeTestMain {
  private final Path root;
  private final Path folder;
  private final PrintStream out;
  private final Progress progress;
  private final List<Reason> wrong = new ArrayList<>();

  private NativeTestMain(Path root, Path folder, PrintStream out) {
    this.root = root;
    this.folder = folder;
    this.out = out;
    this.progress = new Progress(out, Clock.systemUTC());
  }

  /** Ends with 0, with 1 when something failed, or with 2 when it can't be done. */
  public static void main(String[] arguments) throws IOException {
    Path template = Path.of(System.getProperty("dingledger.template", "template.yaml"));
    Path folder = Files.createTempDirectory("dingledger-native-test");
    LogFile.into(folder.resolve("test.log"));
    System.exit(
        run(
            List.of(arguments),
            template.toAbsolutePath().getParent(),
            folder,
            new PrintStream(System.out, true, StandardCharsets.UTF_8)));
  }

  /**
   * The same without the end of the process.
   *
   * @param root the project's folder
   * @param folder for data and logs
   */
  static int run(List<String> line, Path root, Path folder, PrintStream out) {
    if (line.contains("--help") || line.contains("-h")) {
      out.print(NativeTestOptions.HELP);
      return Command.FINE;
    }
    try {
      return new NativeTestMain(root, folder, out).run(NativeTestOptions.parse(line));
    } catch (Refusal refusal) {
      refusal.reasons().forEach(reason -> print(out, reason));
    } catch (PackageUnusable unusable) {
      print(out, unusable.reason());
    }
    out.println("./dev native-test --help");
    return Command.REFUSED;
  }

  private int run(NativeTestOptions options) {
    Packages packages = Packages.find(root, options.kind());
    out.println("  log: " + folder);
    for (var function : packages.functions()) {
      FunctionPackage zip = packages.zip(function.logicalId());
      out.printf("  %-18s %-7s %,12d%n", function.logicalId(), zip.kind().word(), zip.size());
    }
    if (options.parts().contains(Part.SMOKE)) {
      smoke(packages, options);
    }
    if (options.parts().contains(Part.CHAIN)) {
      chain(packages);
    }
    if (options.parts().contains(Part.MEASURE)) {
      measure(packages, options);
    }
    wrong.forEach(reason -> print(out, reason));
    return wrong.isEmpty() ? Command.FINE : Command.FOUND;
  }

  private void smoke(Packages packages, NativeTestOptions options) {
    progress.step("冒烟测试", "smoke test");
    try (SmokeTest test = new SmokeTest(template(), made("smoke"), options.emulator());
        PackagedHandlers functions =
            packages.over(
                test.place().surroundings(), folder.resolve("smoke").resolve("functions.log"), 1)) {
      for (Check check : test.play(functions)) {
        out.println(
            "  " + (check.isFine() ? "✔" : "✘") + " " + check.function() + "  " + check.what());
        check.fault().ifPresent(wrong::add);
      }
    }
  }

  private void chain(Packages packages) {
    progress.step("演示月份", "the demo month");
    Chain.Result result =
        Chain.play(packages, root.resolve("template.yaml"), made("chain"), progress, out);
    result.fault().ifPresent(wrong::add);
  }

  private void measure(Packages packages, NativeTestOptions options) {
    progress.step("测量", "measuring");
    try (SmokeTest test = new SmokeTest(template(), made("measure"), options.emulator())) {
      new Measurement(packages, test, made("measure").resolve("functions.log"), out)
          .of(options.starts(), options.events());
    }
  }

  private Template template() {
    return Template.read(root.resolve("template.yaml"));
  }

  private Path made(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void print(PrintStream out, Reason reason) {
    out.println(reason.code() + "  " + reason.chinese());
    out.println("    " + reason.english());
  }
}
