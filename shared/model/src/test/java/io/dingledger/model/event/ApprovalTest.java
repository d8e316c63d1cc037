package io.dingledger.model.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalTest {
  private static final Optional<Result> NONE = Optional.empty();

  private static Approval in(Phase phase, String title) {
    return in(phase, Optional.empty(), title);
  }

  private static Approval in(Phase phase, Optional<Result> result, String title) {
    return new Approval("p-1", "PROC-1", "", "", phase, result, "u-1", title, Optional.empty());
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

  @ParameterizedTest
  @CsvSource({"START, FINISH", "FINISH, START", "FINISH, FINISH", "FINISH, TERMINATE"})
  void keepsFormCategoryAndNumberFromWhicheverNamesThem(Phase known, Phase said) {
    Approval bare = new Approval("p-1", "", "", "", said, NONE, "", "", Optional.empty());
    Approval full =
        new Approval("p-1", "PROC-1", "pay", "7", known, NONE, "", "", Optional.empty());
    for (Approval further : List.of(full.orFurther(bare), bare.orFurther(full))) {
      assertEquals("PROC-1 pay 7", named(further));
    }
    assertEquals("PROC-1 pay 7", named(full.orCategory("other")));
    assertEquals(" other ", named(bare.orCategory("other")));
  }

  private static String named(Approval approval) {
    return approval.processCode() + " " + approval.category() + " " + approval.businessId();
  }

  @ParameterizedTest(name = "{0} then {1} {2}: {3}")
  @CsvSource({
    "TERMINATE, FINISH, AGREE, true",
    "DELETE, FINISH, AGREE, true",
    "TERMINATE, FINISH, REFUSE, false",
    "TERMINATE, FINISH, , false",
    "TERMINATE, START, , false",
    "TERMINATE, DELETE, , false",
    "START, FINISH, AGREE, false",
    "FINISH, FINISH, AGREE, false"
  })
  void contradictsAnEarlyEndByConsentOnly(Phase known, Phase said, Result result, boolean doubt) {
    Approval later = in(said, Optional.ofNullable(result), "said");
    assertEquals(doubt, in(known, "known").isContradictedBy(later));
  }
}
