package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.expression.Value;
import java.util.function.Supplier;

/** What a document says about one field. */
sealed interface Fact {
  /**
   * A value.
   *
   * @param value the value
   * @param origin where it came from, in words
   * @param filled whether the document itself gave it, as opposed to a blank that counts as 0
   */
  record Given(Value value, String origin, boolean filled) implements Fact {}

  /**
   * No value.
   *
   * @param why why, and what to do; put into words only where somebody wants to know
   * @param always whether the document is held even if no rule reads the field
   */
  record Unusable(Supplier<Reason> why, boolean always) implements Fact {
    Unusable(Reason reason, boolean always) {
      this(() -> reason, always);
    }

    Reason reason() {
      return why.get();
    }
  }
}
