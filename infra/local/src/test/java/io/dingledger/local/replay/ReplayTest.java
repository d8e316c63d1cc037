package io.dingledger.local.replay;

import static io.dingledger.local.replay.ReplayFixture.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.voucher.VoucherKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dev replay} and what stands behind it, down to the ledger's book. */
class ReplayTest {
  @TempDir Path folder;
  private ReplayFixture fixture;

  @BeforeEach
  void start() throws IOException {
    fixture = new ReplayFixture(folder);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  /** Refused by the ledger, and HELD. */
  private VoucherKey refused(String id) {
    VoucherKey key = fixture.stored(id);
    fixture.refuses(FailureKind.DATA);
    fixture.work();
    assertEquals(DocumentState.HELD, fixture.record(id).state());
    fixture.clock.advance(Duration.ofHours(1));
    fixture.ledger.whenSent = Optional.empty();
    fixture.ledger.sent.clear();
    return key;
  }

  @Nested
  class APreview {
    @Test
    void saysThatAVoucherIsNewAndChangesNothing() {
      refused("claim");
      var before = fixture.record("claim");
      assertSays(fixture.dev("replay", "claim"), 0, "new, would be sent", "a preview only");
      assertEquals(before, fixture.record("claim"));
      assertEquals(List.of(), fixture.ledger.sent);
    }

    @Test
    void saysThatAVoucherIsAlreadyThere() {
      VoucherKey key = refused("claim");
      fixture.ledger.booked(key);
      assertSays(fixture.dev("replay", "--held"), 0, "already there", "100 (id-100)");
    }

    @Test
    void saysThatTheLedgerHasSomethingElse() {
      VoucherKey key = refused("claim");
      fixture.ledger.booked(key);
      fixture.ledger.difference = Optional.of("amount 545.00 and 5.45");
      assertSays(fixture.dev("replay", "--held"), 1, "different", "amount 545.00 and 5.45");
    }

    @Test
    void saysThatTheLedgerHasTwo() {
      VoucherKey key = refused("claim");
      fixture.ledger.booked(key);
      fixture.ledger.booked(key);
      assertSays(fixture.dev("replay", "--held"), 1, "different", "2 vouchers under one key");
    }

    @Test
    void saysWhenTheLedgerGivesNoAnswer() {
      refused("claim");
      fixture.ledger.whenAsked =
          Optional.of(Failure.of(FailureKind.TRANSIENT, "scripted", "SILENT", "no answer"));
      assertSays(fixture.dev("replay", "--held"), 1, "cannot be asked", "scripted: no answer");
    }

    @Test
    void saysWhenALedgerHasNoWayToBeAsked() {
      refused("claim");
      fixture.ledger.guard = Guard.RECEIVER_REMOVES_REPEATS;
      assertSays(fixture.dev("replay", "--held"), 1, "this ledger has no way to be asked");
    }

    @Test
    void saysWhatAParkedVoucherWaitsFor() {
      fixture.stored("claim");
      fixture.refuses(FailureKind.PERIOD_CLOSED);
      for (int minute = 0; minute < 5; minute++) {
        fixture.once();
      }
      assertEquals(DocumentState.PARKED, fixture.record("claim").state());
      assertSays(fixture.dev("replay", "--parked"), 0, "waits for: an open period");
    }

    @Test
    void saysThatARequestMayStillHaveItsEffect() {
      fixture.stored("claim");
      fixture.refuses(FailureKind.AMBIGUOUS);
      fixture.once();
      assertEquals(PostingState.UNKNOWN, fixture.posting("claim").state());
      assertSays(fixture.dev("replay", "--all"), 0, "settling, nothing is sent before");
    }

    @Test
    void leavesAloneWhatIsDone() {
      fixture.stored("claim");
      fixture.work();
      assertSays(fixture.dev("replay", "claim"), 0, "nothing to do", "REPLAY-DONE");
      assertSays(
          fixture.dev("replay", "claim", "--go", "--by", "anna"), 1, "REPLAY-DONE", "refused: 1");
      assertFalse(fixture.isNoted("claim", "REPLAYED", "anna"));
    }

    @Test
    void leavesAloneWhatIsHeldForDoubtOfItsOwn() {
      refused("claim");
      var record = fixture.record("claim");
      Reason own = new Reason("TRANSLATE-CHANGED-CONTENT", "内容有变。", "Other content.");
      fixture.platform.documents().save(record.changed().reasons(List.of(own)).build());
      assertSays(fixture.dev("replay", "claim"), 0, "REPLAY-OWN-DOUBT");
      assertSays(fixture.dev("replay", "claim", "--go", "--by", "anna"), 1, "REPLAY-OWN-DOUBT");
    }

    @Test
    void leavesAloneWhatAWorkerIsAt() {
      fixture.stored("fetched", DocumentState.FETCHING);
      assertSays(fixture.dev("replay", "fetched"), 0, "REPLAY-ON-ITS-WAY");
    }

    @Test
    void namesADocumentThatIsNotThere() {
      assertSays(fixture.dev("replay", "nothing"), 1, "AGAIN-UNKNOWN");
    }
  }

  @Nested
  class Going {
    @Test
    void sendsWhatIsNewOnceThroughTheProtocolAndNotesWho() {
      VoucherKey key = refused("claim");
      assertSays(fixture.dev("replay", "claim", "--go", "--by", "anna"), 0, "due now: 1");
      assertEquals(List.of(), fixture.ledger.sent);
      assertTrue(fixture.isNoted("claim", "REPLAYED", "anna"));
      fixture.work();
      assertEquals(List.of(key), fixture.ledger.sent);
      assertEquals(DocumentState.POSTED, fixture.record("claim").state());
      assertEquals(List.of(), fixture.record("claim").reasons());
    }

    @Test
    void linksWhatIsThereAndSendsNothing() {
      VoucherKey key = refused("claim");
      fixture.ledger.booked(key);
      fixture.dev("replay", "--held", "--go", "--by", "anna");
      fixture.work();
      assertEquals(DocumentState.POSTED, fixture.record("claim").state());
      assertEquals(List.of(), fixture.ledger.sent);
    }

    @Test
    void givesWhatWasGivenUpItsWholePatienceAgain() {
      VoucherKey key = fixture.stored("claim");
      fixture.refuses(FailureKind.AMBIGUOUS);
      fixture.ledger.whenAsked = Optional.empty();
      fixture.work();
      assertEquals(PostingState.UNKNOWN, fixture.posting("claim").state());
      assertTrue(fixture.posting("claim").isAtRest());
      fixture.ledger.sent.clear();
      fixture.dev("replay", "claim", "--go", "--by", "anna");
      fixture.once();
      assertFalse(fixture.posting("claim").isAtRest());
      fixture.ledger.whenSent = Optional.empty();
      fixture.work();
      assertEquals(DocumentState.POSTED, fixture.record("claim").state());
      assertEquals(1, fixture.ledger.book.get(key).size());
    }

    @Test
    void takesManyPageByPageAndStopsAtItsLimit() {
      for (int number = 0; number < 230; number++) {
        fixture.stored("claim-" + number);
      }
      fixture.refuses(FailureKind.DATA);
      fixture.work();
      fixture.ledger.whenSent = Optional.empty();
      assertSays(
          fixture.dev("replay", "--held", "--most", "120", "--go", "--by", "anna"),
          0,
          "due now: 120",
          "--most 120");
      assertSays(fixture.dev("replay", "--held", "--go", "--by", "anna"), 0, "due now: 110");
      fixture.work();
      assertEquals(230, fixture.ledger.book.size());
    }

    @Test
    void takesOnlyWhatChangedSinceAMoment() {
      refused("early");
      String moment = fixture.clock.instant().toString();
      refused("late");
      var said = fixture.dev("replay", "--since", moment, "--go", "--by", "anna");
      assertSays(said, 0, "late", "due now: 1");
      assertFalse(said.out().contains("early"));
    }

    @Test
    void needsAName() {
      refused("claim");
      assertSays(fixture.dev("replay", "claim", "--go"), 2, "COMMAND-OPTION-MISSING");
      assertSays(fixture.dev("replay", "claim", "--go", "--by", "\u200b"), 2, "SIGNER");
    }

    @Test
    void fetchesAParkedDocumentAnew() {
      fixture.stored("parked", DocumentState.PARKED);
      assertSays(fixture.dev("replay", "parked"), 0, "would be fetched again");
      fixture.dev("replay", "parked", "--go", "--by", "anna");
      fixture.once();
      assertEquals(1, fixture.events.drain().size());
    }
  }

  @Test
  void aSelectionThatIsNoneIsRefused() {
    assertSays(fixture.dev("replay"), 2, "COMMAND-ARGUMENTS-WRONG", "./dev replay --help");
    assertSays(fixture.dev("replay", "claim", "--held"), 2, "COMMAND-ARGUMENTS-WRONG");
    assertSays(fixture.dev("replay", "--since", "yesterday"), 2, "REPLAY-REQUEST-WRONG");
    assertSays(fixture.dev("replay", "--held", "--most", "0"), 2, "COMMAND-ARGUMENTS-WRONG");
  }

  @Nested
  class Settling {
    /** Sent once to a ledger that can't be asked, with no readable answer. */
    private VoucherKey sentOnce(String id) {
      fixture.ledger.guard = Guard.SENT_ONCE;
      VoucherKey key = fixture.stored(id);
      fixture.refuses(FailureKind.AMBIGUOUS);
      fixture.work();
      assertEquals(PostingState.CONFLICT, fixture.posting(id).state());
      fixture.ledger.whenSent = Optional.empty();
      fixture.ledger.sent.clear();
      return key;
    }

    private VoucherKey differs(String id) {
      VoucherKey key = fixture.stored(id);
      fixture.ledger.booked(key);
      fixture.ledger.difference = Optional.of("other amount");
      fixture.work();
      assertEquals(PostingState.CONFLICT, fixture.posting(id).state());
      return key;
    }

    @Test
    void aPersonSaysThatItIsThere() {
      sentOnce("claim");
      assertSays(fixture.dev("replay", "claim"), 0, "REPLAY-PERSON-DECIDES");
      assertSays(
          fixture.dev("settle", "claim", "--there", "--id", "77", "--by", "anna"), 0, "POSTED");
      assertEquals("77", fixture.posting("claim").reference().orElseThrow().number());
      assertTrue(fixture.isNoted("claim", "SETTLED_THERE", "anna"));
      assertEquals(List.of(), fixture.record("claim").reasons());
      fixture.work();
      assertEquals(List.of(), fixture.ledger.sent);
    }

    @Test
    void aPersonSaysThatItIsNotThereAndItIsSentOnceMore() {
      VoucherKey key = sentOnce("claim");
      fixture.clock.advance(Duration.ofHours(1));
      assertSays(fixture.dev("settle", "claim", "--absent", "--by", "anna"), 0, "POSTING");
      assertTrue(fixture.isNoted("claim", "SETTLED_ABSENT", "anna"));
      fixture.work();
      assertEquals(List.of(key), fixture.ledger.sent);
      assertEquals(DocumentState.POSTED, fixture.record("claim").state());
    }

    @Test
    void nobodyMaySayThatItIsNotThereWhileARequestMayHaveItsEffect() {
      fixture.ledger.guard = Guard.SENT_ONCE;
      fixture.stored("claim");
      fixture.refuses(FailureKind.AMBIGUOUS);
      fixture.once();
      var posting = fixture.posting("claim");
      var record = fixture.record("claim");
      fixture.platform.documents().save(record.with(posting.givenUp())).orElseThrow();
      assertSays(fixture.dev("settle", "claim", "--absent", "--by", "anna"), 2, "SETTLE-TOO-EARLY");
      assertEquals(1, fixture.ledger.sent.size());
    }

    @Test
    void whatTheLedgerShowsIsNotSaidToBeAbsent() {
      differs("claim");
      assertSays(fixture.dev("settle", "claim", "--absent", "--by", "anna"), 2, "SETTLE-IS-THERE");
      assertEquals(PostingState.CONFLICT, fixture.posting("claim").state());
    }

    @Test
    void theVoucherThatTheLedgerShowsMayBeTakenAndNoOther() {
      differs("claim");
      assertSays(
          fixture.dev("settle", "claim", "--there", "--id", "9", "--by", "anna"),
          2,
          "SETTLE-OTHER-ID");
      assertSays(
          fixture.dev("settle", "claim", "--there", "--id", "id-100", "--by", "anna"), 0, "POSTED");
    }

    @Test
    void aLedgerThatIsSilentIsWaitedFor() {
      differs("claim");
      fixture.ledger.whenAsked =
          Optional.of(Failure.of(FailureKind.TRANSIENT, "scripted", "SILENT", "no answer"));
      assertSays(
          fixture.dev("settle", "claim", "--absent", "--by", "anna"), 2, "SETTLE-LEDGER-SILENT");
    }

    @Test
    void whatTheMachineFindsOutByItselfIsNotSettled() {
      VoucherKey key = refused("claim");
      assertSays(
          fixture.dev("settle", "claim", "--absent", "--by", "anna", "--key", key.value()),
          2,
          "SETTLE-NOT-IN-DOUBT");
      assertSays(
          fixture.dev("settle", "claim", "--absent", "--by", "anna"), 2, "SETTLE-VOUCHER-UNKNOWN");
    }

    @Test
    void eitherTheOneOrTheOtherIsSaid() {
      assertSays(fixture.dev("settle", "claim", "--by", "anna"), 2, "COMMAND-ARGUMENTS-WRONG");
      assertSays(
          fixture.dev("settle", "claim", "--there", "--by", "anna"), 2, "COMMAND-OPTION-MISSING");
      assertSays(fixture.dev("settle", "none", "--absent", "--by", "anna"), 2, "AGAIN-UNKNOWN");
    }

    @Test
    void aWordThatComesWhileSomebodyElseIsFasterChangesNothing() {
      differs("claim");
      fixture.ledger.meanwhile =
          () -> {
            var faster = fixture.record("claim").noting(fixture.clock.instant(), "bob", "SAW", "");
            fixture.platform.documents().save(faster).orElseThrow();
          };
      assertSays(
          fixture.dev("settle", "claim", "--there", "--id", "id-100", "--by", "anna"),
          2,
          "REPLAY-MOVED");
      assertEquals(PostingState.CONFLICT, fixture.posting("claim").state());
      assertTrue(fixture.isNoted("claim", "SAW", "bob"));
    }
  }
}
