package io.dingledger.rules.translation;

import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.People;
import io.dingledger.rules.book.PersonDates;
import io.dingledger.rules.expression.Value;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What rules can read of a document's header. */
final class HeaderFacts {
  private static final String DIRECTORY = "directory";

  private HeaderFacts() {}

  static Map<String, Fact> of(DocumentHeader header, Kind kind, People people) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    facts.put(kind.path("businessId"), text(header.businessId(), "approval"));
    facts.put(kind.path("title"), text(header.title(), "approval"));
    facts.put(kind.path("date"), day(header.businessDate(), "approval, finished"));
    Person person = header.originator();
    facts.put("originator.userId", text(person.userId(), "approval"));
    facts.put("originator.name", text(person.name(), DIRECTORY));
    facts.put("originator.jobNumber", text(person.jobNumber(), DIRECTORY));
    facts.put("department.id", text(header.department().id(), "approval"));
    facts.put("department.name", text(header.department().name(), DIRECTORY));
    facts.put("department.code", text(header.department().code(), DIRECTORY));
    String path = String.join("/", header.department().path());
    facts.put("department.path", text(path, DIRECTORY));
    Optional<People.Found> stated = people.of(person);
    facts.put(
        "originator.hiredOn",
        date(
            stated,
            PersonDates::hiredOn,
            person.hiredOn(),
            unknown(person, "originator.hiredOn", "入职日期", "the day of joining the company")));
    facts.put(
        "originator.firstWorkedOn",
        date(
            stated,
            PersonDates::firstWorkedOn,
            person.firstWorkedOn(),
            unknown(person, "originator.firstWorkedOn", "首次参加工作日期", "the first day of any work")));
    return facts;
  }

  /** What the rule book states goes before what the directory knows. */
  private static Fact date(
      Optional<People.Found> stated,
      Function<PersonDates, Optional<LocalDate>> which,
      Optional<LocalDate> known,
      Fact unknown) {
    return stated
        .flatMap(
            found -> which.apply(found.dates()).map(day -> day(day, "people, by " + found.how())))
        .or(() -> known.map(day -> day(day, DIRECTORY)))
        .orElse(unknown);
  }

  private static Fact unknown(Person person, String path, String chinese, String english) {
    return new Fact.Unusable(
        Reason.of(HoldReason.HIRE_DATE_UNKNOWN, person.userId(), path, chinese, english), false);
  }

  private static Fact text(String text, String origin) {
    return new Fact.Given(new Value.Text(text), origin, !text.isBlank());
  }

  private static Fact day(LocalDate day, String origin) {
    return new Fact.Given(new Value.Day(day), origin, true);
  }
}
