package io.dingledger.model.rulebook;

import static io.dingledger.model.rulebook.Lives.JULY;
import static io.dingledger.model.rulebook.Lives.LI;
import static io.dingledger.model.rulebook.Lives.OTHER_TEXT;
import static io.dingledger.model.rulebook.Lives.REPORT;
import static io.dingledger.model.rulebook.Lives.TEXT;
import static io.dingledger.model.rulebook.Lives.WANG;
import static io.dingledger.model.rulebook.Lives.activated;
import static io.dingledger.model.rulebook.Lives.approved;
import static io.dingledger.model.rulebook.Lives.drafted;
import static io.dingledger.model.rulebook.Lives.signer;
import static io.dingledger.model.rulebook.Lives.simulated;
import static io.dingledger.model.rulebook.Lives.taken;
import static io.dingledger.model.rulebook.Lives.withdrawn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifeCycleTest {
  @Test
  void aBookIsDraftedSimulatedApprovedByASecondPersonAndActive() {
    RuleBookVersion active =
        taken(after(drafted(LI), simulated(LI), approved(WANG), activated(WANG, JULY)));
    assertInstanceOf(RuleBookVersion.Active.class, active);
    assertEquals(4, active.history().size());
    assertEquals(Set.of(LI), active.authors());
  }

  @Test
  void anAuthorStaysOneAfterTheDraftWasWithdrawnAndPutForwardByAnother() {
    RuleBookVersion again =
        taken(after(drafted(LI), withdrawn(LI), drafted(WANG), simulated(WANG)));
    assertEquals(Set.of(LI, WANG), again.authors());
    assertRefused(
        LifeCycleReason.OWN_BOOK,
        after(drafted(LI), withdrawn(LI), drafted(WANG), simulated(WANG), approved(LI)));
  }

  @Test
  void whoSimulatedItMayApproveIt() {
    assertInstanceOf(
        RuleBookVersion.Approved.class, taken(after(drafted(LI), simulated(WANG), approved(WANG))));
  }

  @Test
  void anOldVersionCanBePutInForceAgain() {
    RuleBookVersion.Active active =
        (RuleBookVersion.Active)
            taken(
                after(
                    drafted(LI),
                    simulated(LI),
                    approved(WANG),
                    activated(WANG, JULY),
                    activated(WANG, JULY.plusMonths(2))));
    assertEquals(
        List.of(JULY, JULY.plusMonths(2)),
        active.activations().stream().map(Step.Activated::from).toList());
  }

  @Test
  void aProofNamesEveryDocumentOnceAndThreeAbnormalOnes() {
    assertTrue(Lives.proof(TEXT, REPORT, 3).isComplete());
    assertFalse(Lives.proof(TEXT, REPORT, 2).isComplete());
    assertFalse(Lives.proof(TEXT, "abc", 3).isComplete());
    List<Proof.Abnormal> abnormal = Lives.proof(TEXT, REPORT, 3).abnormal();
    Proof.Abnormal one = abnormal.getFirst();
    assertFalse(
        new Proof(TEXT, REPORT, List.of("odd-0"), List.of(one, one, one)).isComplete(),
        "one document three times");
    assertFalse(
        new Proof(TEXT, REPORT, List.of("odd-0", "odd-1"), abnormal).isComplete(),
        "an abnormal one that was not used");
    assertFalse(
        new Proof(TEXT, REPORT, List.of("odd-0", "odd-1", "odd-2", "odd-2"), abnormal)
            .isComplete());
  }

  @ParameterizedTest
  @EnumSource(LifeCycleReason.class)
  void everyReasonIsGivenForSomething(LifeCycleReason reason) {
    if (reason == LifeCycleReason.SIGNER_UNUSABLE) {
      assertTrue(Signer.of(" ").isEmpty(), "callers give it where there is no signer");
      return;
    }
    assertRefused(reason, provoke(reason));
  }

  private static LifeCycle.Outcome provoke(LifeCycleReason reason) {
    return switch (reason) {
      case SIGNER_UNUSABLE -> throw new AssertionError("no step can be taken by nobody");
      case VERSION_UNKNOWN -> after(approved(WANG));
      case ALREADY_DRAFTED -> after(drafted(LI), drafted(WANG));
      case OTHER_TEXT ->
          after(drafted(LI), new Step.Simulated(Lives.proof(OTHER_TEXT, REPORT, 3), LI, Lives.AT));
      case PROOF_INCOMPLETE ->
          after(drafted(LI), new Step.Simulated(Lives.proof(TEXT, REPORT, 2), LI, Lives.AT));
      case NOT_SIMULATED -> after(drafted(LI), approved(WANG));
      case OWN_BOOK -> after(drafted(LI), simulated(WANG), approved(signer(" LI ")));
      case OTHER_PROOF ->
          after(drafted(LI), simulated(LI), new Step.Approved(Lives.LATER_REPORT, WANG, Lives.AT));
      case ALREADY_APPROVED -> after(drafted(LI), simulated(LI), approved(WANG), simulated(LI));
      case NOT_APPROVED -> after(drafted(LI), simulated(LI), activated(WANG, JULY));
      case PERIOD_CLOSED ->
          LifeCycle.after(
              TEXT,
              Optional.of(taken(after(drafted(LI), simulated(LI), approved(WANG)))),
              activated(WANG, JULY.minusDays(1)),
              JULY);
      case IN_FORCE ->
          after(drafted(LI), simulated(LI), approved(WANG), activated(WANG, JULY), withdrawn(WANG));
      case WITHDRAWN -> after(drafted(LI), withdrawn(LI), simulated(LI));
    };
  }

  private static LifeCycle.Outcome after(Step... steps) {
    return LifeCycle.of(TEXT, List.of(steps));
  }

  private static void assertRefused(LifeCycleReason reason, LifeCycle.Outcome outcome) {
    LifeCycle.Outcome.Refused refused = assertInstanceOf(LifeCycle.Outcome.Refused.class, outcome);
    assertEquals(reason.code(), refused.reason().code());
    assertFalse(refused.reason().english().contains("{"), refused.reason().english());
    assertFalse(refused.reason().chinese().contains("{"), refused.reason().chinese());
  }
}
