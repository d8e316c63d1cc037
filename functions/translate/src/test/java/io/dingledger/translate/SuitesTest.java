package io.dingledger.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.Person;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.Travel;
import io.dingledger.model.document.Unrecognised;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a rule book sees of an approval: DingTalk's suites typed, people from the snapshot. */
class SuitesTest {
  private final TranslateFixture fixture = new TranslateFixture();

  private static Reading travel(DocumentHeader header) {
    Moment day = Moment.of(LocalDate.of(2026, 3, 30));
    Travel.Journey journey =
        new Travel.Journey("火车", false, "上海", "北京", Optional.empty(), day, day, Optional.empty());
    return new Reading(
        new Travel(header, "", List.of(journey), List.of(), Optional.empty(), Optional.empty()),
        List.of());
  }

  private Reading seen() {
    fixture.happens("e-1", Phase.FINISH);
    return fixture.book.suites.getFirst().orElseThrow();
  }

  @Nested
  class ATrip {
    ATrip() {
      fixture.suites.suite =
          header -> Optional.of(new Reading(new Unrecognised(header, "travel"), List.of()));
      fixture.suites.trip = SuitesTest::travel;
    }

    @Test
    void thatCanNotBeTypedIsAskedForInItsOtherForm() {
      fixture.dingTalk.trip = new Answer.Got<>("{}");
      assertTrue(seen().document() instanceof Travel);
      assertEquals(1, fixture.dingTalk.trips.get());
    }

    @Test
    void whoseOtherFormIsForbiddenStaysAsItWasAndSaysSo() {
      assertTrue(seen().document() instanceof Unrecognised);
      assertEquals(List.of("FETCHING", "TRANSLATED", "NOTED"), fixture.history());
      assertEquals(DocumentState.POSTING, fixture.record().state());
    }

    @Test
    void thatIsDoubtfulIsAskedForAsWell() {
      fixture.suites.suite =
          header ->
              Optional.of(
                  new Reading(travel(header).document(), List.of(new Reason("DOUBT", "x", "x"))));
      fixture.dingTalk.trip = new Answer.Got<>("{}");
      assertEquals(List.of(), seen().doubts());
    }

    @Test
    void thatIsTypedCostsNoSecondCall() {
      fixture.suites.suite = header -> Optional.of(travel(header));
      seen();
      assertEquals(0, fixture.dingTalk.trips.get());
    }
  }

  @Nested
  class TheHeader {
    @Test
    void holdsPersonAndDepartmentAsTheyAreKnown() {
      fixture.suites.suite =
          header -> Optional.of(new Reading(new Unrecognised(header, ""), List.of()));
      DocumentHeader header = seen().document().header();
      assertEquals(ScriptedDingTalk.PERSON, header.originator());
      assertEquals("财务部", header.department().name());
      assertEquals(LocalDate.of(2026, 3, 31), header.businessDate());
    }

    @Test
    void holdsAtLeastTheirIdentifiers() {
      Failure unknown = Failure.of(FailureKind.DATA, "dingtalk", "60121", "x");
      fixture.dingTalk.person = new Answer.Failed<>(unknown);
      fixture.dingTalk.department = new Answer.Failed<>(unknown);
      fixture.suites.suite =
          header -> Optional.of(new Reading(new Unrecognised(header, ""), List.of()));
      DocumentHeader header = seen().document().header();
      assertEquals(new Person("u-1", "", ""), header.originator());
      assertEquals(new Department("d-1", "财务部", ""), header.department());
    }
  }

  @Nested
  class PeopleWhomAFormNames {
    @Test
    void areLookedUpUpToALimit() {
      fixture.suites.named = IntStream.range(0, 80).mapToObj(each -> "u-" + (each + 2)).toList();
      fixture.happens("e-1", Phase.FINISH);
      assertEquals(Directories.MOST_PEOPLE, fixture.book.directories.getFirst().people().size());
    }

    @Test
    void whomTheAppMayNotSeeAreLeftOut() {
      fixture.happens("e-1", Phase.FINISH);
      fixture.suites.named = List.of("u-2");
      fixture.dingTalk.person =
          new Answer.Failed<>(Failure.of(FailureKind.CONFIG, "dingtalk", "50002", "scope"));
      new Family(fixture).approves("A", Action.NONE, "");
      assertEquals(DocumentState.POSTING, new Family(fixture).record("A").state());
    }
  }
}
