package io.dingledger.patrol;

import static io.dingledger.patrol.PatrolFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.platform.store.PatrolNotes.Chore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DirectoryRoundTest {
  private static final Duration DAY = Duration.ofHours(24);

  private final PatrolFixture fixture = new PatrolFixture();

  private void department(String id, String... children) {
    fixture.dingTalk.below.put(
        id,
        List.of(children).stream()
            .map(child -> new Department(child, "部门" + child, "", id, List.of("部门" + child)))
            .toList());
  }

  private void people(String department, Person... people) {
    fixture.dingTalk.members.put(department, new ArrayList<>(List.of(people)));
  }

  private static Person person(String id, String number) {
    return new Person(id, "姓名" + id, number);
  }

  private Person known(String id) {
    return fixture.platform.directory().person(TENANT, id).orElseThrow().value();
  }

  private Department knownDepartment(String id) {
    return fixture.platform.directory().department(TENANT, id).orElseThrow().value();
  }

  /** The next day at the same hour; the call counts start anew. */
  private void aDayLater() {
    fixture.clock.advance(DAY);
    fixture.dingTalk.calls.clear();
    fixture.round();
  }

  private String words(String notice) {
    return fixture.notice(notice).orElseThrow().reasons().getFirst().english();
  }

  @Nested
  class Departments {
    @Test
    void areReadFromTheRootDownWithTheirCodes() {
      department("1", "2", "3");
      department("3", "4");
      fixture.dingTalk.codes.put("4", "D04");
      people("4", person("u-1", "001"));
      fixture.round();
      assertEquals("D04", knownDepartment("4").code());
      assertEquals(List.of("部门1", "部门3", "部门4"), knownDepartment("4").path());
      assertEquals("001", known("u-1").jobNumber());
    }

    @Test
    void areStaleAsLongAsTheyAreOnlyListedSoThatNobodyTakesThemForHavingNoCode() {
      department("1", "2");
      fixture.dingTalk.codes.put("2", "D02");
      fixture.dingTalk.trouble.put("people", PatrolFixture.failure(FailureKind.TRANSIENT));
      fixture.round();
      assertTrue(fixture.platform.directory().department(TENANT, "2").orElseThrow().isStale());
      fixture.dingTalk.trouble.clear();
      fixture.clock.advance(Duration.ofMinutes(10));
      fixture.round();
      assertFalse(fixture.platform.directory().department(TENANT, "2").orElseThrow().isStale());
      assertEquals("D02", knownDepartment("2").code());
    }

    @Test
    void areReadOnceEachWhateverRingsTheyForm() {
      department("1", "2");
      department("2", "3");
      department("3", "2", "1");
      fixture.round();
      assertEquals(3, fixture.dingTalk.count("departmentsBelow"));
    }

    @Test
    void areAskedForTheirCodeAgainOnlyWhenTheyAreStaleAndOnceAWeek() {
      department("1", "2", "3", "4", "5");
      fixture.round();
      assertEquals(5, fixture.dingTalk.count("department"));
      int asked = 0;
      for (int day = 0; day < 7; day++) {
        aDayLater();
        asked += fixture.dingTalk.count("department");
      }
      // The root is in no list, so that it is asked for each night.
      assertEquals(4 + 7, asked);
      fixture.dingTalk.codes.put("2", "NEW");
      fixture
          .platform
          .directory()
          .staleDepartments(TENANT, List.of("2"), fixture.clock.instant().plusSeconds(1));
      aDayLater();
      assertEquals("NEW", knownDepartment("2").code());
    }
  }

  @Nested
  class People {
    @Test
    void whoAreNoLongerListedAndUnknownToDingTalkHaveLeftAndAreKept() {
      people("1", person("u-1", "001"), person("u-2", "002"));
      fixture.round();
      people("1", person("u-1", "001"));
      aDayLater();
      assertFalse(known("u-2").works());
      assertEquals("002", known("u-2").jobNumber());
      assertTrue(known("u-1").works());
      aDayLater();
      assertEquals(0, fixture.dingTalk.count("person"), "who has left is not asked for again");
    }

    @Test
    void whoAreNoLongerListedAndKnownToDingTalkStillWork() {
      department("1", "2");
      people("2", person("u-1", "001"));
      fixture.round();
      department("1");
      aDayLater();
      assertTrue(known("u-1").works(), "a list may be short for other reasons");
    }

    @Test
    void whoComeBackWorkAgain() {
      people("1", person("u-1", "001"));
      fixture.round();
      people("1");
      aDayLater();
      assertFalse(known("u-1").works());
      people("1", person("u-1", "001"));
      aDayLater();
      assertTrue(known("u-1").works());
    }
  }

  @Nested
  class HireDates {
    private static final LocalDate HIRED = LocalDate.of(2020, 5, 1);

    private void hired(String user) {
      fixture.dingTalk.hireDates.put(
          user, new DingTalk.HireDates(Optional.of(HIRED), Optional.empty()));
    }

    @Test
    void areReadAHundredAtATime() {
      List<Person> many = new ArrayList<>();
      for (int user = 0; user < 230; user++) {
        many.add(person("u-" + user, "n-" + user));
        hired("u-" + user);
      }
      people("1", many.toArray(Person[]::new));
      fixture.round();
      assertEquals(Optional.of(HIRED), known("u-229").hiredOn());
      assertEquals(3, fixture.dingTalk.count("hireDates"));
    }

    @Test
    void thatWereKnownStayWhenTheyMayNoLongerBeReadAndPeopleAreTold() {
      people("1", person("u-1", "001"));
      hired("u-1");
      fixture.round();
      fixture.dingTalk.trouble.put("hireDates", PatrolFixture.failure(FailureKind.CONFIG));
      aDayLater();
      assertEquals(Optional.of(HIRED), known("u-1").hiredOn());
      assertTrue(words("patrol:hire-dates").contains("hire dates"));
      assertTrue(fixture.notice("patrol:directory").isEmpty(), "the rest works");
    }

    @Test
    void thatNeverWereReadableAreNoMatter() {
      people("1", person("u-1", "001"));
      fixture.dingTalk.trouble.put("hireDates", PatrolFixture.failure(FailureKind.CONFIG));
      fixture.round();
      assertTrue(fixture.notice("patrol:hire-dates").isEmpty());
    }

    @Test
    void areNotAskedForByThirdPartyApps() {
      var settings = PatrolFixture.settings(TENANT, new DingTalkApp.ThirdParty("25300001"));
      fixture.platform.tenants().put(settings);
      people("1", person("u-1", "001"));
      fixture.round();
      assertEquals("001", known("u-1").jobNumber());
      assertEquals(0, fixture.dingTalk.count("hireDates"));
      assertEquals(0, fixture.dingTalk.count("instances"));
    }
  }

  @Nested
  class JobNumberNotices {
    @Test
    void nameThoseWhoShareANumberOrHaveNoneUntilThatIsCured() {
      people("1", person("u-1", "001"), person("u-2", "001"), person("u-3", " "));
      fixture.round();
      assertTrue(words(JobNumbers.TWICE).contains("001 (u-1 u-2)"));
      assertTrue(words(JobNumbers.BLANK).contains("u-3"));
      assertFalse(words(JobNumbers.TWICE).contains("姓名"), "no names");
      people("1", person("u-1", "001"), person("u-2", "002"), person("u-3", "003"));
      aDayLater();
      assertTrue(fixture.notice(JobNumbers.TWICE).isEmpty());
      assertTrue(fixture.notice(JobNumbers.BLANK).isEmpty());
    }

    @Test
    void doNotCountThoseWhoHaveLeft() {
      people("1", person("u-1", "001"), person("u-2", "001"));
      fixture.round();
      people("1", person("u-1", "001"));
      aDayLater();
      assertTrue(fixture.notice(JobNumbers.TWICE).isEmpty());
    }

    @Test
    void nameTwentyAndCountTheRest() {
      Person[] many = new Person[33];
      for (int user = 0; user < many.length; user++) {
        many[user] = person("u-" + user, "");
      }
      people("1", many);
      fixture.round();
      assertTrue(words(JobNumbers.BLANK).contains("and 13 more"), words(JobNumbers.BLANK));
    }
  }

  @Nested
  class ManyDepartments {
    @Test
    void areReadInSeveralRoundsAndNobodyIsLeftOut() {
      for (int upper = 2; upper < 12; upper++) {
        List<String> children = new ArrayList<>();
        for (int lower = 0; lower < 20; lower++) {
          String id = upper + "0" + lower;
          children.add(id);
          people(id, person("u-" + id, "n-" + id));
        }
        department(Integer.toString(upper), children.toArray(String[]::new));
      }
      department("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
      fixture.dingTalk.latency = Duration.ofSeconds(2);
      int rounds = 0;
      do {
        fixture.round();
        rounds++;
        fixture.clock.advance(Duration.ofMinutes(7));
      } while (fixture.platform.notes().doneUpTo(TENANT, Chore.DIRECTORY).isEmpty() && rounds < 50);
      assertTrue(rounds > 3, "it took " + rounds + " rounds");
      assertEquals(200, fixture.platform.directory().people(TENANT).size());
      assertEquals(211, fixture.platform.directory().departments(TENANT).size());
      assertTrue(fixture.dingTalk.count("people") <= 211 + rounds, "hardly any twice");
    }
  }
}
