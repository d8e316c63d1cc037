package io.dingledger.rules.translation;

import io.dingledger.model.document.Overtime;
import io.dingledger.model.failure.Reason;
import io.dingledger.rules.book.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What rules can read of overtime (加班). */
final class OvertimeFacts {
  private OvertimeFacts() {}

  static FactSheet sheet(
      Overtime overtime,
      Map<String, Fact> facts,
      FactWriter writer,
      DayFacts calendar,
      boolean splitsOvernight) {
    writer
        .day("starts", overtime.starts().day())
        .day("ends", overtime.ends().day())
        .number("hours", overtime.hours())
        .text("compensation", Words.of(overtime.compensation()))
        .text("type", overtime.type())
        .truth("overnight", overtime.isOvernight())
        .number("people", overtime.people().size(), "number of people");
    Set<Reason> reasons = new LinkedHashSet<>();
    OvertimeSplit split = OvertimeSplit.of(overtime, splitsOvernight);
    reasons.addAll(split.reasons());
    List<Map<String, Fact>> rows = new ArrayList<>();
    for (Overtime.Day day : split.days()) {
      FactWriter row =
          FactWriter.row(rows.size() + 1, "day", "days", overtime.header().origins())
              .day("date", day.date());
      if (split.origin().isEmpty()) {
        row.number("hours", day.hours());
      } else {
        row.number("hours", day.hours(), split.origin());
      }
      calendar.write(row, day.date(), "day");
      rows.add(row.facts());
    }
    return new FactSheet(facts, rows, reasons);
  }
}
