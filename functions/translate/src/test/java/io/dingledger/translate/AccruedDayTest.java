package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.support.PayItemSamples;
import io.dingledger.rules.Translation;
import io.dingledger.rules.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A day of attendance that makes pay items, and is read again. */
class AccruedDayTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 30);
  private static final PersonDay PERSON_DAY = new PersonDay("u-1", DAY);
  private static final DocumentId ID = DocumentId.ofDay("u-1", DAY);
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  private final TranslateFixture fixture = new TranslateFixture();

  /** The hours of each row; none means that nothing is to be paid. */
  private List<String> hours = List.of("2");

  AccruedDayTest() {
    fixture.book.kinds = Set.of(DocumentKind.DAILY_RESULT);
    fixture.book.factTranslation =
        fact ->
            hours.isEmpty()
                ? new Translation.Ignored(
                    Optional.of(fact.document()), new Reason("RULE-DAY-NORMAL", "x", "x"))
                : new Translation.Accrued(fact.document(), items(), List.of());
  }

  private List<PayItem> items() {
    List<PayItem> items = new ArrayList<>();
    for (String each : hours) {
      items.add(PayItemSamples.overtime(TENANT, ID, "u-1", DAY, each, items.size() + 1));
    }
    return items;
  }

  private void read(String... now) {
    hours = List.of(now);
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.handle(reading());
  }

  private TranslateWork.DayRead reading() {
    return new TranslateWork.DayRead(TENANT, PERSON_DAY, hours.toString(), fixture.clock.instant());
  }

  private DocumentRecord record() {
    return fixture.documents.find(TENANT, ID).orElseThrow();
  }

  private List<BookedPayItem> booked() {
    return fixture.payItems.of(record());
  }

  private String sum() {
    return booked().stream()
        .map(each -> each.item().quantity())
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .toPlainString();
  }

  private List<String> quantities(YearMonth month) {
    return fixture.payItems.bookedIn(TENANT, month).stream()
        .map(item -> item.quantity().toPlainString())
        .toList();
  }

  @Test
  void isAccrued() {
    read("2");
    assertEquals(DocumentState.ACCRUED, record().state());
    assertTrue(record().isTranslated());
    assertEquals(List.of(MARCH), record().bookedIn());
    assertEquals(List.of("2"), quantities(MARCH));
    assertTrue(fixture.vouchers.drain().isEmpty());
  }

  @Test
  void thatSaysTheSameAgainChangesNothing() {
    read("2");
    read("2");
    assertEquals(1, record().version());
  }

  @Test
  void thatSaysSomethingElseIsTakenBackAndAccruedAnew() {
    read("2");
    read("3");
    assertEquals(List.of("2", "-2", "3"), quantities(MARCH));
    assertEquals(DocumentState.ACCRUED, record().state());
    assertEquals(Optional.of("[3]"), fixture.documents.raw(TENANT, ID));
  }

  @Test
  void thatComesToTheSameItemsByOtherRowsBooksNothing() {
    read("2");
    fixture.book.factTranslation =
        fact ->
            new Translation.Accrued(
                fact.document(),
                List.of(PayItemSamples.overtime(TENANT, ID, "u-1", DAY, "2.0", 7)),
                List.of());
    read("2.0");
    assertEquals(List.of("2"), quantities(MARCH));
    assertEquals(Optional.of("[2.0]"), fixture.documents.raw(TENANT, ID));
  }

  @Test
  void thatIsNormalAfterAllIsOnlyTakenBack() {
    read("2");
    read();
    assertEquals(List.of("2", "-2"), quantities(MARCH));
    assertEquals(DocumentState.ACCRUED, record().state(), "both wait for the close");
    read("4");
    assertEquals(List.of("2", "-2", "4"), quantities(MARCH));
  }

  @Test
  void thatChangesAfterTheCloseIsAdjustedInTheNextMonth() {
    read("2");
    fixture.payItems.close(TENANT, MARCH, fixture.clock.instant(), "anna");
    read("3");
    assertEquals(List.of("2"), quantities(MARCH));
    assertEquals(List.of("-2", "3"), quantities(MARCH.plusMonths(1)));
    assertEquals(List.of(MARCH, MARCH.plusMonths(1)), record().bookedIn());
    assertTrue(booked().stream().allMatch(each -> each.item().month().equals(MARCH)));
  }

  @Test
  void whoseMonthIsClosedWhileItIsTranslatedIsBookedInTheNext() {
    fixture.book.factTranslation =
        fact -> {
          fixture.payItems.close(TENANT, MARCH, fixture.clock.instant(), "anna");
          return new Translation.Accrued(fact.document(), items(), List.of());
        };
    read("2");
    assertEquals(List.of("2"), quantities(MARCH.plusMonths(1)));
  }

  @Test
  void thatBecomesDoubtfulKeepsWhatWasAccruedUntilThatIsSettled() {
    read("2");
    var usual = fixture.book.factTranslation;
    fixture.book.factTranslation =
        fact -> Translation.Held.of(fact.document(), List.of(new Reason("HELD-BY-RULE", "x", "x")));
    read("3");
    assertEquals(DocumentState.HELD, record().state());
    assertEquals("2", sum());
    fixture.book.factTranslation = usual;
    read("5");
    assertEquals("5", sum());
    assertEquals(DocumentState.ACCRUED, record().state());
  }

  @Test
  void thatNobodyWantsAnyMoreStaysAccrued() {
    read("2");
    fixture.book.kinds = Set.of();
    read("3");
    assertEquals("2", sum());
    assertEquals(DocumentState.ACCRUED, record().state());
  }

  @Test
  void whoseLaterReadingHasToWaitIsAdjustedByTheNextTry() {
    read("2");
    fixture.dingTalk.person =
        new io.dingledger.model.failure.Answer.Failed<>(
            Failure.of(FailureKind.THROTTLE, "dingtalk", "X", "because"));
    fixture.directory.stalePeople(TENANT, List.of("u-1"), fixture.clock.instant().plusSeconds(600));
    read("3");
    assertEquals(DocumentState.RECEIVED, record().state());
    assertEquals("2", sum());
    fixture.dingTalk.person = new io.dingledger.model.failure.Answer.Got<>(ScriptedDingTalk.PERSON);
    fixture.handle(new TranslateWork.Again(TENANT, ID));
    assertEquals("3", sum());
  }

  @Test
  void ofMoreRowsThanFitGoesToAPerson() {
    String[] many = new String[81];
    java.util.Arrays.fill(many, "1");
    read(many);
    assertEquals(DocumentState.HELD, record().state());
    assertEquals(AccrualReason.TOO_MANY_ITEMS.code(), record().reasons().getFirst().code());
  }

  @Nested
  class ReadAnyNumberOfTimes {
    @Test
    void isWorthWhatTheLastReadingSaysWhateverHappensInBetween() {
      for (long seed = 1; seed <= 60; seed++) {
        AccruedDayTest test = new AccruedDayTest();
        try {
          test.run(new Random(seed));
        } catch (RuntimeException | AssertionError failed) {
          throw new AssertionError("seed " + seed, failed);
        }
      }
    }
  }

  /** Readings repeat and overtake each other, months are closed, workers die anywhere. */
  private void run(Random random) {
    List<TranslateWork.DayRead> readings = new ArrayList<>();
    List<List<String>> said = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      List<String> rows = new ArrayList<>();
      for (int row = random.nextInt(4); row > 0; row--) {
        rows.add(Integer.toString(1 + random.nextInt(3)));
      }
      hours = rows;
      fixture.clock.advance(Duration.ofMinutes(1));
      readings.add(reading());
      said.add(rows);
    }
    for (int n = 0; n < 25; n++) {
      deliver(random, readings, said, random.nextInt(readings.size()));
      if (random.nextInt(12) == 0) {
        fixture.payItems.close(
            TENANT, MARCH.plusMonths(random.nextInt(3)), Instant.EPOCH, "somebody");
      }
    }
    hours = said.getLast();
    fixture.handle(readings.getLast());
    fixture.handle(readings.getFirst());
    assertEquals(
        said.getLast().stream().mapToInt(Integer::parseInt).sum(), Integer.parseInt(sum()));
    Set<PayItemId> ids = new HashSet<>();
    booked().forEach(each -> assertTrue(ids.add(each.item().id()), "twice"));
  }

  private void deliver(
      Random random, List<TranslateWork.DayRead> readings, List<List<String>> said, int which) {
    hours = said.get(which);
    try {
      fixture
          .over(new DyingTable(fixture.table, 1 + random.nextInt(12), random.nextBoolean()))
          .handle(readings.get(which));
    } catch (Killed died) {
      // The message comes again, or another one.
    }
  }

  @Nested
  class WhoseMonthIsCounted {
    WhoseMonthIsCounted() {
      fixture.book.counting = Set.of(DocumentKind.DAILY_RESULT);
    }

    private List<String> counted() {
      return fixture.book.usages.getLast().map(Usage::items).orElseThrow().stream()
          .map(item -> item.quantity().toPlainString())
          .toList();
    }

    @Test
    void seesThePersonsOtherItemsOfTheYearAndNotItsOwnEarlierOnes() {
      DocumentId other = new DocumentId("other");
      Family family = new Family(fixture);
      family.accruing.add("other");
      family.approves("other", io.dingledger.model.document.ApprovalDetail.Action.NONE, "");
      List<PayItem> theirs =
          Family.items(other).stream().filter(i -> i.person().userId().equals("u-1")).toList();
      read("2");
      assertEquals(theirs.size(), counted().size());
      read("3");
      assertEquals(theirs.size(), counted().size());
    }

    @Test
    void isTranslatedAnewWhenSomethingOfThePersonWasBookedMeanwhile() {
      DocumentId other = DocumentId.ofDay("u-1", DAY.minusDays(1));
      fixture.book.factTranslation =
          fact -> {
            boolean isOther = fact.document().header().id().equals(other);
            if (!isOther && fixture.documents.find(TENANT, other).isEmpty()) {
              fixture.handle(
                  new TranslateWork.DayRead(
                      TENANT,
                      new PersonDay("u-1", DAY.minusDays(1)),
                      "[9]",
                      fixture.clock.instant()));
            }
            return isOther
                ? new Translation.Accrued(
                    fact.document(),
                    List.of(PayItemSamples.overtime(TENANT, other, "u-1", DAY.minusDays(1), "9")),
                    List.of())
                : new Translation.Ignored(
                    Optional.of(fact.document()), new Reason("RULE-DAY-NORMAL", "x", "x"));
          };
      read("2");
      assertEquals(List.of("9"), counted(), "the second look sees it");
      assertEquals(3, fixture.book.translations.get());
    }
  }
}
