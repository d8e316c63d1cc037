package io.dingledger.model.document;

import io.dingledger.model.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An approved business trip (出差).
 *
 * @param header what every document has
 * @param reason why, empty when the form says nothing
 * @param journeys where to and when; at least one
 * @param companions who travels along, without the originator
 * @param days how many days in all, when stated
 * @param advance the advance asked for with it, when the form has one
 */
public record Travel(
    DocumentHeader header,
    String reason,
    List<Journey> journeys,
    List<PersonNamed> companions,
    Optional<BigDecimal> days,
    Optional<Money> advance)
    implements SourceDocument {
  public Travel {
    journeys = List.copyOf(journeys);
    companions = List.copyOf(companions);
    if (journeys.isEmpty()) {
      throw new IllegalArgumentException("a trip has at least one journey");
    }
  }

  /**
   * One journey.
   *
   * @param vehicle 飞机, 火车, 汽车 or what else the form says; may be empty
   * @param roundTrip whether it includes the way back (往返)
   * @param departure the place it starts from
   * @param arrival the place it goes to
   * @param international whether that lies abroad, when stated
   * @param starts the first day
   * @param ends the last day
   * @param days its length in days, when stated
   */
  public record Journey(
      String vehicle,
      boolean roundTrip,
      String departure,
      String arrival,
      Optional<Boolean> international,
      Moment starts,
      Moment ends,
      Optional<BigDecimal> days) {}
}
