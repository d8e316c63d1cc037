package io.dingledger.model.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Approved work outside (外出).
 *
 * @param header what every document has
 * @param type the type chosen in the form, empty when it has none
 * @param starts from when
 * @param ends until when
 * @param duration its length in the form's own unit, when stated
 * @param people who goes along, without the originator
 * @param reason why, empty when the form says nothing
 */
public record OutsideWork(
    DocumentHeader header,
    String type,
    Moment starts,
    Moment ends,
    Optional<BigDecimal> duration,
    List<PersonNamed> people,
    String reason)
    implements SourceDocument {
  public OutsideWork {
    people = List.copyOf(people);
  }
}
