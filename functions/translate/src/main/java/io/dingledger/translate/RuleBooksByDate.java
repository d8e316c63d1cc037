package io.dingledger.translate;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.RuleBook;
import java.time.LocalDate;
import java.util.List;

/** A tenant's rule books, each from its date on. Dates are business dates in the tenant's zone. */
public interface RuleBooksByDate {
  /** What is in force on a date. */
  InForce on(LocalDate date);

  /**
   * What is in force on any of these days, oldest first; never empty.
   *
   * @param first the first day
   * @param last the last day, not before the first
   */
  List<InForce> between(LocalDate first, LocalDate last);

  /** What was found for a date. */
  sealed interface InForce {
    /** A version that can be used. */
    record Version(String version, RuleBook book) implements InForce {}

    /** A person must mend the tenant's set-up first. */
    record None(Reason reason) implements InForce {}
  }

  /** One version, whatever the date. */
  static RuleBooksByDate always(String version, RuleBook book) {
    InForce only = new InForce.Version(version, book);
    return new RuleBooksByDate() {
      @Override
      public InForce on(LocalDate date) {
        return only;
      }

      @Override
      public List<InForce> between(LocalDate first, LocalDate last) {
        return List.of(only);
      }
    };
  }
}
