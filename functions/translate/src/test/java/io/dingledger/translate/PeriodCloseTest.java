package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.PayPeriod;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.support.PayItemSamples;
import io.dingledger.rules.Closing;
import io.dingledger.rules.Translation;
import io.dingledger.rules.book.PeriodVouchers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A month of pay is over. */
class PeriodCloseTest {
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final DocumentId CLOSED = DocumentId.ofPayPeriod(MARCH);
  private static final TranslateWork CLOSE = new TranslateWork.ClosePeriod(TENANT, MARCH, "anna");

  private final TranslateFixture fixture = new TranslateFixture();
  private int made = 2;

  PeriodCloseTest() {
    fixture.clock.advanceTo(Instant.parse("2026-04-05T01:00:00Z"));
    fixture.book.period = Optional.of(new PeriodVouchers(Set.of(), 5));
    fixture.book.closing = this::closing;
  }

  /** One voucher of the sum, and so many items of people's months. */
  private Closing closing(List<PayItem> items) {
    PayPeriod period = PeriodFixture.period(MARCH);
    List<PayItem> ofPeople =
        IntStream.range(0, made)
            .mapToObj(
                n -> PayItemSamples.overtime(TENANT, CLOSED, "u-" + n, MARCH.atEndOfMonth(), "1"))
            .toList();
    return new Closing(period, ofPeople, Family.vouchersOf(period));
  }

  private DocumentRecord record() {
    return fixture.documents.find(TENANT, CLOSED).orElseThrow();
  }

  private DocumentRecord notice() {
    return fixture.documents.find(TENANT, DocumentId.ofNotice("pay-period:" + MARCH)).orElseThrow();
  }

  private static String code(DocumentRecord record) {
    return record.reasons().getFirst().code();
  }

  private boolean isClosed() {
    return fixture.payItems.months(TENANT).stream()
        .anyMatch(month -> month.month().equals(MARCH) && month.isClosed());
  }

  private void accrued(String id, LocalDate day) {
    PeriodFixture.accrued(fixture, id, day);
  }

  private void assertClosedOnce(int madeItems) {
    assertTrue(isClosed());
    assertEquals(DocumentState.POSTING, record().state());
    assertEquals(1, record().postings().size());
    List<PayItem> items = fixture.payItems.bookedIn(TENANT, MARCH);
    assertEquals(madeItems, items.stream().filter(i -> i.document().equals(CLOSED)).count());
    assertEquals(items.size(), new HashSet<>(items).size(), "each once");
    assertEquals(madeItems, fixture.payItems.of(record()).size());
    assertTrue(
        fixture
            .documents
            .voucher(TENANT, CLOSED, record().postings().getFirst().key())
            .isPresent());
  }

  @Test
  void isSummedUpAndItsVoucherHandedOn() {
    List<List<PayItem>> summed = new ArrayList<>();
    fixture.book.closing =
        items -> {
          summed.add(items);
          return closing(items);
        };
    accrued("A", MARCH.atDay(3));
    accrued("B", MARCH.plusMonths(1).atDay(1));
    fixture.handle(CLOSE);
    assertClosedOnce(2);
    assertEquals(
        List.of(new DocumentId("A")), summed.getFirst().stream().map(PayItem::document).toList());
    assertEquals(
        List.of(new PostWork(TENANT, CLOSED, record().postings().getFirst().key())),
        fixture.vouchers.drain());
    assertTrue(fixture.documents.typed(TENANT, CLOSED).isPresent());
    assertEquals("anna", fixture.payItems.months(TENANT).getFirst().closed().orElseThrow().by());
  }

  @Test
  void isNotClosedTwiceByARepeat() {
    fixture.handle(CLOSE);
    fixture.vouchers.drain();
    long version = record().version();
    fixture.handle(CLOSE);
    assertEquals(version, record().version());
    assertEquals(1, fixture.vouchers.drain().size(), "its message may have been lost");
  }

  @Test
  void takesNothingMoreInAfterwards() {
    fixture.handle(CLOSE);
    accrued("late", MARCH.atDay(30));
    BookedPayItem late =
        fixture
            .payItems
            .of(fixture.documents.find(TENANT, new DocumentId("late")).orElseThrow())
            .getFirst();
    assertEquals(MARCH.plusMonths(1), late.period());
    assertTrue(late.isAdjustment());
    assertEquals(MARCH, late.item().month());
  }

  @Test
  void withoutAnythingToPostIsOverForAReason() {
    fixture.book.closing =
        items ->
            new Closing(
                PeriodFixture.period(MARCH),
                List.of(),
                new Translation.Ignored(new Reason("RULE-PERIOD-EMPTY", "x", "x")));
    fixture.handle(CLOSE);
    assertEquals(DocumentState.IGNORED, record().state());
    assertTrue(isClosed());
    fixture.handle(CLOSE);
    assertEquals("RULE-PERIOD-EMPTY", code(record()));
  }

  @Test
  void ofMorePeopleThanOneTransactionTakesIsStoredInPortions() {
    made = 2 * PeriodClose.AT_ONCE + 5;
    fixture.handle(CLOSE);
    assertClosedOnce(made);
  }

  @Nested
  class WhenItsWorkerDies {
    @Test
    void isClosedOnceAllTheSameWhereverThatHappens() {
      for (int people : List.of(1, PeriodClose.AT_ONCE + 3)) {
        int call = 1;
        while (diesAt(people, call, false) | diesAt(people, call, true)) {
          call++;
        }
        assertTrue(call > 8, "all calls were tried: " + call);
      }
    }

    /** False when the close needed fewer calls. */
    private boolean diesAt(int people, int call, boolean afterwards) {
      PeriodCloseTest test = new PeriodCloseTest();
      test.made = people;
      test.accrued("A", MARCH.atDay(3));
      boolean died = false;
      try {
        test.fixture.over(new DyingTable(test.fixture.table, call, afterwards)).handle(CLOSE);
      } catch (Killed killed) {
        died = true;
      }
      test.fixture.handle(CLOSE);
      test.fixture.clock.advance(TranslateFixture.LEASE.plusSeconds(1));
      test.fixture.handle(new TranslateWork.Again(TENANT, CLOSED));
      test.fixture.handle(CLOSE);
      test.assertClosedOnce(people);
      return died;
    }

    @Test
    void isNotWrittenByOneWhoWasThoughtDead() {
      made = PeriodClose.AT_ONCE + 3;
      fixture.book.closing =
          items -> {
            fixture.book.closing = PeriodCloseTest.this::closing;
            fixture.clock.advance(TranslateFixture.LEASE.plusSeconds(1));
            made = 1;
            fixture.handle(CLOSE);
            made = PeriodClose.AT_ONCE + 3;
            return closing(items);
          };
      fixture.handle(CLOSE);
      assertClosedOnce(1);
    }
  }

  @Nested
  class WhenTheRuleBookHoldsIt {
    @Test
    void staysClosedAndIsSummedUpAnewWhenAskedAgain() {
      fixture.book.closing =
          items ->
              new Closing(
                  PeriodFixture.period(MARCH),
                  List.of(),
                  new Translation.Held("payPeriod", List.of(new Reason("RULE-ACCOUNT", "x", "x"))));
      accrued("A", MARCH.atDay(3));
      fixture.handle(CLOSE);
      assertEquals(DocumentState.HELD, record().state());
      assertTrue(isClosed());
      fixture.book.closing = PeriodCloseTest.this::closing;
      fixture.handle(CLOSE);
      assertClosedOnce(2);
    }

    @Test
    void isHeldUntilThereIsAUsableOne() {
      fixture.source = tenant -> TranslationTest.unusable(TranslateReason.NO_RULE_BOOK);
      fixture.handle(CLOSE);
      assertEquals(TranslateReason.NO_RULE_BOOK.code(), code(record()));
      assertFalse(isClosed());
      fixture.source =
          tenant ->
              new RuleBookSource.Active.Ready(
                  TranslateFixture.settings(), RuleBooksByDate.always("v-1", fixture.book));
      fixture.handle(CLOSE);
      assertClosedOnce(2);
    }

    @Test
    void isTriedAgainByTheRetryStepAfterABug() {
      fixture.book.closing =
          items -> {
            throw new IllegalArgumentException("bug");
          };
      fixture.handle(CLOSE);
      assertEquals(FailureKind.POISON, record().fetch().failure().orElseThrow().kind());
      assertEquals(1, fixture.failures.drain().size());
      fixture.book.closing = PeriodCloseTest.this::closing;
      fixture.handle(new TranslateWork.Again(TENANT, CLOSED));
      assertClosedOnce(2);
    }

    @Test
    void waitsWhileTheCompanyIsSuspended() {
      fixture.source =
          tenant ->
              new RuleBookSource.Active.Waiting(
                  Failure.of(FailureKind.CONFIG, "dingtalk", "TENANT-SUSPENDED", "x"),
                  Reason.of(TranslateReason.TENANT_SUSPENDED, tenant));
      fixture.handle(CLOSE);
      assertEquals(DocumentState.RECEIVED, record().state());
      assertEquals(1, fixture.failures.drain().size());
    }
  }

  @Nested
  class IsRefused {
    private void assertRefused(AccrualReason reason) {
      fixture.handle(CLOSE);
      assertEquals(reason.code(), code(notice()));
      assertFalse(notice().reasons().getFirst().english().contains("{"));
      assertTrue(fixture.documents.find(TENANT, CLOSED).isEmpty());
      assertFalse(isClosed());
    }

    @Test
    void beforeItIsOverInTheTenantsZone() {
      TranslateFixture early = new TranslateFixture();
      early.book.period = fixture.book.period;
      early.clock.advanceTo(Instant.parse("2026-03-31T15:59:59Z"));
      early.handle(CLOSE);
      assertTrue(early.payItems.months(TENANT).isEmpty());
      early.book.closing = fixture.book.closing;
      early.clock.advanceTo(Instant.parse("2026-03-31T16:00:00Z"));
      early.handle(CLOSE);
      assertEquals(1, early.payItems.months(TENANT).size());
    }

    @Test
    void whileItIsNotOver() {
      TranslateFixture early = new TranslateFixture();
      early.book.period = fixture.book.period;
      early.handle(CLOSE);
      DocumentId id = DocumentId.ofNotice("pay-period:" + MARCH);
      assertEquals(
          AccrualReason.PERIOD_NOT_OVER.code(),
          code(early.documents.find(TENANT, id).orElseThrow()));
    }

    @Test
    void whenTheRuleBookMakesNoVouchersOfPeriods() {
      fixture.book.period = Optional.empty();
      assertRefused(AccrualReason.PERIOD_WITHOUT_RULES);
    }

    @Test
    void whileAnEarlierMonthIsOpen() {
      accrued("A", MARCH.minusMonths(1).atDay(3));
      assertRefused(AccrualReason.EARLIER_PERIOD_OPEN);
    }

    @Test
    void whenALaterMonthIsClosedAndItHoldsNothing() {
      fixture.payItems.close(TENANT, MARCH.plusMonths(1), fixture.clock.instant(), "anna");
      assertRefused(AccrualReason.LATER_PERIOD_CLOSED);
    }
  }

  @Nested
  class WhileDocumentsAreOpen {
    @Test
    void isClosedWithANoticeThatCountsThem() {
      DocumentRecord held =
          DocumentRecord.announced(
                  TENANT, new DocumentId("H"), Optional.empty(), fixture.clock.instant())
              .changed()
              .state(DocumentState.HELD)
              .businessDate(MARCH.atDay(7))
              .build();
      fixture.documents.save(held).orElseThrow();
      fixture.marks.mark(TENANT, new PersonDay("u-1", MARCH.atDay(31)), fixture.clock.instant());
      fixture.marks.mark(TENANT, new PersonDay("u-1", LocalDate.of(2026, 4, 1)), Instant.EPOCH);
      fixture.handle(CLOSE);
      assertClosedOnce(2);
      assertEquals(AccrualReason.DOCUMENTS_STILL_OPEN.code(), code(notice()));
      String words = notice().reasons().getFirst().english();
      assertTrue(words.contains("while 1 of") && words.contains("and 1 days"), words);
    }

    @Test
    void ofAnotherTenantNobodySpeaks() {
      Tenant other = Tenant.verified("other");
      DocumentRecord theirs =
          DocumentRecord.announced(
                  other,
                  new DocumentId("H"),
                  Optional.empty(),
                  Instant.parse("2026-03-09T00:00:00Z"))
              .changed()
              .state(DocumentState.HELD)
              .build();
      fixture.documents.save(theirs).orElseThrow();
      fixture.handle(CLOSE);
      assertTrue(
          fixture.documents.find(TENANT, DocumentId.ofNotice("pay-period:" + MARCH)).isEmpty());
      assertTrue(fixture.payItems.months(other).isEmpty());
    }

    @Test
    void isSettledWhenTheNextMonthIsClosed() {
      fixture.marks.mark(TENANT, new PersonDay("u-1", MARCH.atDay(31)), fixture.clock.instant());
      fixture.handle(CLOSE);
      fixture.clock.advance(Duration.ofDays(31));
      fixture.book.closing =
          items ->
              new Closing(
                  PeriodFixture.period(MARCH.plusMonths(1)),
                  List.of(),
                  new Translation.Ignored(new Reason("RULE-PERIOD-EMPTY", "x", "x")));
      fixture.handle(new TranslateWork.ClosePeriod(TENANT, MARCH.plusMonths(1), "patrol"));
      assertEquals(DocumentState.IGNORED, notice().state());
    }
  }
}
