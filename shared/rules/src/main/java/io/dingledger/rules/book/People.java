package io.dingledger.rules.book;

import io.dingledger.model.document.Person;
import java.util.Map;
import java.util.Optional;

/**
 * The people of whom a rule book states something.
 *
 * @param byUserId by DingTalk user id; goes before the job number
 * @param byJobNumber by job number
 */
public record People(Map<String, PersonDates> byUserId, Map<String, PersonDates> byJobNumber) {
  /** Nothing is stated of anybody. */
  public static final People NOBODY = new People(Map.of(), Map.of());

  public People {
    byUserId = Map.copyOf(byUserId);
    byJobNumber = Map.copyOf(byJobNumber);
  }

  /** What was found, and by what. */
  public record Found(PersonDates dates, String how) {}

  /** What is stated of a person. */
  public Optional<Found> of(Person person) {
    return Optional.ofNullable(byUserId.get(person.userId()))
        .map(dates -> new Found(dates, "userId " + person.userId()))
        .or(
            () ->
                Optional.ofNullable(byJobNumber.get(person.jobNumber()))
                    .map(dates -> new Found(dates, "jobNumber " + person.jobNumber())));
  }
}
