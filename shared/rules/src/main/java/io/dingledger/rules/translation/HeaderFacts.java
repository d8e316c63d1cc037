package io.dingledger.rules.translation;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.People;
import io.dingledger.rules.book.PersonDates;
import io.dingledger.rules.expression.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What rules can read of a document's header and of the people whom it concerns. */
final class HeaderFacts {
  private static final String APPROVAL = "approval";
  private static final String DIRECTORY = "directory";

  /** Enough for those of a form, too. */
  private static final int MOST_FACTS = 48;

  private HeaderFacts() {}

  /** The facts of the header, and of one whom the document concerns. */
  static Map<String, Fact> of(DocumentHeader header, Kind kind, Concerned who, People people) {
    Map<String, Fact> facts = HashMap.newHashMap(MOST_FACTS);
    facts.put(kind.path("businessId"), text(header.businessId(), APPROVAL));
    facts.put(kind.path("title"), text(header.title(), APPROVAL));
    facts.put(kind.path("date"), day(header.businessDate(), dayOrigin(kind)));
    person(facts, "originator.", header.originator(), APPROVAL, people);
    facts.put("department.id", text(header.department().id(), APPROVAL));
    facts.put("department.name", text(header.department().name(), DIRECTORY));
    facts.put("department.code", text(header.department().code(), DIRECTORY));
    facts.put("department.path", text(path(header.department()), DIRECTORY));
    boolean same = who.person().equals(header.originator());
    concerned(facts, who, same ? APPROVAL : "approval, people", people);
    return facts;
  }

  private static String dayOrigin(Kind kind) {
    return kind == Kind.DAILY_RESULT ? "attendance, working day" : "approval, finished";
  }

  /** The facts of one whom a document, or a month of pay, concerns. */
  static void concerned(Map<String, Fact> facts, Concerned who, String origin, People people) {
    Person person = who.person();
    Department department = who.department();
    person(facts, "person.", person, origin, people);
    facts.put("person.contract", contract(person, people));
    facts.put("person.departmentId", text(department.id(), DIRECTORY));
    facts.put("person.departmentName", text(department.name(), DIRECTORY));
    facts.put("person.departmentCode", text(department.code(), DIRECTORY));
    facts.put("person.departmentPath", text(path(department), DIRECTORY));
  }

  private static void person(
      Map<String, Fact> facts, String prefix, Person person, String origin, People people) {
    facts.put(prefix + "userId", text(person.userId(), origin));
    facts.put(prefix + "name", text(person.name(), DIRECTORY));
    facts.put(prefix + "jobNumber", text(person.jobNumber(), DIRECTORY));
    Optional<People.Found> stated = people.of(person);
    String how = stated.map(found -> "people, by " + found.how()).orElse("");
    facts.put(
        prefix + "hiredOn",
        stated
            .flatMap(found -> found.dates().hiredOn())
            .map(day -> day(day, how))
            .or(() -> person.hiredOn().map(day -> day(day, DIRECTORY)))
            .orElseGet(
                () ->
                    unknown(person, prefix + "hiredOn", "入职日期", "the day of joining the company")));
    facts.put(
        prefix + "firstWorkedOn",
        stated
            .flatMap(found -> found.dates().firstWorkedOn())
            .map(day -> day(day, how))
            .or(() -> person.firstWorkedOn().map(day -> day(day, DIRECTORY)))
            .orElseGet(
                () ->
                    unknown(
                        person,
                        prefix + "firstWorkedOn",
                        "首次参加工作日期",
                        "the first day of any work")));
  }

  private static Fact contract(Person person, People people) {
    Optional<People.Found> stated = people.of(person);
    return stated
        .map(People.Found::dates)
        .flatMap(PersonDates::contract)
        .map(contract -> text(contract, "people, by " + stated.get().how()))
        .orElseGet(
            () ->
                new Fact.Unusable(
                    () -> Reason.of(PayReason.CONTRACT_UNKNOWN, person.userId(), "person.contract"),
                    false));
  }

  private static Fact unknown(Person person, String path, String chinese, String english) {
    return new Fact.Unusable(
        () -> Reason.of(HoldReason.HIRE_DATE_UNKNOWN, person.userId(), path, chinese, english),
        false);
  }

  private static String path(Department department) {
    return String.join("/", department.path());
  }

  private static Fact text(String text, String origin) {
    return new Fact.Given(new Value.Text(text), origin, !text.isBlank());
  }

  private static Fact day(LocalDate day, String origin) {
    return new Fact.Given(new Value.Day(day), origin, true);
  }
}
