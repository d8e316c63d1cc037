package io.dingledger.local.rules;

import io.dingledger.local.report.Columns;
import io.dingledger.rules.Finding;
import java.io.PrintStream;
import java.util.List;

/** Prints findings with the line that they are about and a caret under the place. */
final class FindingText {
  private static final int WIDEST = 100;
  private static final int BEFORE = 60;
  private static final String CUT = "…";

  private final String file;
  private final List<String> lines;
  private final PrintStream out;

  /**
   * Findings of a text.
   *
   * @param file what to call it
   */
  FindingText(String file, String text, PrintStream out) {
    this.file = file;
    this.lines = text.lines().toList();
    this.out = out;
  }

  void print(List<Finding> findings) {
    findings.forEach(this::print);
  }

  private void print(Finding finding) {
    boolean mistake = finding.severity() == Finding.Severity.MISTAKE;
    out.println(
        file
            + ":"
            + finding.line()
            + ":"
            + finding.column()
            + "  "
            + (mistake ? "错误 error" : "警告 warning")
            + "  "
            + finding.reason().code());
    place(finding);
    out.println("    " + finding.reason().chinese());
    out.println("    " + finding.reason().english());
    out.println();
  }

  private void place(Finding finding) {
    if (finding.line() > lines.size()) {
      return;
    }
    String line = lines.get(finding.line() - 1).replace('\t', ' ');
    int at = line.offsetByCodePoints(0, codePointsBefore(line, finding.column()));
    int from = at > BEFORE ? line.offsetByCodePoints(at, -Math.min(BEFORE / 2, at / 2)) : 0;
    String number = String.valueOf(finding.line());
    String head = (from > 0 ? CUT : "") + line.substring(from, at);
    String shown = Columns.cut((from > 0 ? CUT : "") + line.substring(from), WIDEST);
    out.println("  " + number + " | " + shown);
    out.println(" ".repeat(2 + number.length()) + " | " + " ".repeat(Columns.width(head)) + "^");
  }

  /** Columns count characters from 1; one behind the end is the end. */
  private static int codePointsBefore(String line, int column) {
    return Math.min(Math.max(0, column - 1), line.codePointCount(0, line.length()));
  }
}
