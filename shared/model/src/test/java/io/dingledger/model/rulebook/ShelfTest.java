package io.dingledger.model.rulebook;

import static io.dingledger.model.rulebook.Lives.AT;
import static io.dingledger.model.rulebook.Lives.JULY;
import static io.dingledger.model.rulebook.Lives.active;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShelfTest {
  private static final String FIRST = "v-111111111111";
  private static final String SECOND = "v-222222222222";
  private static final String THIRD = "v-333333333333";

  private final Shelf shelf =
      Shelf.EMPTY
          .with(active(SECOND, JULY, AT.plusSeconds(1)))
          .with(active(FIRST, JULY.minusMonths(1), AT));

  @Test
  void theLatestVersionThatHasBegunIsInForce() {
    assertEquals(Optional.of(FIRST), shelf.inForceOn(JULY.minusDays(1)));
    assertEquals(Optional.of(SECOND), shelf.inForceOn(JULY));
    assertEquals(Optional.of(SECOND), shelf.inForceOn(JULY.plusYears(9)));
  }

  @Test
  void nothingIsInForceBeforeTheFirstOne() {
    assertEquals(Optional.empty(), shelf.inForceOn(JULY.minusMonths(1).minusDays(1)));
    assertEquals(Optional.of(JULY.minusMonths(1)), shelf.begins());
    assertEquals(Optional.empty(), Shelf.EMPTY.inForceOn(JULY));
    assertEquals(Optional.empty(), Shelf.EMPTY.begins());
  }

  @Test
  void ofTwoFromTheSameDayTheOneActivatedLaterIsInForce() {
    Shelf corrected = shelf.with(active(THIRD, JULY, AT.plusSeconds(9)));
    assertEquals(Optional.of(THIRD), corrected.inForceOn(JULY));
    assertEquals(
        corrected,
        new Shelf(corrected.activations().reversed()),
        "whatever the order it is read in");
    Shelf earlier = shelf.with(active(THIRD, JULY, AT));
    assertEquals(Optional.of(SECOND), earlier.inForceOn(JULY));
  }

  @Test
  void aLaterDateWinsOverALaterDecision() {
    Shelf between = shelf.with(active(THIRD, JULY.minusDays(10), AT.plusSeconds(9)));
    assertEquals(Optional.of(THIRD), between.inForceOn(JULY.minusDays(1)));
    assertEquals(Optional.of(SECOND), between.inForceOn(JULY));
  }

  @Test
  void manyDaysHaveTheVersionsOfEachOfThem() {
    LocalDate june = JULY.minusMonths(1);
    assertEquals(List.of(FIRST, SECOND), versions(june, JULY));
    assertEquals(List.of(FIRST), versions(june.plusDays(3), JULY.minusDays(1)));
    assertEquals(List.of(SECOND), versions(JULY, JULY));
    assertEquals(List.of(FIRST), versions(june.minusYears(1), june));
    assertEquals(List.of(), versions(june.minusYears(1), june.minusDays(1)));
    Shelf corrected = shelf.with(active(THIRD, JULY, AT.plusSeconds(9)));
    assertEquals(
        List.of(FIRST, THIRD),
        List.copyOf(corrected.inForceBetween(june, JULY)),
        "what was replaced from its first day on is never in force");
  }

  @Test
  void aVersionThatIsPutThereTwiceStandsThereOnce() {
    assertEquals(shelf, shelf.with(active(SECOND, JULY, AT.plusSeconds(1))));
  }

  private List<String> versions(LocalDate first, LocalDate last) {
    return List.copyOf(shelf.inForceBetween(first, last));
  }
}
