package io.dingledger.local.torture;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.torture.process.Role;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the command line of {@code ./dev torture}. */
final class TortureOptions {
  static final String HELP =
      """
      ./dev torture [options]

      把本机系统作为多个操作系统进程运行在一个持久的数据文件夹上：底座（表与队列）、intake、translate、post、
      retry、patrol；在推送加密回调的同时，随机用 SIGKILL 杀死进程并重新启动，账务系统不断出错、先记账后超时；
      最后按账务系统自己的账簿逐单清点。见 docs/torture.md。
      Runs the local system as separate processes over one durable data folder: ground (table and
      queues), intake, translate, post, retry and patrol; kills them by SIGKILL at random and starts
      them again while encrypted callbacks are pushed and the ledger fails, or books and times out.
      Ends with a count taken from the ledger's own book. See docs/torture.md.

        --documents N       多少张单据，默认 1000 · how many documents, 1000 by default
        --minutes M         推送与杀进程持续的分钟数，默认 3 · how long they are pushed and processes
                            killed, 3 by default
        --kills N           至少杀这么多次，时间到了也继续 · go on until there were so many kills
        --kill-every S      全部就绪后平均多少秒再杀，默认 4，0 为不杀 · mean seconds from when all serve
                            to the next kill, 4 by default, 0 for none
        --kill A,B          只杀这些进程 · kill only these: ground, intake, translate, post, retry,
                            patrol; all by default
        --seed S            种子，默认 1 · the seed of documents, kills and troubles, 1 by default
        --patience M        停止杀进程后最多再等几分钟，默认 6 · how many minutes the rest may take
                            after the last kill, 6 by default
        --data DIR          数据文件夹，默认 .dingledger-torture；其中上次的数据会清空 · data folder; what
                            an earlier torture left in it is emptied
        --real-times        使用部署时的租约与超时 · leases and time-outs as deployed; takes long, so
                            give it --patience 30 or more
        --clock-jumps       进程的时钟不准或跳变 · clocks of processes are wrong or jump
        --proxy             账务系统前加一个会断线、拖延的代理 · a proxy before the ledger cuts lines and
                            holds them up
        --url URL           推送到正在运行的系统，不启动也不杀进程 · push to a system that runs elsewhere;
                            nothing is started or killed, and what to configure there is printed
        --dingtalk-port P   沙箱钉钉的首个端口 · the first port of the sandbox DingTalks, with --url 18081
        --ledger-port P     账务系统的端口 · the ledger's port, with --url 18080
        --ledger-address URL  系统访问账务系统的地址，用于插入您自己的代理 · where the system is told to
                            reach the ledger, for a proxy of your own before --ledger-port
        --help              本说明 · this text

      返回码 · exit codes: 0 无丢失、无重复 · nothing lost or doubled, 1 有 · something was, 2 参数有误 · misuse
      """;

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--documents",
          "--minutes",
          "--kills",
          "--kill-every",
          "--kill",
          "--seed",
          "--patience",
          "--data",
          "--url",
          "--dingtalk-port",
          "--ledger-port",
          "--ledger-address");
  private static final Set<String> SWITCHES = Set.of("--real-times", "--clock-jumps", "--proxy");
  private static final List<String> OWN_PROCESSES =
      List.of("--real-times", "--clock-jumps", "--kills", "--kill-every", "--kill");
  private static final int LARGEST_PORT = 65_535;

  private final Set<String> switches;
  private final Arguments given;

  private TortureOptions(List<String> line) {
    switches = line.stream().filter(SWITCHES::contains).collect(Collectors.toSet());
    given =
        Arguments.of(line.stream().filter(each -> !SWITCHES.contains(each)).toList(), WITH_VALUE);
    given.counting(0, 0, "./dev torture --help");
  }

  /**
   * Reads it.
   *
   * @throws Refusal when it can't be carried out
   */
  static Plan parse(List<String> line) {
    TortureOptions options = new TortureOptions(line);
    Optional<URI> url = options.given.option("--url").map(TortureOptions::address);
    if (url.isPresent()) {
      options.refuseWithUrl();
    }
    return new Plan(
        options.number("--documents", 1000, 1, 100_000),
        Duration.ofMinutes(options.number("--minutes", 3, 1, 24 * 60)),
        options.number("--kills", 0, 0, 100_000),
        Duration.ofSeconds(options.number("--kill-every", 4, 0, 3600)),
        options.given.option("--kill").map(TortureOptions::victims).orElse(Set.of(Role.values())),
        options.number("--seed", 1, 0, Integer.MAX_VALUE),
        Arguments.path(options.given.option("--data").orElse(".dingledger-torture"))
            .toAbsolutePath(),
        Duration.ofMinutes(options.number("--patience", 6, 1, 24 * 60)),
        options.switches.contains("--real-times"),
        options.switches.contains("--clock-jumps"),
        options.switches.contains("--proxy"),
        url,
        options.number("--dingtalk-port", url.isPresent() ? 18_081 : 0, 0, LARGEST_PORT - 10),
        options.number("--ledger-port", url.isPresent() ? 18_080 : 0, 0, LARGEST_PORT),
        options.given.option("--ledger-address").map(TortureOptions::address));
  }

  private void refuseWithUrl() {
    for (String option : OWN_PROCESSES) {
      if (switches.contains(option) || given.option(option).isPresent()) {
        throw new Refusal(TortureFault.NOT_WITH_URL, option);
      }
    }
  }

  private int number(String name, int otherwise, int least, int most) {
    String text = given.option(name).orElse(String.valueOf(otherwise));
    boolean fits =
        text.matches("\\d{1,10}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most;
    if (!fits) {
      throw new Refusal(TortureFault.NUMBER_WRONG, name, text, least + " – " + most);
    }
    return Integer.parseInt(text);
  }

  private static Set<Role> victims(String text) {
    Set<Role> victims = EnumSet.noneOf(Role.class);
    for (String name : text.split(",", -1)) {
      victims.add(
          Arrays.stream(Role.values())
              .filter(role -> role.name().equals(name.strip().toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() -> new Refusal(TortureFault.VICTIM_UNKNOWN, name, roles())));
    }
    return victims;
  }

  private static String roles() {
    List<String> names = new ArrayList<>();
    for (Role role : Role.values()) {
      names.add(role.name().toLowerCase(Locale.ROOT));
    }
    return String.join(", ", names);
  }

  private static URI address(String text) {
    try {
      URI address = URI.create(text);
      boolean fits =
          List.of("http", "https").contains(String.valueOf(address.getScheme()))
              && address.getHost() != null
              && List.of("", "/").contains(address.getPath());
      if (fits) {
        return address;
      }
    } catch (IllegalArgumentException none) {
      // Refused below, like what is an address of something else.
    }
    throw new Refusal(TortureFault.URL_WRONG, text.replaceAll("\\p{Cntrl}", "?"));
  }
}
