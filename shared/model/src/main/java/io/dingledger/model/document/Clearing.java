package io.dingledger.model.document;

import io.dingledger.model.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * An approved clearing (核销、冲借款): what was spent, against what was advanced.
 *
 * @param header what every document has
 * @param spent the total that was spent
 * @param advanced how much of an advance it clears; zero when there was none
 * @param advanceDocument the approval of the advance, when the form names it
 * @param lines what was spent; empty when the form has no table
 */
public record Clearing(
    DocumentHeader header,
    Money spent,
    Money advanced,
    Optional<String> advanceDocument,
    List<ExpenseClaim.Line> lines)
    implements SourceDocument {
  public Clearing {
    lines = List.copyOf(lines);
  }

  /** What is still to be paid to the employee; negative when they pay back. */
  public Money difference() {
    return spent.minus(advanced);
  }
}
