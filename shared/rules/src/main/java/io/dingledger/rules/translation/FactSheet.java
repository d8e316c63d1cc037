package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that one document says about one person.
 *
 * @param document the facts of the document as a whole, by path
 * @param rows the facts of each row by path, in order
 * @param reasons why a person must look at it, whatever the rules read
 */
record FactSheet(Map<String, Fact> document, List<Map<String, Fact>> rows, Set<Reason> reasons) {
  /**
   * The places that rules are applied to.
   *
   * @param person the user id to be named in messages; empty when nobody need be told apart
   */
  Places places(Place.Ground ground, String person) {
    Place whole = Place.whole(ground, Where.HEADER.of(person), document);
    List<Place> places = new ArrayList<>(rows.size());
    for (int number = 1; number <= rows.size(); number++) {
      places.add(whole.row(Where.row(number).of(person), number, rows.get(number - 1)));
    }
    return new Places(whole, places);
  }
}
