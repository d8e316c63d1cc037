package io.dingledger.rules.logic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One way in which a condition holds: what all of these values must be at once.
 *
 * @param asked by what is asked for, a path or a written part of an expression
 * @param certain whether all of these are fields that can take their values independently, so that
 *     there is a document to which this applies
 */
record Case(Map<String, Constraint> asked, boolean certain) {
  static final Case ANY = new Case(Map.of(), true);

  Case {
    asked = Map.copyOf(asked);
  }

  /** This and one more thing; empty when they exclude each other. */
  Optional<Case> with(String key, Constraint constraint, boolean free) {
    Constraint before = asked.get(key);
    Optional<Constraint> both = before == null ? Optional.of(constraint) : before.and(constraint);
    return both.map(
        known -> {
          Map<String, Constraint> more = new HashMap<>(asked);
          more.put(key, known);
          return new Case(more, certain && free);
        });
  }

  /** This and another case; empty when they exclude each other. */
  Optional<Case> and(Case other) {
    Optional<Case> both = Optional.of(new Case(asked, certain && other.certain));
    for (Map.Entry<String, Constraint> entry : other.asked.entrySet()) {
      both = both.flatMap(known -> known.with(entry.getKey(), entry.getValue(), true));
    }
    return both;
  }
}
