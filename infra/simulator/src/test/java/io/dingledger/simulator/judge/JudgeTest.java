package io.dingledger.simulator.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.Write;
import io.dingledger.simulator.world.Push;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Duration LEASE = Duration.ofSeconds(330);
  private static final Voucher VOUCHER = FakeScene.voucher("545.25");
  private static final Sent LOST =
      new Sent.Failed(Failure.of(FailureKind.AMBIGUOUS, "ledger", "TIME-OUT", "no answer"));

  private final FakeScene scene = new FakeScene();
  private final DocumentStore documents = scene.stores().documents();

  /** A ledger that exists for what it says of itself. */
  private static final class Weak implements Ledger {
    @Override
    public Checkup test() {
      return new Checkup(List.of());
    }

    @Override
    public MasterData read(MasterData.Kind kind) {
      return new MasterData.NotOffered();
    }

    @Override
    public Asked ask(Voucher voucher) {
      return new Asked.Absent(voucher.key());
    }

    @Override
    public Sent send(Voucher voucher, Asked.Absent asked) {
      return LOST;
    }

    @Override
    public Attached attach(LedgerReference voucher, Attached.File file) {
      return new Attached.NotOffered();
    }

    @Override
    public Duration longestSend() {
      return Duration.ofSeconds(120);
    }
  }

  private DocumentRecord announced() {
    return documents.save(scene.announced()).orElseThrow();
  }

  private DocumentRecord translated(Voucher voucher) {
    DocumentRecord next =
        announced()
            .changed()
            .state(DocumentState.POSTING)
            .postings(
                List.of(
                    Posting.ready(
                        voucher.key(), Purpose.RECORD, scene.now.plus(Duration.ofMinutes(5)))))
            .build()
            .noting(scene.now, "translate", "TRANSLATED", "");
    return documents
        .saveTranslated(
            next,
            new DocumentStore.Source("{}", Optional.empty(), Optional.empty()),
            List.of(voucher))
        .orElseThrow();
  }

  private DocumentRecord moved(DocumentRecord record, UnaryOperator<Posting> step) {
    Posting next = step.apply(record.postings().getFirst());
    return documents
        .save(record.with(next).noting(scene.now, "post", next.state().name(), ""))
        .orElseThrow();
  }

  private DocumentRecord sending() {
    DocumentRecord claimed =
        moved(translated(VOUCHER), posting -> posting.claimed(scene.now, LEASE));
    return moved(
        claimed, posting -> posting.sending(scene.now, scene.now.plus(Duration.ofSeconds(120))));
  }

  private void asks() {
    scene.judge.asked(scene, scene.company, VOUCHER, new Asked.Absent(VOUCHER.key()));
  }

  private void sends() {
    scene.judge.sending(scene, scene.company, new Weak(), VOUCHER);
  }

  private void ends(Sent answer) {
    scene.judge.sent(scene, scene.company, VOUCHER, Optional.of(answer));
  }

  private void assertBroken(Invariant... broken) {
    assertEquals(
        List.of(broken).stream().map(Enum::name).sorted().toList(),
        scene.broken().stream().sorted().toList(),
        () -> scene.judge.violations().toString());
  }

  @Test
  void whoAsksSendsAndSaysSoIsRight() {
    DocumentRecord sending = sending();
    asks();
    sends();
    scene.books(VOUCHER);
    ends(new Sent.Posted(new LedgerReference("id-1", "1")));
    moved(sending, posting -> posting.posted(new LedgerReference("id-1", "1")));
    scene.judge.rested(scene);
    assertBroken();
  }

  @Test
  void aVoucherThatIsBookedTwiceIsSeenInTheLedgersBook() {
    sending();
    scene.books(VOUCHER);
    scene.books(VOUCHER);
    assertBroken(Invariant.BOOKED_TWICE);
  }

  @Test
  void whoSendsMustHaveAskedJustBefore() {
    sending();
    sends();
    assertBroken(Invariant.SENT_UNASKED);
  }

  @Test
  void anAnswerIsGoodForOneRequestOnly() {
    sending();
    asks();
    sends();
    ends(LOST);
    scene.now = scene.now.plus(Duration.ofHours(1));
    sends();
    assertBroken(Invariant.SENT_UNASKED);
  }

  @Test
  void twoRequestsForOneVoucherAreNeverUnderWay() {
    sending();
    asks();
    scene.worker = 2;
    asks();
    sends();
    scene.worker = 1;
    sends();
    assertTrue(scene.broken().contains("SENT_AT_ONCE"));
    assertTrue(scene.broken().contains("SENT_UNASKED"));
  }

  @Test
  void anAnswerWithinTheSettlingTimeIsNoAnswer() {
    sending();
    asks();
    sends();
    ends(LOST);
    scene.now = scene.now.plus(FakeScene.SETTLING).minusSeconds(1);
    asks();
    sends();
    assertBroken(Invariant.SENT_TOO_EARLY);
  }

  @Test
  void aRequestLeavesOnlyWhenItsRecordSaysSo() {
    translated(VOUCHER);
    asks();
    sends();
    assertBroken(Invariant.SENT_UNRECORDED);
  }

  @Test
  void whatMayBeInTheLedgerIsNotForgotten() {
    DocumentRecord sending = sending();
    Posting before = translatedPosting();
    asks();
    sends();
    ends(LOST);
    documents.save(sending.with(before).noting(scene.now, "post", "READY", ""));
    assertTrue(scene.broken().contains("SEND_FORGOTTEN"), scene.broken()::toString);
  }

  private Posting translatedPosting() {
    return Posting.ready(VOUCHER.key(), Purpose.RECORD, scene.now.plus(Duration.ofMinutes(5)))
        .claimed(scene.now, LEASE);
  }

  @Test
  void whatIsSaidToBePostedIsInTheLedgersBook() {
    moved(sending(), posting -> posting.posted(new LedgerReference("id-1", "1")));
    assertBroken(Invariant.SAID_POSTED);
  }

  @Test
  void aClaimThatHoldsIsNobodyElses() {
    DocumentRecord claimed =
        moved(translated(VOUCHER), posting -> posting.claimed(scene.now, LEASE));
    scene.worker = 2;
    moved(claimed, posting -> posting.failed(failure(), scene.now.plusSeconds(60)));
    assertBroken(Invariant.FENCE);
  }

  private static Failure failure() {
    return Failure.of(FailureKind.TRANSIENT, "ledger", "HTTP-500", "");
  }

  @Test
  void aRecordIsNeverRemoved() {
    announced();
    scene.table.write(List.of(new Write.Delete(new Key("T#alpha#D#claim-1", "record"))));
    assertBroken(Invariant.RECORD_GONE);
  }

  @Test
  void workThatIsLeftIsDueAtSomeTime() {
    DocumentRecord record = announced();
    documents.save(
        record
            .changed()
            .fetch(record.fetch().ended())
            .build()
            .noting(scene.now, "translate", "RECEIVED", ""));
    assertBroken(Invariant.ORPHAN);
  }

  @Test
  void amountsDatesAndRuleBooksAreThoseOfTheApproval() {
    translated(FakeScene.voucher("545.26"));
    assertBroken(Invariant.WRONG_VOUCHER);
  }

  @Test
  void theDateOfAVoucherIsThatOfItsApproval() {
    translated(FakeScene.voucher("545.25", LocalDate.of(2026, 3, 12)));
    assertBroken(Invariant.WRONG_VOUCHER);
  }

  @Test
  void aStepLeavesItsTraceInTheTimeline() {
    DocumentRecord record = announced();
    documents.save(
        record
            .changed()
            .state(DocumentState.HELD)
            .reasons(List.of(new Reason("X", "因", "why")))
            .build());
    assertBroken(Invariant.TIMELINE);
  }

  @Test
  void whatDingTalkWasThankedForIsInTheQueueOrStored() {
    Push push = new Push(FakeScene.APPROVAL, "finish", "event-1");
    scene.messages.add("{\"eventId\":\"event-1\"}");
    scene.judge.accepted(scene, scene.company, push);
    assertBroken();
    scene.messages.clear();
    scene.judge.accepted(scene, scene.company, push);
    assertBroken(Invariant.SUCCESS_WITHOUT_TRACE);
  }

  @Test
  void aMessageThatNobodyCanReadIsKept() {
    scene.judge.handled(scene, "EventsDeadLetterQueue", "not a message");
    assertBroken(Invariant.HANDLED_WITHOUT_TRACE);
  }

  @Test
  void anApprovalOfWhichNothingIsKnownAtRestIsLost() {
    scene.judge.rested(scene);
    assertBroken(Invariant.LOST_DOCUMENT);
  }

  @Test
  void nobodyDecidesWhereNothingWentWrong() {
    DocumentRecord record = announced();
    documents.save(
        record
            .changed()
            .state(DocumentState.HELD)
            .fetch(record.fetch().ended())
            .reasons(List.of(new Reason("RETRY-GAVE-UP", "因", "why")))
            .build()
            .noting(scene.now, "retry", "HELD", ""));
    scene.judge.rested(scene);
    assertBroken(Invariant.GROUNDLESS_HOLD);
  }

  @Test
  void aDocumentOnItsWayForLongWithoutAWordIsSilence() {
    DocumentRecord record = announced();
    scene.now = scene.now.plus(SilenceRules.LIMIT).plusSeconds(1);
    documents.save(record.noting(scene.now, "retry", "SWEPT", ""));
    assertBroken(Invariant.SILENT);
  }
}
