package io.dingledger.patrol;

import static io.dingledger.patrol.PatrolFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.hose.Hose.VoucherNumber;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.identity.ShortKey;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.platform.store.PatrolNotes.Chore;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How 合思 learns the numbers of its documents' vouchers. */
class VoucherNumbersTest {
  private final PatrolFixture fixture = new PatrolFixture();
  private final PostedClaim claim = new PostedClaim(fixture);

  private void posted() {
    fixture.patrol.handle(new PatrolWork.WriteBack(TENANT, PostedClaim.ID));
  }

  private Optional<DocumentRecord> notice() {
    return fixture.notice("number:" + ShortKey.of("NB", PostedClaim.ID.value()));
  }

  @Test
  void aNumberIsToldOnceAndOnlyThenIsItOver() {
    claim.isPosted("45");
    posted();
    assertEquals(
        List.of(new VoucherNumber("ID-1", "45", fixture.clock.instant(), YearMonth.of(2026, 3))),
        fixture.hose.told);
    assertEquals(3, fixture.hose.calls, "look, tell, look");
    posted();
    fixture.round();
    assertEquals(1, fixture.hose.told.size());
    assertTrue(fixture.platform.writeBacks().all(TENANT).isEmpty());
  }

  @Test
  void whenTheMessageOfThePostStepIsLostTheNextRoundTells() {
    claim.isPosted("45");
    fixture.round();
    assertEquals(1, fixture.hose.told.size());
  }

  @Test
  void whatKeepsDingTalkFromAnsweringDoesNotMatter() {
    claim.isPosted("45");
    fixture.platform.notes().done(TENANT, Chore.PAUSED, fixture.clock.instant().plusSeconds(3600));
    fixture.round();
    assertEquals(1, fixture.hose.told.size());
  }

  @Test
  void whatIsNotPostedYetIsNotTold() {
    claim.isOnItsWay();
    posted();
    assertEquals(0, fixture.hose.calls);
    assertEquals(1, fixture.platform.writeBacks().all(TENANT).size());
  }

  @Test
  void aNumberThatIsThereAlreadyIsNotToldAgain() {
    claim.isPosted("45");
    claim.isShownWith("45");
    posted();
    assertTrue(fixture.hose.told.isEmpty());
    assertTrue(fixture.platform.writeBacks().all(TENANT).isEmpty());
  }

  @Nested
  class ItIsTriedAgain {
    @Test
    void whenTheDocumentIsNotPaidYet() {
      claim.isPosted("45");
      claim.stands("approving");
      posted();
      assertTrue(fixture.hose.told.isEmpty());
      claim.stands("paid");
      fixture.round();
      assertTrue(fixture.hose.told.isEmpty(), "not at once");
      fixture.clock.advance(Duration.ofMinutes(10));
      fixture.round();
      assertEquals(1, fixture.hose.told.size());
    }

    @Test
    void whenTheNumberIsNotShown() {
      claim.isPosted("45");
      fixture.hose.takesNumbers = false;
      posted();
      fixture.hose.takesNumbers = true;
      fixture.clock.advance(Duration.ofMinutes(10));
      fixture.round();
      assertEquals(2, fixture.hose.told.size());
      assertTrue(fixture.platform.writeBacks().all(TENANT).isEmpty());
    }

    @Test
    void lessAndLessOften() {
      claim.isPosted("45");
      fixture.hose.trouble = Optional.of(PatrolFixture.failure(FailureKind.TRANSIENT));
      for (int minutes = 0; minutes < 60 * 24; minutes += 10) {
        fixture.round();
        fixture.clock.advance(Duration.ofMinutes(10));
      }
      assertEquals(5, fixture.hose.calls);
    }
  }

  @Nested
  class APersonIsTold {
    @Test
    void whenItCouldNotBeToldForAMonth() {
      claim.isPosted("45");
      fixture.hose.trouble = Optional.of(PatrolFixture.failure(FailureKind.CONFIG));
      posted();
      assertTrue(notice().isEmpty());
      fixture.clock.advance(VoucherNumbers.PATIENCE);
      fixture.round();
      assertEquals(
          PatrolReason.NUMBER_NOT_TOLD.code(), notice().orElseThrow().reasons().getFirst().code());
      assertTrue(fixture.platform.writeBacks().all(TENANT).isEmpty());
    }

    @Test
    void whenAnotherNumberIsThereWhichStays() {
      claim.isPosted("45");
      claim.isShownWith("99");
      posted();
      assertTrue(fixture.hose.told.isEmpty());
      assertEquals(
          PatrolReason.OTHER_NUMBER.code(), notice().orElseThrow().reasons().getFirst().code());
    }
  }

  @Test
  void withoutAnAccountNothingIsTold() {
    claim.isPosted("45");
    fixture.platform.tenants().put(fixture.settings(Optional.<InboundSettings>empty()));
    fixture.round();
    assertEquals(0, fixture.hose.calls);
  }

  @Test
  void whatNeverBecameAVoucherIsForgottenInTheEnd() {
    fixture
        .platform
        .writeBacks()
        .expect(TENANT, new DocumentId("in:hose:X"), fixture.clock.instant());
    fixture.clock.advance(VoucherNumbers.LONGEST_WAY);
    fixture.round();
    assertTrue(fixture.platform.writeBacks().all(TENANT).isEmpty());
  }
}
