package io.dingledger.rules;

import java.util.List;

/** What checking a rule book's text gave. */
public sealed interface Checked {
  /**
   * It can be used.
   *
   * @param warnings what its author should think over all the same
   */
  record Valid(RuleBook book, List<Finding> warnings) implements Checked {
    public Valid {
      warnings = List.copyOf(warnings);
    }
  }

  /** It can't; every mistake is reported at once, with the warnings among them. */
  record Invalid(List<Finding> findings) implements Checked {
    public Invalid {
      findings = List.copyOf(findings);
    }
  }
}
