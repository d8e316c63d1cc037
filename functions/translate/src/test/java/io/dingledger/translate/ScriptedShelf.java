package io.dingledger.translate;

import io.dingledger.model.failure.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Scripted rule books, each from a date on; none before the first. */
final class ScriptedShelf implements RuleBooksByDate {
  private final NavigableMap<LocalDate, InForce> from = new TreeMap<>();

  ScriptedShelf with(LocalDate begins, String version, ScriptedRuleBook book) {
    from.put(begins, new InForce.Version(version, book));
    return this;
  }

  RuleBookSource source() {
    return tenant -> new RuleBookSource.Active.Ready(TranslateFixture.settings(), this);
  }

  @Override
  public InForce on(LocalDate date) {
    var found = from.floorEntry(date);
    return found == null
        ? new InForce.None(Reason.of(TranslateReason.BEFORE_FIRST_RULE_BOOK, date, from.firstKey()))
        : found.getValue();
  }

  @Override
  public List<InForce> between(LocalDate first, LocalDate last) {
    List<InForce> all = new ArrayList<>();
    if (from.floorKey(first) != null) {
      all.add(on(first));
    }
    all.addAll(from.subMap(first, false, last, true).values());
    return all.isEmpty() ? List.of(on(last)) : all;
  }
}
