package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.RateTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads tables of type {@code datedRates}. */
final class RatesReader {
  private static final String STATED = "stated";
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  private final Findings findings;

  RatesReader(Findings findings) {
    this.findings = findings;
  }

  private record Placed(RateTable.Period period, Node node) {}

  RateTable table(String name, Section section) {
    Map<String, List<Placed>> placed = new LinkedHashMap<>();
    for (Node item : section.requiredItems("rows")) {
      Section.of(item, name, findings).ifPresent(row -> row(name, row, placed));
    }
    section.close();
    Map<String, List<RateTable.Period>> periods = new LinkedHashMap<>();
    placed.forEach((key, list) -> periods.put(key, ordered(name, key, list)));
    return new RateTable(name, periods);
  }

  private void row(String table, Section row, Map<String, List<Placed>> placed) {
    Optional<Word> key = row.requiredText("key").filter(this::isName);
    Optional<Node> fromNode = row.optional("from");
    if (fromNode.isEmpty()) {
      findings.add(row.node(), DataFinding.RATE_WITHOUT_PERIOD, table);
    }
    Optional<LocalDate> from = fromNode.flatMap(node -> Section.date(node, "from", findings));
    Optional<Node> untilNode = row.optional("until");
    Optional<LocalDate> until = untilNode.flatMap(node -> Section.date(node, "until", findings));
    Optional<Optional<BigDecimal>> rate = row.required("rate").flatMap(this::rate);
    row.close();
    boolean backwards = from.isPresent() && until.isPresent() && until.get().isBefore(from.get());
    if (backwards) {
      findings.add(untilNode.get(), RuleBookFinding.PERIOD_BACKWARDS, from.get(), until.get());
    }
    if (key.isPresent()) {
      List<Placed> periods = placed.computeIfAbsent(key.get().text(), any -> new ArrayList<>());
      boolean complete = from.isPresent() && rate.isPresent() && !backwards;
      if (complete && until.isPresent() == untilNode.isPresent()) {
        RateTable.Period period = new RateTable.Period(from.get(), until, rate.get());
        periods.add(new Placed(period, row.node()));
      }
    }
  }

  private boolean isName(Word key) {
    return Names.isSpelt(key, findings);
  }

  private Optional<Optional<BigDecimal>> rate(Node node) {
    String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (text.equals(STATED)) {
      return Optional.of(Optional.empty());
    }
    if (!DECIMAL.matcher(text).matches()) {
      Section.wrongShape(
          findings, node, "rate", "小数（如 0.09）或 stated", "a decimal such as 0.09, or stated");
      return Optional.empty();
    }
    BigDecimal rate = new BigDecimal(text);
    if (rate.signum() <= 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
      findings.add(node, RuleBookFinding.RATE_OUT_OF_RANGE, text);
      return Optional.empty();
    }
    return Optional.of(Optional.of(rate));
  }

  private List<RateTable.Period> ordered(String table, String key, List<Placed> placed) {
    placed.sort(Comparator.comparing(each -> each.period().from()));
    for (int index = 1; index < placed.size(); index++) {
      Optional<LocalDate> last = placed.get(index - 1).period().until();
      Placed current = placed.get(index);
      LocalDate from = current.period().from();
      if (last.isEmpty() || !from.isAfter(last.get())) {
        findings.add(current.node(), RuleBookFinding.PERIOD_OVERLAP, table, key, from);
      } else if (from.isAfter(last.get().plusDays(1))) {
        findings.add(
            current.node(),
            RuleBookFinding.PERIOD_GAP,
            table,
            key,
            last.get().plusDays(1),
            from.minusDays(1));
      }
    }
    return placed.stream().map(Placed::period).toList();
  }
}
