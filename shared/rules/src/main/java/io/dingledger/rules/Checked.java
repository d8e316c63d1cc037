package io.dingledger.rules;

import java.util.List;

/** What checking a rule book's text gave. */
public sealed interface Checked {
  /** It can be used. */
  record Valid(RuleBook book) implements Checked {}

  /** It can't; every mistake is reported at once. */
  record Invalid(List<Finding> findings) implements Checked {
    public Invalid {
      findings = List.copyOf(findings);
    }
  }
}
