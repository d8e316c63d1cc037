package io.dingledger.local.packages;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Refusal;
import io.dingledger.runtime.FunctionPackage.Kind;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code ./dev native-test} was asked for.
 *
 * @param kind the kind that the packages have to be of, empty for whatever is there
 * @param parts what is to be done
 * @param emulator another's emulator of AWS for the smoke test
 * @param starts how often each function is started for the measurement
 * @param events how many events each function is given for the measurement
 */
record NativeTestOptions(
    Optional<Kind> kind, Set<Part> parts, Optional<URI> emulator, int starts, int events) {
  static final String HELP =
      """
      ./dev native-test [--kind native|jvm] [--only smoke|chain|measure] [--endpoint URL]
                        [--starts N] [--events N]
        把 ./dev package 打好的每个函数作为进程启动，经由 Lambda Runtime API 的替身调用：
          smoke    逐个事件的冒烟测试  chain  用这些进程跑完整的演示月份
          measure  启动时间、内存与速度（只有写明时才做）
        Starts each function that ./dev package has packaged as a process and calls it by a stand-in
        of the Lambda Runtime API: event by event (smoke), the whole demo month (chain); measure, only
        when asked for, measures start, memory and speed.
        --kind      要求的种类，默认为现有的 / the kind wanted; whatever is there by default
        --endpoint  冒烟测试改用该地址上的 AWS 模拟器 / an emulator of AWS for the smoke test
        --starts    测量的启动次数，默认 30 / starts to measure; 30 by default
        --events    测量的事件个数，默认 10000 / events to measure; 10000 by default
      返回码 · exit codes: 0 正常 · fine, 1 有失败 · something failed, 2 无法执行 · refused
      """;

  private static final int STARTS = 30;
  private static final int EVENTS = 10_000;

  /** A part of the test. */
  enum Part {
    SMOKE,
    CHAIN,
    MEASURE
  }

  /** Reads the command line; a {@link Refusal} tells what is wrong. */
  static NativeTestOptions parse(List<String> line) {
    Arguments arguments =
        Arguments.of(line, Set.of("--kind", "--only", "--endpoint", "--starts", "--events"))
            .counting(0, 0, "./dev native-test --help");
    Optional<URI> emulator = arguments.option("--endpoint").map(NativeTestOptions::address);
    Set<Part> usual = emulator.isPresent() ? Set.of(Part.SMOKE) : Set.of(Part.SMOKE, Part.CHAIN);
    return new NativeTestOptions(
        arguments.option("--kind").map(text -> one(Kind.class, "--kind", text)),
        arguments
            .option("--only")
            .map(text -> Set.of(one(Part.class, "--only", text)))
            .orElse(usual),
        emulator,
        arguments.option("--starts").map(text -> number("--starts", text)).orElse(STARTS),
        arguments.option("--events").map(text -> number("--events", text)).orElse(EVENTS));
  }

  private static <E extends Enum<E>> E one(Class<E> all, String option, String text) {
    for (E each : all.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
        return each;
      }
    }
    String words = String.join(" | ", names(all));
    throw new Refusal(NativeTestFault.VALUE_WRONG, option, text, words);
  }

  private static <E extends Enum<E>> List<String> names(Class<E> all) {
    return List.of(all.getEnumConstants()).stream()
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static int number(String option, String text) {
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new Refusal(NativeTestFault.VALUE_WRONG, option, text, "1 – 999999");
    }
    return Integer.parseInt(text);
  }

  private static URI address(String text) {
    if (!text.matches("https?://[A-Za-z0-9.\\[\\]:-]+/?")) {
      throw new Refusal(NativeTestFault.VALUE_WRONG, "--endpoint", text, "http://127.0.0.1:5000");
    }
    return URI.create(text);
  }
}
