package io.dingledger.rules.reading;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.failure.ReasonCode;
import io.dingledger.rules.Finding;
import io.dingledger.rules.expression.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with a rule book, each with its place. */
final class Findings {
  /** YAML 1.1 breaks lines at more signs than Java does. */
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

  private final Set<Finding> found = new LinkedHashSet<>();
  private final List<String> sourceLines;

  Findings(String source) {
    this.sourceLines = List.of(LINE_BREAK.split(source, -1));
  }

  /** Something is wrong at a node. */
  void add(Node node, ReasonCode finding, Object... arguments) {
    add(node.getStartMark(), finding, arguments);
  }

  /** Something is wrong at a mark. */
  void add(Mark mark, ReasonCode finding, Object... arguments) {
    found.add(new Finding(mark.getLine() + 1, mark.getColumn() + 1, Reason.of(finding, arguments)));
  }

  /** Something is wrong at a node, for a reason that is known. */
  void add(Node node, Reason reason) {
    Mark mark = node.getStartMark();
    found.add(new Finding(mark.getLine() + 1, mark.getColumn() + 1, reason));
  }

  /** Something is wrong at a place, in UTF-16 units, of the expression that a text is. */
  void add(Word word, int at, ReasonCode finding, Object... arguments) {
    mistakes(word, List.of(new Mistake(at, Reason.of(finding, arguments))));
  }

  /** Mistakes in an expression that a node's text is. */
  void mistakes(Word word, List<Mistake> mistakes) {
    for (Mistake mistake : mistakes) {
      int[] place = TextPlace.of(word, mistake.at(), sourceLines);
      found.add(new Finding(place[0], place[1], mistake.reason()));
    }
  }

  /** Something to think over at a place, in UTF-16 units, of the expression that a text is. */
  void warn(Word word, int at, ReasonCode finding, Object... arguments) {
    int[] place = TextPlace.of(word, at, sourceLines);
    found.add(
        new Finding(place[0], place[1], Reason.of(finding, arguments), Finding.Severity.WARNING));
  }

  /** Something to think over at a node; the book can be used all the same. */
  void warn(Node node, ReasonCode finding, Object... arguments) {
    Mark mark = node.getStartMark();
    found.add(
        new Finding(
            mark.getLine() + 1,
            mark.getColumn() + 1,
            Reason.of(finding, arguments),
            Finding.Severity.WARNING));
  }

  /** Whether the book can be used as far as is known. */
  boolean isUsable() {
    return found.stream().noneMatch(each -> each.severity() == Finding.Severity.MISTAKE);
  }

  /** All of them, from top to bottom. */
  List<Finding> sorted() {
    List<Finding> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(finding -> finding.reason().code()));
    return sorted;
  }
}
