package io.dingledger.local;

import io.dingledger.model.failure.Reason;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param data the data folder
 * @param fresh whether it is emptied first
 * @param store where documents are kept
 * @param port the front door's port, 0 for any free one
 * @param tenants the folder of tenants' files; empty for the demo company
 * @param once whether to exit after the demo month
 */
public record Options(
    Path data, boolean fresh, Store store, int port, Optional<Path> tenants, boolean once) {
  /** The exit code after a mistake in the command line. */
  public static final int MISUSE = 2;

  /** What {@code --help} prints. */
  public static final String HELP =
      """
      ./dev run [options]

      在一个进程里运行整套系统：嵌入式 DynamoDB 与 SQS、四个函数、沙箱钉钉与沙箱金蝶，并演示一个月。
      Runs the whole system in one process: embedded DynamoDB and SQS, the four functions, a sandbox
      DingTalk and a sandbox Kingdee, and plays a month. Everything listens on 127.0.0.1 only.

        --data DIR               数据文件夹，默认 .dingledger · data folder, .dingledger by default
        --fresh                  先清空本系统的数据 · empty the system's data first
        --store dynamodb|memory  存储，默认 dynamodb · where documents are kept; memory forgets
                                 them at the end and needs no DynamoDB Local
        --port N                 端口，默认 8080，0 为任意 · port, 8080 by default, 0 for any
        --tenants DIR            用这些租户代替演示公司，见 docs/tenants.md
                                 these tenants instead of the demo company, see docs/tenants.md
        --once                   演示完即退出，有承诺未兑现则返回非零 · exit after the month,
                                 non-zero when a promise broke
        --help                   本说明 · this text
      """;

  private static final int DEFAULT_PORT = 8080;
  private static final int LARGEST_PORT = 65_535;
  private static final Path DEFAULT_DATA = Path.of(".dingledger");

  /** Where documents are kept. */
  public enum Store {
    /** DynamoDB Local, in the data folder. */
    DYNAMODB,
    /** This process's memory. */
    MEMORY
  }

  /** What reading a command line gave. */
  public sealed interface Parsed {
    /** It can be carried out. */
    record Run(Options options) implements Parsed {}

    /** It asks for help. */
    record Help() implements Parsed {}

    /** It can't be carried out, for these reasons. */
    record Misuse(List<Reason> reasons) implements Parsed {
      public Misuse {
        reasons = List.copyOf(reasons);
      }

      /** The reasons in both languages and where to read on, for the error stream. */
      public String text() {
        StringBuilder text = new StringBuilder();
        reasons.forEach(
            reason ->
                text.append(reason.code())
                    .append("  ")
                    .append(reason.chinese())
                    .append("\n    ")
                    .append(reason.english())
                    .append('\n'));
        return text.append("./dev run --help\n").toString();
      }
    }
  }

  private enum Name {
    DATA("--data", true),
    FRESH("--fresh", false),
    STORE("--store", true),
    PORT("--port", true),
    TENANTS("--tenants", true),
    ONCE("--once", false),
    HELP("--help", false);

    private final String text;
    private final boolean takesValue;

    Name(String text, boolean takesValue) {
      this.text = text;
      this.takesValue = takesValue;
    }
  }

  /** Reads a command line; {@code --name value} and {@code --name=value} both work. */
  public static Parsed parse(List<String> arguments) {
    List<Reason> mistakes = new ArrayList<>();
    Map<Name, String> given = given(arguments, mistakes);
    if (given.containsKey(Name.HELP)) {
      return new Parsed.Help();
    }
    Options options =
        new Options(
            path(given, Name.DATA, mistakes).orElse(DEFAULT_DATA),
            given.containsKey(Name.FRESH),
            store(given, mistakes),
            port(given, mistakes),
            path(given, Name.TENANTS, mistakes),
            given.containsKey(Name.ONCE));
    options
        .tenants()
        .filter(folder -> !Files.isDirectory(folder))
        .ifPresent(folder -> mistakes.add(Reason.of(OptionFault.TENANTS_NOT_A_FOLDER, folder)));
    if (options.once() && given.containsKey(Name.TENANTS)) {
      mistakes.add(Reason.of(OptionFault.ONCE_WITH_TENANTS));
    }
    return mistakes.isEmpty() ? new Parsed.Run(options) : new Parsed.Misuse(mistakes);
  }

  private static Map<Name, String> given(List<String> arguments, List<Reason> mistakes) {
    Map<Name, String> given = new EnumMap<>(Name.class);
    for (int index = 0; index < arguments.size(); index++) {
      String[] parts = arguments.get(index).split("=", 2);
      Optional<Name> name = named(parts[0]);
      if (name.isEmpty() || (parts.length == 2 && !name.get().takesValue)) {
        mistakes.add(Reason.of(OptionFault.UNKNOWN, arguments.get(index)));
        continue;
      }
      String value = parts.length == 2 ? parts[1] : "";
      if (name.get().takesValue && parts.length == 1) {
        boolean there = index + 1 < arguments.size() && !arguments.get(index + 1).startsWith("--");
        value = there ? arguments.get(++index) : "";
      }
      if (name.get().takesValue && value.isBlank()) {
        mistakes.add(Reason.of(OptionFault.VALUE_MISSING, parts[0]));
      } else if (given.putIfAbsent(name.get(), value) != null) {
        mistakes.add(Reason.of(OptionFault.REPEATED, parts[0]));
      }
    }
    return given;
  }

  private static Optional<Name> named(String text) {
    for (Name name : Name.values()) {
      if (name.text.equals(text)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> path(Map<Name, String> given, Name name, List<Reason> mistakes) {
    String text = given.get(name);
    try {
      return Optional.ofNullable(text).map(Path::of);
    } catch (InvalidPathException wrong) {
      mistakes.add(Reason.of(OptionFault.PATH_WRONG, text.replaceAll("\\p{Cntrl}", "?")));
      return Optional.empty();
    }
  }

  private static Store store(Map<Name, String> given, List<Reason> mistakes) {
    return switch (given.getOrDefault(Name.STORE, "dynamodb")) {
      case "dynamodb" -> Store.DYNAMODB;
      case "memory" -> Store.MEMORY;
      case String other -> {
        mistakes.add(Reason.of(OptionFault.STORE_WRONG, other));
        yield Store.DYNAMODB;
      }
    };
  }

  private static int port(Map<Name, String> given, List<Reason> mistakes) {
    String text = given.getOrDefault(Name.PORT, String.valueOf(DEFAULT_PORT));
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LARGEST_PORT) {
      mistakes.add(Reason.of(OptionFault.PORT_WRONG, text));
      return DEFAULT_PORT;
    }
    return Integer.parseInt(text);
  }
}
