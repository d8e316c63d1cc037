package io.dingledger.simulator.judge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Sent;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.Write;
import io.dingledger.simulator.world.Push;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest extends JudgeCase {
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
  void whileTheWholeTableIsAwayNobodyCanSayAWord() {
    DocumentRecord record = announced();
    scene.now = scene.now.plus(SilenceRules.LIMIT);
    scene.tableAwayAt = scene.now;
    scene.now = scene.now.plusSeconds(1);
    record = documents.save(record.noting(scene.now, "retry", "SWEPT", "")).orElseThrow();
    assertBroken();
    scene.now = scene.now.plus(SilenceRules.LIMIT);
    documents.save(record.noting(scene.now, "retry", "SWEPT", ""));
    assertBroken(Invariant.SILENT);
  }

  @Test
  void aDocumentOnItsWayForLongWithoutAWordIsSilence() {
    DocumentRecord record = announced();
    scene.now = scene.now.plus(SilenceRules.LIMIT).plusSeconds(1);
    documents.save(record.noting(scene.now, "retry", "SWEPT", ""));
    assertBroken(Invariant.SILENT);
  }
}
