package io.dingledger.rules.book;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a rule book says of a person beside the directory; whatever it states goes before the
 * directory's word.
 *
 * @param hiredOn when they joined this company
 * @param firstWorkedOn when they first took up any work
 * @param contract the kind of their contract, in the company's own words
 */
public record PersonDates(
    Optional<LocalDate> hiredOn, Optional<LocalDate> firstWorkedOn, Optional<String> contract) {
  /** Days only. */
  public PersonDates(Optional<LocalDate> hiredOn, Optional<LocalDate> firstWorkedOn) {
    this(hiredOn, firstWorkedOn, Optional.empty());
  }
}
