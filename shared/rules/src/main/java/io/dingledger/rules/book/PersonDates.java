package io.dingledger.rules.book;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a rule book says of a person beside the directory; whatever it states goes before the
 * directory's word.
 *
 * @param hiredOn when they joined this company
 * @param firstWorkedOn when they first took up any work
 * @param contract what kind of contract they have, in the book's own words
 */
public record PersonDates(
    Optional<LocalDate> hiredOn, Optional<LocalDate> firstWorkedOn, Optional<String> contract) {}
