package io.dingledger.rules.reading;

import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.People;
import io.dingledger.rules.book.PersonDates;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code people}: when they were hired and first worked, and their contracts. */
final class PeopleReader {
  private final Findings findings;
  private final Map<String, PersonDates> byUserId = new LinkedHashMap<>();
  private final Map<String, PersonDates> byJobNumber = new LinkedHashMap<>();

  PeopleReader(Findings findings) {
    this.findings = findings;
  }

  People people(List<Node> items) {
    items.forEach(item -> Section.of(item, "people", findings).ifPresent(this::person));
    return new People(byUserId, byJobNumber);
  }

  private void person(Section section) {
    Optional<Word> userId = section.optionalText("userId");
    Optional<Word> jobNumber = section.optionalText("jobNumber");
    boolean unclear =
        section.optional("userId").isPresent() == section.optional("jobNumber").isPresent();
    PersonDates dates = dates(section);
    section.close();
    if (unclear) {
      findings.add(section.node(), RuleBookFinding.PERSON_UNNAMED);
      return;
    }
    userId.ifPresent(word -> put(byUserId, word, dates));
    jobNumber.ifPresent(word -> put(byJobNumber, word, dates));
  }

  private void put(Map<String, PersonDates> people, Word word, PersonDates dates) {
    if (people.putIfAbsent(word.text(), dates) != null) {
      findings.add(word.node(), RuleBookFinding.PERSON_REPEATED, word.text());
    }
  }

  private PersonDates dates(Section section) {
    Optional<Node> hiredNode = section.optional("hiredOn");
    Optional<Node> firstNode = section.optional("firstWorkedOn");
    Optional<Word> contract = section.optionalText("contract");
    if (hiredNode.isEmpty() && firstNode.isEmpty() && section.optional("contract").isEmpty()) {
      findings.add(
          section.node(), RuleBookFinding.KEY_MISSING, "hiredOn / firstWorkedOn / contract");
    }
    Optional<LocalDate> hiredOn = date("hiredOn", hiredNode);
    Optional<LocalDate> firstWorkedOn = date("firstWorkedOn", firstNode);
    if (hiredOn.isPresent()
        && firstWorkedOn.isPresent()
        && hiredOn.get().isBefore(firstWorkedOn.get())) {
      findings.add(
          firstNode.get(),
          RuleBookFinding.PERSON_DATES_BACKWARDS,
          hiredOn.get(),
          firstWorkedOn.get());
    }
    return new PersonDates(hiredOn, firstWorkedOn, contract.map(Word::text));
  }

  private Optional<LocalDate> date(String name, Optional<Node> node) {
    return node.flatMap(value -> Section.date(value, name, findings));
  }
}
