package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.calendar.WorkCalendar.Shift;
import io.dingledger.rules.expression.Value;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the {@code shifts} of a calendar: people with another week. */
final class ShiftsReader {
  private static final List<String> WEEKDAYS =
      Arrays.stream(DayOfWeek.values()).map(day -> day.name().toLowerCase(Locale.ROOT)).toList();

  private final Context context;
  private final Findings findings;
  private final List<Shift> shifts = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> people = new HashSet<>();

  ShiftsReader(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  List<Shift> shifts() {
    return shifts;
  }

  /** Reads the next one. */
  void shift(Node item) {
    Section.of(item, "shifts", findings).ifPresent(this::shift);
  }

  private void shift(Section section) {
    Optional<Word> name = section.requiredText("name");
    name.filter(word -> !names.add(word.text()))
        .ifPresent(word -> findings.add(word.node(), RuleBookFinding.KEY_REPEATED, word.text()));
    Set<String> departments = whose(section, "departments");
    Set<String> jobNumbers = whose(section, "jobNumbers");
    if (section.optional("departments").isEmpty() && section.optional("jobNumbers").isEmpty()) {
      findings.add(
          section.node(), DataFinding.SHIFT_WITHOUT_PEOPLE, name.map(Word::text).orElse("?"));
    }
    Set<DayOfWeek> workweek = workweek(section);
    boolean holidays = section.optional("holidays").map(this::truth).orElse(true);
    section.close();
    shifts.add(
        new Shift(name.map(Word::text).orElse("?"), departments, jobNumbers, workweek, holidays));
  }

  private Set<String> whose(Section section, String key) {
    Set<String> whose = new LinkedHashSet<>();
    for (Word word : texts(section, key, section.optional(key))) {
      whose.add(word.text());
      if (!people.add(key + " " + word.text())) {
        findings.add(word.node(), RuleBookFinding.MATCH_REPEATED, word.text(), "shifts");
      }
    }
    return whose;
  }

  private Set<DayOfWeek> workweek(Section section) {
    Set<DayOfWeek> workweek = EnumSet.noneOf(DayOfWeek.class);
    for (Word word : texts(section, "workweek", section.required("workweek"))) {
      if (context.isChoice(word, WEEKDAYS)
          && !workweek.add(DayOfWeek.valueOf(word.text().toUpperCase(Locale.ROOT)))) {
        findings.add(word.node(), RuleBookFinding.KEY_REPEATED, word.text());
      }
    }
    return workweek;
  }

  private List<Word> texts(Section section, String key, Optional<Node> list) {
    List<Node> nodes = list.map(node -> Section.items(node, key, findings)).orElse(List.of());
    List<Word> words = new ArrayList<>();
    nodes.forEach(node -> Section.text(node, key, findings).ifPresent(words::add));
    if (list.filter(Section::isEmptyList).isPresent()) {
      findings.add(section.keyNode(key), RuleBookFinding.EMPTY_VALUE, key);
    }
    return words;
  }

  private boolean truth(Node node) {
    Optional<Value> truth = Columns.truth(node);
    if (truth.isEmpty()) {
      Section.wrongShape(findings, node, "holidays", "true 或 false", "true or false");
    }
    return truth.map(value -> value.equals(new Value.Truth(true))).orElse(true);
  }
}
