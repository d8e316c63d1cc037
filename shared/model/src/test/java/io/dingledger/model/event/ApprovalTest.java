package io.dingledger.model.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.event.EventSubject.Phase;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalTest {
  private static Approval in(Phase phase, String title) {
    return new Approval(
        "p-1", "PROC-1", "", "", phase, Optional.empty(), "u-1", title, Optional.empty());
  }

  @ParameterizedTest(name = "{0} then {1}: {2}")
  @CsvSource({
    "START, START, known",
    "START, FINISH, said",
    "START, TERMINATE, said",
    "FINISH, START, known",
    "FINISH, FINISH, known",
    "FINISH, TERMINATE, said",
    "FINISH, DELETE, said",
    "TERMINATE, FINISH, known",
    "DELETE, FINISH, known",
    "TERMINATE, START, known"
  })
  void neverGoesBack(Phase known, Phase said, String further) {
    assertEquals(further, in(known, "known").orFurther(in(said, "said")).title());
  }
}
