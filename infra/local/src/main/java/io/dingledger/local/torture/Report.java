package io.dingledger.local.torture;

import io.dingledger.local.command.TextTable;
import io.dingledger.local.torture.company.Claim;
import io.dingledger.local.torture.company.Claim.Telling;
import io.dingledger.local.torture.process.Role;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Prints how a torture went. */
final class Report {
  private static final int MOST_EXAMPLES = 12;

  private Report() {}

  static void print(Plan plan, Torture.Result result, PrintStream out) {
    Tally tally = result.tally();
    out.println();
    TextTable table = new TextTable(Set.of(0), "张", "结果 · what became of the documents");
    table.row(String.valueOf(tally.verdicts().size()), "已批准 · approved" + told(tally));
    for (Verdict verdict : Verdict.values()) {
      table.row(String.valueOf(tally.count(verdict)), verdict.words());
    }
    table.row(String.valueOf(tally.strangers().size()), "来历不明的凭证 · vouchers of unknown origin");
    table.print("  ", out);
    out.println();
    out.printf(
        "  凭证 · vouchers in the ledger's own book: %d%n  推送 · events pushed: %d (%d %s)%n",
        result.book().size(), result.pushed(), result.givenUp(), "放弃后列入失败 · given up and listed");
    out.println("  杀进程 · kills by SIGKILL: " + kills(result.kills()));
    out.println("  时刻 · their moments: " + counts(result.killMoments()));
    out.println("  账务系统 · the ledger: " + counts(result.troubles()));
    if (!result.lines().isEmpty()) {
      out.println("  代理 · the proxy before it: " + counts(result.lines()));
    }
    out.println("  等待原因 · why documents wait: " + counts(reasons(result)));
    if (!result.diedAlone().isEmpty()) {
      out.println("  ✘ 自行退出的进程 · processes that ended by themselves: " + result.diedAlone());
    }
    out.printf("  用时 · took %d s, 种子 · seed %d%n", result.took().toSeconds(), plan.seed());
    examples(tally, out);
    out.println(
        tally.isClean()
            ? "  ✔ 无丢失、无重复 · nothing lost, nothing doubled"
            : "  ✘ 有承诺未兑现 · a promise is broken; the data stays in " + plan.data());
  }

  private static String told(Tally tally) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Claim claim : tally.verdicts().keySet()) {
      if (claim.telling() != Telling.ONCE) {
        counts.merge(words(claim.telling().name()), 1, Integer::sum);
      }
      claim
          .change()
          .ifPresent(
              change ->
                  counts.merge(change.withdraws() ? "withdrawal" : "change", 1, Integer::sum));
    }
    return counts.isEmpty() ? "" : " (" + counts(counts) + ")";
  }

  private static String kills(Map<Role, Integer> kills) {
    int sum = kills.values().stream().mapToInt(Integer::intValue).sum();
    return sum + " (" + counts(kills) + ")";
  }

  private static Map<String, Integer> reasons(Torture.Result result) {
    Map<String, Integer> reasons = new TreeMap<>();
    for (Verdict verdict : List.of(Verdict.WAITS, Verdict.LATER, Verdict.UNFINISHED)) {
      for (Claim claim : result.tally().with(verdict)) {
        standing(result, claim)
            .ifPresent(
                each ->
                    reasons.merge(
                        each.state() + " " + String.join("+", each.reasons()), 1, Integer::sum));
      }
    }
    return reasons;
  }

  private static Optional<Standing> standing(Torture.Result result, Claim claim) {
    return Optional.ofNullable(
        result.standings().getOrDefault(claim.firm().tenant(), Map.of()).get(claim.id()));
  }

  private static void examples(Tally tally, PrintStream out) {
    Arrays.stream(Verdict.values())
        .filter(Verdict::isBroken)
        .forEach(
            verdict ->
                tally.with(verdict).stream()
                    .limit(MOST_EXAMPLES)
                    .forEach(
                        claim ->
                            out.println(
                                "    ✘ %s %s %s"
                                    .formatted(verdict, claim.firm().tenant(), claim.id()))));
  }

  private static String counts(Map<?, Integer> counts) {
    return String.join(
        ", ",
        counts.entrySet().stream()
            .map(each -> words(each.getKey().toString()) + " " + each.getValue())
            .toList());
  }

  private static String words(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT)) && !name.contains(" ")
        ? name.toLowerCase(Locale.ROOT).replace('_', ' ')
        : name;
  }
}
