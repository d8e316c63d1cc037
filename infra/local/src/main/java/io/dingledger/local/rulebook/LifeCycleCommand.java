package io.dingledger.local.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Deployment;
import io.dingledger.local.command.RunningSystem;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/**
 * One of the commands that take a step in the life of a rule book, or read it, in a system that
 * runs.
 */
public final class LifeCycleCommand implements Command {
  private static final String TENANT = "--tenant";
  private static final String BY = "--by";
  private static final String FROM = "--from";
  private static final String REPORT = "--report";
  private static final Set<String> OPTIONS = Deployment.options(TENANT, BY, FROM, REPORT);

  private final Kind kind;

  private LifeCycleCommand(Kind kind) {
    this.kind = kind;
  }

  /** All of them. */
  public static List<Command> all() {
    return List.<Command>of(
        new LifeCycleCommand(Kind.DRAFT),
        new LifeCycleCommand(Kind.TRY),
        new LifeCycleCommand(Kind.APPROVE),
        new LifeCycleCommand(Kind.ACTIVATE),
        new LifeCycleCommand(Kind.WITHDRAW),
        new LifeCycleCommand(Kind.LIST),
        new LifeCycleCommand(Kind.SHOW),
        new AgainCommand());
  }

  private enum Kind {
    DRAFT("draft", "FILE --tenant T --by P", "提交草稿", "puts a text forward"),
    TRY(
        "submit-simulation",
        "VERSION --tenant T --by P",
        "由系统挑选单据模拟，作为审批依据",
        "tries it on documents that the system chooses, as the proof for the approver"),
    APPROVE(
        "approve",
        "VERSION --tenant T --by Q [--report DIGEST]",
        "由作者以外的人审批；--report 写所看报告的摘要",
        "a second person agrees; --report names the report that was looked at"),
    ACTIVATE(
        "activate",
        "VERSION --tenant T --by Q --from DATE",
        "从某个业务日期起启用",
        "puts it in force from a business date on"),
    WITHDRAW(
        "withdraw", "VERSION --tenant T --by P", "撤回未启用的版本", "withdraws it before it is in force"),
    LIST("list", "--tenant T", "列出所有版本及其生效日", "lists the versions and what is in force"),
    SHOW("show", "VERSION --tenant T", "显示版本的经过和文本", "shows a version's history and text");

    private final String word;
    private final String usage;
    private final String chinese;
    private final String english;

    Kind(String word, String usage, String chinese, String english) {
      this.word = word;
      this.usage = usage;
      this.chinese = chinese;
      this.english = english;
    }
  }

  @Override
  public String name() {
    return kind.word;
  }

  @Override
  public String help() {
    return "  %s %s%n                          %s%n                          %s%n"
        .formatted(kind.word, kind.usage, kind.chinese, kind.english);
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    int plain = kind == Kind.LIST ? 0 : 1;
    Arguments given =
        Arguments.of(line, OPTIONS)
            .counting(plain, plain, "./dev rules " + kind.word + " " + kind.usage);
    String tenant = given.needed(TENANT);
    try (RunningSystem system = Deployment.of(given)) {
      switch (kind) {
        case LIST -> LifeCycleText.list(system.get("", tenant, "rule-books"), out);
        case SHOW ->
            LifeCycleText.version(
                system.get("", tenant, "rule-books", given.plain().getFirst()), out);
        case DRAFT, TRY, APPROVE, ACTIVATE, WITHDRAW ->
            LifeCycleText.version(stepped(system, tenant, given), out);
      }
    }
    return FINE;
  }

  private JsonNode stepped(RunningSystem system, String tenant, Arguments given) {
    ObjectNode body = RunningSystem.body().put("by", given.needed(BY));
    String first = given.plain().getFirst();
    return switch (kind) {
      case DRAFT ->
          system.post(
              body.put("text", RuleBookText.of(Arguments.path(first))), tenant, "rule-books");
      case TRY -> system.post(body, tenant, "rule-books", first, "simulation");
      case APPROVE ->
          system.post(
              body.put("report", report(system, tenant, first, given)),
              tenant,
              "rule-books",
              first,
              "approval");
      case ACTIVATE ->
          system.post(
              body.put("from", given.needed(FROM)), tenant, "rule-books", first, "activation");
      case WITHDRAW -> system.post(body, tenant, "rule-books", first, "withdrawal");
      case LIST, SHOW -> throw new IllegalStateException("nothing is changed");
    };
  }

  /** Without a digest the newest report counts as seen; with one only that very report. */
  private static String report(
      RunningSystem system, String tenant, String version, Arguments given) {
    return given
        .option(REPORT)
        .orElseGet(() -> system.get("", tenant, "rule-books", version).path("report").asText());
  }
}
