package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.expression.CannotEvaluate;
import io.dingledger.rules.expression.Facts;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.expression.Worth;
import java.util.Map;

/** What a document says, by path. */
class DocumentFacts implements Facts {
  private final Map<String, Fact> facts;

  DocumentFacts(Map<String, Fact> facts) {
    this.facts = facts;
  }

  /** How messages and explanations name the place; the document as a whole here. */
  Where where() {
    return Where.HEADER;
  }

  @Override
  public Worth read(String path, Inputs inputs) {
    return switch (facts.get(path)) {
      case Fact.Given(Value value, String origin, boolean filled) -> {
        inputs.add(path, value.plain(), origin);
        yield Worth.named(path, value);
      }
      case Fact.Unusable(var reason, boolean always) -> throw new CannotEvaluate(reason);
    };
  }

  /** What cannot be read is filled in all the same; reading it then says why it cannot be. */
  @Override
  public boolean has(String path) {
    return switch (facts.get(path)) {
      case null -> false;
      case Fact.Given given -> given.filled();
      case Fact.Unusable(Reason reason, boolean always) ->
          always && !reason.code().equals(HoldReason.FIELD_MISSING.code());
    };
  }
}
