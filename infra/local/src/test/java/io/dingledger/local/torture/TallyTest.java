package io.dingledger.local.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.torture.company.Claim;
import io.dingledger.local.torture.company.Claim.Change;
import io.dingledger.local.torture.company.Claim.Telling;
import io.dingledger.local.torture.company.Firm;
import io.dingledger.local.torture.ledger.Booked;
import io.dingledger.local.torture.ledger.Booked.Line;
import io.dingledger.model.progress.DocumentState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");
  private static final Firm FIRM = Firm.ALL.getFirst();
  private static final Claim CLAIM = claim("a", "10.00", Optional.empty());
  private static final Claim WITHDRAWAL = claim("w", "10.00", Optional.of(new Change(CLAIM, true)));
  private static final Claim CHANGE = claim("m", "7.00", Optional.of(new Change(CLAIM, false)));

  private static Claim claim(String id, String total, Optional<Change> change) {
    return new Claim(
        FIRM, id, 0, List.of(new BigDecimal(total)), change, Telling.ONCE, Duration.ZERO, 0);
  }

  private static Booked booked(String key, String document, String purpose, String amount) {
    return booked(FIRM.tenant(), key, document, purpose, amount, amount);
  }

  private static Booked booked(
      String company, String key, String document, String purpose, String debit, String credit) {
    return new Booked(
        company,
        key,
        document,
        purpose,
        1,
        List.of(
            new Line("6602.03", new BigDecimal(debit), BigDecimal.ZERO),
            new Line("2241", BigDecimal.ZERO, new BigDecimal(credit))));
  }

  private static Tally tally(List<Claim> claims, List<Booked> book) {
    return Tally.of(claims, book, Map.of(), NOW);
  }

  private static Verdict one(Booked... book) {
    return tally(List.of(CLAIM), List.of(book)).verdicts().get(CLAIM);
  }

  private static Verdict missing(DocumentState state, Optional<Instant> dueAt) {
    Map<String, Standing> standings = Map.of("a", new Standing(state, List.of(), dueAt));
    return Tally.of(List.of(CLAIM), List.of(), Map.of(FIRM.tenant(), standings), NOW)
        .verdicts()
        .get(CLAIM);
  }

  @Nested
  class AClaim {
    @Test
    void isBookedOnce() {
      assertEquals(Verdict.BOOKED, one(booked("k", "a", "record", "10.00")));
      assertTrue(tally(List.of(CLAIM), List.of(booked("k", "a", "record", "10.0"))).isClean());
    }

    @Test
    void isDoubledUnderOneKeyOrUnderTwo() {
      Booked first = booked("k", "a", "record", "10.00");
      assertEquals(Verdict.DOUBLED, one(first, first));
      assertEquals(Verdict.DOUBLED, one(first, booked("other", "a", "record", "10.00")));
    }

    @Test
    void isWrongWithOtherAmountsUnbalancedOrInAnotherBook() {
      assertEquals(Verdict.WRONG, one(booked("k", "a", "record", "10.01")));
      assertEquals(Verdict.WRONG, one(booked(FIRM.tenant(), "k", "a", "record", "10.00", "9.99")));
      assertEquals(Verdict.WRONG, one(booked("torture-2", "k", "a", "record", "10.00", "10.00")));
      assertEquals(
          Verdict.WRONG,
          one(booked("k", "a", "record", "10.00"), booked("r", "a", "reverse", "-10.00")));
    }

    @Test
    void isLostWhenNobodyGoesOnWithIt() {
      assertEquals(Verdict.LOST, one());
      assertEquals(Verdict.LOST, missing(DocumentState.POSTED, Optional.empty()));
      assertEquals(Verdict.LOST, missing(DocumentState.IGNORED, Optional.empty()));
      assertFalse(tally(List.of(CLAIM), List.of()).isClean());
    }

    @Test
    void waitsIsUnfinishedOrGoesOnLater() {
      assertEquals(Verdict.WAITS, missing(DocumentState.HELD, Optional.empty()));
      assertEquals(Verdict.WAITS, missing(DocumentState.PARKED, Optional.of(NOW)));
      assertEquals(Verdict.UNFINISHED, missing(DocumentState.POSTING, Optional.of(NOW)));
      assertEquals(
          Verdict.LATER,
          missing(DocumentState.POSTING, Optional.of(NOW.plus(Duration.ofHours(20)))));
    }
  }

  @Nested
  class AWithdrawal {
    private final List<Claim> both = List.of(CLAIM, WITHDRAWAL);

    @Test
    void leavesNothing() {
      Tally tally =
          tally(
              both,
              List.of(booked("k", "a", "record", "10.00"), booked("r", "w", "reverse", "-10.00")));
      assertEquals(2, tally.count(Verdict.TAKEN_BACK));
      assertEquals(2, tally(both, List.of()).count(Verdict.TAKEN_BACK), "it came first");
    }

    @Test
    void isWrongWhenTheVoucherIsStillInEffectOrTakenBackForNothing() {
      assertEquals(
          2, tally(both, List.of(booked("k", "a", "record", "10.00"))).count(Verdict.WRONG));
      assertEquals(
          2, tally(both, List.of(booked("r", "w", "reverse", "-10.00"))).count(Verdict.WRONG));
      assertEquals(
          2,
          tally(
                  both,
                  List.of(
                      booked("k", "a", "record", "10.00"), booked("r", "w", "reverse", "10.00")))
              .count(Verdict.WRONG),
          "it was booked once more in place of being taken back");
    }
  }

  @Nested
  class AChange {
    private final List<Claim> both = List.of(CLAIM, CHANGE);

    @Test
    void leavesTheNewOneOnly() {
      Tally tally =
          tally(
              both,
              List.of(
                  booked("k", "a", "record", "10.00"),
                  booked("r", "m", "reverse", "-10.00"),
                  booked("n", "m", "record", "7.00")));
      assertEquals(Verdict.TAKEN_BACK, tally.verdicts().get(CLAIM));
      assertEquals(Verdict.BOOKED, tally.verdicts().get(CHANGE));
      assertTrue(tally.isClean());
    }

    @Test
    void isWrongWhenBothAreInEffect() {
      List<Booked> both2 =
          List.of(booked("k", "a", "record", "10.00"), booked("n", "m", "record", "7.00"));
      assertEquals(2, tally(both, both2).count(Verdict.WRONG));
    }
  }

  @Test
  void whatNobodyAskedForIsAStranger() {
    Tally tally =
        tally(
            List.of(CLAIM),
            List.of(booked("k", "a", "record", "10.00"), booked("x", "?", "record", "1.00")));
    assertEquals(1, tally.strangers().size());
    assertFalse(tally.isClean());
  }
}
