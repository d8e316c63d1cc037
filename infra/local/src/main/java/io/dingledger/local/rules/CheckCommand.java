package io.dingledger.local.rules;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.rules.Checked;
import io.dingledger.rules.Finding;
import io.dingledger.rules.RuleBooks;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** {@code ./dev rules check FILE…}: every mistake of rule books, with its place. */
final class CheckCommand implements Command {
  private static final String USAGE = "./dev rules check FILE…";

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String help() {
    return """
          check FILE…             检查规则簿，一次列出全部错误与警告
                                  checks rule books; all mistakes and warnings at once
        """;
  }

  @Override
  public int run(List<String> arguments, PrintStream out) {
    List<String> names =
        Arguments.of(arguments, Set.of()).counting(1, Integer.MAX_VALUE, USAGE).plain();
    int exit = FINE;
    for (String name : names) {
      String text = TextFile.needed(Arguments.path(name));
      exit = Math.max(exit, told(name, text, out));
    }
    return exit;
  }

  private static int told(String name, String text, PrintStream out) {
    Checked checked = RuleBooks.check(text);
    List<Finding> findings =
        switch (checked) {
          case Checked.Valid(var book, var warnings) -> warnings;
          case Checked.Invalid(var all) -> all;
        };
    new FindingText(name, text, out).print(findings);
    boolean usable = checked instanceof Checked.Valid;
    long mistakes =
        findings.stream().filter(each -> each.severity() == Finding.Severity.MISTAKE).count();
    out.println(
        "%s %s: %s · %s"
            .formatted(
                usable ? "✔" : "✘",
                name,
                "错误 %d，警告 %d，%s"
                    .formatted(mistakes, findings.size() - mistakes, usable ? "可以使用" : "不能使用"),
                "%d mistakes, %d warnings, %s"
                    .formatted(
                        mistakes,
                        findings.size() - mistakes,
                        usable ? "can be used" : "cannot be used")));
    return usable ? FINE : FOUND;
  }
}
