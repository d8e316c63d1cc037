package io.dingledger.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.CommandFault;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.command.RunningSystem;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./dev replay}: says what would become of documents, and has them tried again. */
final class ReplayCommand implements Command {
  private static final Set<String> OPTIONS =
      Deployment.options("--tenant", "--by", "--since", "--most");

  private static final Set<String> STATES = Set.of("--held", "--parked", "--all");

  private static final String USAGE =
      "./dev replay (DOCUMENT… | --held | --parked | --all | --since INSTANT) [--go --by P]";

  private static final int PAGE = 100;
  private static final int USUAL_MOST = 1000;

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String help() {
    return """
          replay (DOCUMENT… | --held | --parked | --all) [--since INSTANT] [--tenant T] [--most N]
                 [--go --by P]
                                  预览重试的结果：逐张查询账务系统，不推送；--go 才真正重试
                                  says what would become of documents that are tried again: the
                                  ledger is asked for each voucher and nothing is sent; --go has
                                  them tried again. --all: held, parked and under way; --since:
                                  only those that changed at or after a moment, as
                                  2026-03-31T16:00:00Z; --most: 1000 documents if not said
        """;
  }

  /** What was met so far. */
  private static final class Count {
    private final Map<ReplayWord, Integer> words = new EnumMap<>(ReplayWord.class);
    private int documents;

    void add(ReplayWord word) {
      words.merge(word, 1, Integer::sum);
    }

    int of(ReplayWord word) {
      return words.getOrDefault(word, 0);
    }
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    List<String> rest = new ArrayList<>(line);
    boolean go = rest.remove("--go");
    Set<String> flags = new LinkedHashSet<>(rest);
    flags.retainAll(STATES);
    rest.removeAll(STATES);
    Arguments given = Arguments.of(rest, OPTIONS);
    List<String> states = states(flags, given);
    if (given.plain().isEmpty() == states.isEmpty()) {
      throw new Refusal(CommandFault.ARGUMENTS_WRONG, given.plain().size(), USAGE);
    }
    ObjectNode body = RunningSystem.body().put("go", go);
    if (go) {
      body.put("by", given.needed("--by"));
    }
    given.option("--since").ifPresent(since -> body.put("since", since));
    String tenant = given.option("--tenant").orElse("demo");
    int most = most(given);
    Count count = new Count();
    try (RunningSystem system = Deployment.of(given)) {
      if (states.isEmpty()) {
        named(system, tenant, body, given.plain(), count, out);
      }
      for (String state : states) {
        listed(system, tenant, body.put("state", state), most, count, out);
      }
    }
    return summed(go, count, out);
  }

  /**
   * With a moment and nothing else all states are meant in which work can be left; in this order,
   * so that nothing is met a second time where its replay has brought it.
   */
  private static List<String> states(Set<String> flags, Arguments given) {
    boolean bySince = given.option("--since").isPresent() && given.plain().isEmpty();
    if (flags.contains("--all") || (flags.isEmpty() && bySince)) {
      return List.of("POSTING", "PARKED", "HELD");
    }
    List<String> states = new ArrayList<>();
    if (flags.contains("--parked")) {
      states.add("PARKED");
    }
    if (flags.contains("--held")) {
      states.add("HELD");
    }
    return states;
  }

  private static int most(Arguments given) {
    String text = given.option("--most").orElse(String.valueOf(USUAL_MOST));
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw new Refusal(CommandFault.ARGUMENTS_WRONG, text, "--most 1 … 9999999");
    }
    return Integer.parseInt(text);
  }

  private static void named(
      RunningSystem system,
      String tenant,
      ObjectNode body,
      List<String> documents,
      Count count,
      PrintStream out) {
    for (int from = 0; from < documents.size(); from += PAGE) {
      ArrayNode names = body.putArray("documents");
      documents.subList(from, Math.min(documents.size(), from + PAGE)).forEach(names::add);
      printed(system.post(body, tenant, "replay"), count, out);
    }
  }

  private static void listed(
      RunningSystem system,
      String tenant,
      ObjectNode body,
      int most,
      Count count,
      PrintStream out) {
    String cursor = "";
    do {
      body.put("cursor", cursor).put("limit", Math.min(PAGE, Math.max(1, most - count.documents)));
      JsonNode answer = system.post(body, tenant, "replay");
      printed(answer, count, out);
      cursor = answer.path("cursor").asText();
    } while (!cursor.isEmpty() && count.documents < most);
    if (!cursor.isEmpty()) {
      out.println("… 已达上限 · the limit is reached: --most " + most);
    }
  }

  private static void printed(JsonNode answer, Count count, PrintStream out) {
    for (JsonNode document : answer.path("documents")) {
      count.documents++;
      ReplayText.print(document, out).forEach(count::add);
    }
  }

  private static int summed(boolean go, Count count, PrintStream out) {
    StringBuilder line = new StringBuilder("单据 documents: " + count.documents);
    for (ReplayWord word : ReplayWord.values()) {
      if (count.of(word) > 0) {
        line.append(", ").append(word.words()).append(": ").append(count.of(word));
      }
    }
    out.println(line);
    if (!go) {
      out.println("仅预览，未作任何改动；加 --go --by 姓名 执行 · a preview only; add --go --by NAME");
    }
    boolean fine =
        count.of(ReplayWord.REFUSED)
                + count.of(ReplayWord.DIFFERENT)
                + count.of(ReplayWord.CANNOT_BE_ASKED)
            == 0;
    return fine ? FINE : FOUND;
  }
}
