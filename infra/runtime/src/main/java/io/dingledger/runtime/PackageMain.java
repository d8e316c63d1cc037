package io.dingledger.runtime;

import io.dingledger.model.failure.Reason;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The last step of {@code ./dev package}: settles the packages, weighs them, prints a table. */
public final class PackageMain {
  /** The largest package that is allowed, in bytes. */
  public static final long LIMIT = 20_000_000;

  /** The functions, by the names of their folders. */
  public static final List<String> FUNCTIONS =
      List.of("intake", "translate", "post", "retry", "patrol");

  private static final long MEGABYTE = 1_000_000;
  private static final int FOUND = 1;

  private PackageMain() {}

  /**
   * Ends with 0, or with 1 when a package is missing or too large.
   *
   * @param arguments the project's folder
   */
  public static void main(String[] arguments) throws IOException {
    System.exit(
        run(
            Path.of(arguments[0]),
            LIMIT,
            new PrintStream(System.out, true, StandardCharsets.UTF_8)));
  }

  static int run(Path root, long limit, PrintStream out) throws IOException {
    List<Reason> wrong = new ArrayList<>();
    out.printf("%-10s %-7s %-7s %10s%n", "function", "kind", "for", "bytes");
    for (String name : FUNCTIONS) {
      try {
        FunctionPackage found = FunctionPackage.of(name, file(root, name));
        PackageFiles.settle(found.file());
        String processor = found.processor().map(FunctionPackage.Processor::word).orElse("any");
        out.printf("%-10s %-7s %-7s %,10d%n", name, found.kind().word(), processor, found.size());
        if (found.size() > limit) {
          wrong.add(
              Reason.of(
                  RuntimeFault.PACKAGE_TOO_LARGE, name, found.size() / MEGABYTE, limit / MEGABYTE));
        }
      } catch (PackageUnusable unusable) {
        wrong.add(unusable.reason());
      }
    }
    for (Reason reason : wrong) {
      out.println(reason.code() + "  " + reason.chinese());
      out.println("    " + reason.english());
    }
    return wrong.isEmpty() ? 0 : FOUND;
  }

  /** Where a function's package is. */
  public static Path file(Path root, String function) {
    return root.resolve(Path.of("functions", function, "target", "function.zip"));
  }
}
