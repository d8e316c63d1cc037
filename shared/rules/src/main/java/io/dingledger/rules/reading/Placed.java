package io.dingledger.rules.reading;

import io.dingledger.rules.book.HoldRule;
import io.dingledger.rules.book.Rule;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** What was read of holds and rules, with the places where it stands. */
final class Placed {
  private Placed() {}

  /** A hold. */
  record Hold(HoldRule hold, Node node, Word when) {}

  /**
   * A rule.
   *
   * @param rule the rule
   * @param node where it begins
   * @param when its condition
   * @param lines its lines; none when it makes a pay item
   * @param pay the texts of its pay item; none when it makes lines
   */
  record OneRule(
      Rule rule, Node node, Optional<Word> when, List<Line> lines, Optional<PayWords> pay) {
    OneRule {
      lines = List.copyOf(lines);
    }
  }

  /** A line. */
  record Line(Rule.Line line, Node node, Optional<Word> when, Word amount, Node account) {}

  /** The texts of a pay item's parts. */
  record PayWords(
      Node node,
      Word item,
      Word quantity,
      Optional<Word> factor,
      Optional<Word> rate,
      Optional<Word> amount) {}
}
