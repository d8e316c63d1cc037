package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.Reason;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Checks why documents are held, and keeps which reasons tests have provoked. */
final class Provoked {
  private final Set<HoldReason> wanted;
  private final Set<HoldReason> provoked = EnumSet.noneOf(HoldReason.class);

  Provoked(Set<HoldReason> wanted) {
    this.wanted = wanted;
  }

  /** For all reasons but some. */
  @SafeVarargs
  static Provoked allBut(Set<HoldReason>... others) {
    Set<HoldReason> wanted = EnumSet.allOf(HoldReason.class);
    List.of(others).forEach(wanted::removeAll);
    return new Provoked(wanted);
  }

  void assertAll() {
    Set<HoldReason> missing = EnumSet.copyOf(wanted);
    missing.removeAll(provoked);
    assertEquals(Set.of(), missing);
  }

  List<Reason> held(Approvals approval, RuleBook book, HoldReason... expected) {
    return held(approval.by(book), expected).reasons();
  }

  Translation.Held held(Translation translation, HoldReason... expected) {
    Translation.Held held =
        assertInstanceOf(Translation.Held.class, translation, translation.toString());
    assertEquals(
        Arrays.stream(expected).map(HoldReason::code).sorted().toList(),
        held.reasons().stream().map(Reason::code).sorted().toList(),
        held.reasons().toString());
    assertTrue(held.document().isPresent());
    provoked.addAll(List.of(expected));
    return held;
  }
}
