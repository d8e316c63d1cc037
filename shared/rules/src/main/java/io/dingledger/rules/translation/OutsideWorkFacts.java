package io.dingledger.rules.translation;

import io.dingledger.model.document.OutsideWork;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What rules can read of work outside (外出). */
final class OutsideWorkFacts {
  private OutsideWorkFacts() {}

  static FactSheet sheet(OutsideWork outside, Map<String, Fact> facts, FactWriter writer) {
    writer
        .text("type", outside.type())
        .text("reason", outside.reason())
        .day("starts", outside.starts().day())
        .day("ends", outside.ends().day())
        .number("duration", outside.duration(), "外出时长")
        .number("people", outside.people().size(), "number of people who go along");
    return new FactSheet(facts, List.of(), Set.of());
  }
}
