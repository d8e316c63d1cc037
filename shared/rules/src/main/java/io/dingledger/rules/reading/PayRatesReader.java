package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.PayRates;
import io.dingledger.rules.book.PayRates.Per;
import io.dingledger.rules.book.PayRates.Period;
import io.dingledger.rules.book.PayRates.Whose;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code rates}: what people are paid, and since when. */
final class PayRatesReader {
  /** Days of work in a month for pay, by law: (365 - 104) / 12. */
  private static final BigDecimal DAYS_PER_MONTH = new BigDecimal("21.75");

  private static final List<String> PERS = Arrays.stream(Per.values()).map(Per::word).toList();
  private static final List<String> OWNERS =
      List.of("userId", "jobNumber", "department", "everybody");

  private final Context context;
  private final Findings findings;

  PayRatesReader(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  private record Placed(Period period, Node node) {}

  /**
   * The rates, whose names are taken in the context.
   *
   * @param hoursPerDay what the calendar says, for rates that say nothing of their own
   */
  List<PayRates> rates(Section section, BigDecimal hoursPerDay) {
    List<PayRates> rates = new ArrayList<>();
    section.each(
        (name, node) -> {
          boolean free = context.names().take(name);
          Section.of(node, name.text(), findings)
              .map(inner -> rates(name.text(), inner, hoursPerDay))
              .filter(read -> free)
              .ifPresent(rates::add);
        });
    if (section.isEmpty()) {
      findings.add(section.node(), RuleBookFinding.EMPTY_VALUE, "rates");
    }
    return rates;
  }

  private PayRates rates(String name, Section section, BigDecimal hoursPerDay) {
    // What is not known is taken for the widest, so that no reading of it is reported as well.
    Per per =
        section
            .requiredText("per")
            .filter(word -> context.isChoice(word, PERS))
            .flatMap(word -> Per.of(word.text()))
            .orElse(Per.MONTH);
    BigDecimal days = number(section, "daysPerMonth", 31).orElse(DAYS_PER_MONTH);
    BigDecimal hours = number(section, "hoursPerDay", 24).orElse(hoursPerDay);
    Map<Whose, List<Placed>> placed = new LinkedHashMap<>();
    for (Node item : section.requiredItems("rows")) {
      Section.of(item, name, findings).ifPresent(row -> row(name, row, placed));
    }
    section.close();
    Map<Whose, List<Period>> rows = new LinkedHashMap<>();
    placed.forEach((whose, list) -> rows.put(whose, ordered(name, whose, list)));
    return new PayRates(name, per, days, hours, rows);
  }

  private Optional<BigDecimal> number(Section section, String key, int most) {
    return section
        .optional(key)
        .flatMap(node -> Numbers.required(node, key, Numbers.Range.upTo(most), findings));
  }

  private void row(String name, Section row, Map<Whose, List<Placed>> placed) {
    Optional<Whose> whose = whose(name, row);
    Optional<Node> fromNode = row.optional("from");
    if (fromNode.isEmpty()) {
      findings.add(row.node(), DataFinding.RATE_WITHOUT_PERIOD, name);
    }
    Optional<LocalDate> from = fromNode.flatMap(node -> Section.date(node, "from", findings));
    Optional<Node> untilNode = row.optional("until");
    Optional<LocalDate> until = untilNode.flatMap(node -> Section.date(node, "until", findings));
    Optional<BigDecimal> amount =
        row.required("amount")
            .flatMap(node -> Numbers.required(node, "amount", Numbers.Range.ABOVE_ZERO, findings));
    row.close();
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      findings.add(untilNode.get(), RuleBookFinding.PERIOD_BACKWARDS, from.get(), until.get());
      return;
    }
    // A period whose amount cannot be read still takes its days.
    if (whose.isPresent() && from.isPresent() && until.isPresent() == untilNode.isPresent()) {
      placed
          .computeIfAbsent(whose.get(), any -> new ArrayList<>())
          .add(
              new Placed(new Period(from.get(), until, amount.orElse(BigDecimal.ONE)), row.node()));
    }
  }

  private Optional<Whose> whose(String name, Section row) {
    List<String> given = OWNERS.stream().filter(key -> row.optional(key).isPresent()).toList();
    if (given.size() != 1) {
      findings.add(row.node(), DataFinding.RATE_OWNER, name);
      return Optional.empty();
    }
    String owner = given.getFirst();
    if (owner.equals("everybody")) {
      return everybody(row.optional(owner).get());
    }
    return row.optionalText(owner)
        .map(Word::text)
        .map(
            text ->
                switch (owner) {
                  case "userId" -> new Whose.UserId(text);
                  case "jobNumber" -> new Whose.JobNumber(text);
                  default -> new Whose.DepartmentCode(text);
                });
  }

  private Optional<Whose> everybody(Node node) {
    if (Columns.truth(node).filter(new Value.Truth(true)::equals).isPresent()) {
      return Optional.of(new Whose.Everybody());
    }
    Section.wrongShape(findings, node, "everybody", "true", "true");
    return Optional.empty();
  }

  private static String words(Whose whose) {
    return switch (whose) {
      case Whose.UserId(String userId) -> "userId " + userId;
      case Whose.JobNumber(String jobNumber) -> "jobNumber " + jobNumber;
      case Whose.DepartmentCode(String code) -> "department " + code;
      case Whose.Everybody everybody -> "everybody";
    };
  }

  private List<Period> ordered(String name, Whose whose, List<Placed> placed) {
    placed.sort(Comparator.comparing(each -> each.period().from()));
    for (int index = 1; index < placed.size(); index++) {
      Optional<LocalDate> last = placed.get(index - 1).period().until();
      Placed current = placed.get(index);
      LocalDate from = current.period().from();
      if (last.isEmpty() || !from.isAfter(last.get())) {
        findings.add(current.node(), RuleBookFinding.PERIOD_OVERLAP, name, words(whose), from);
      } else if (from.isAfter(last.get().plusDays(1))) {
        findings.add(
            current.node(),
            RuleBookFinding.PERIOD_GAP,
            name,
            words(whose),
            last.get().plusDays(1),
            from.minusDays(1));
      }
    }
    return placed.stream().map(Placed::period).toList();
  }
}
