package io.dingledger.simulator.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.work.PostWork;
import io.dingledger.platform.codec.PostWorkCodec;
import io.dingledger.platform.store.Condition;
import io.dingledger.platform.store.Item;
import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.Write;
import io.dingledger.simulator.kernel.Chance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeOfTracesTest extends JudgeCase {
  private static final String ROW = "{\"processInstanceId\":\"claim-1\",\"type\":\"finish\"}";

  private void handsOut() {
    scene.judge.handedOut(scene, "corp", List.of(ROW));
  }

  private void workerEnds() {
    scene.judge.ended(scene, "patrol", scene.worker);
  }

  @Test
  void aVoucherWithUnequalSidesIsSeenInTheLedgersBook() {
    Findings findings = new Findings();
    BookRules books = new BookRules(findings, new Vouchers());
    books.balanced(scene, "voucher", VOUCHER.lines());
    assertEquals(List.of(), findings.all());
    books.balanced(scene, "voucher", List.of(VOUCHER.lines().getFirst()));
    assertEquals("UNBALANCED", findings.all().getFirst().invariant());
  }

  @Test
  void whatIsBookedIsWhatWasStored() {
    sending();
    scene.books(FakeScene.voucher("545.26"));
    assertBroken(Invariant.VOUCHER_CHANGED);
  }

  @Test
  void whatNobodyOfTheCompanyMadeIsForeign() {
    scene.books(VOUCHER);
    assertTrue(scene.broken().contains("FOREIGN"), scene.broken()::toString);
  }

  @Test
  void aRecordOfAnApprovalThatTheCompanyHasNotIsForeign() {
    documents.save(
        DocumentRecord.announced(
                FakeScene.TENANT, new DocumentId("claim-foreign"), Optional.empty(), scene.now)
            .changed()
            .fetch(Wait.watchedUntil(scene.now.plusSeconds(60)))
            .build());
    assertBroken(Invariant.FOREIGN);
  }

  @Test
  void aVoucherIsMadeByTheRuleBookInForce() {
    scene.version = "v-0";
    translated(VOUCHER);
    assertBroken(Invariant.WRONG_RULE_BOOK);
  }

  @Test
  void anApprovalIsNotIgnoredForAReasonThatIsNotTrue() {
    DocumentRecord record = announced();
    documents.save(
        record
            .changed()
            .state(DocumentState.IGNORED)
            .fetch(record.fetch().ended())
            .reasons(List.of(new Reason("TRANSLATE-SUPERSEDED", "因", "why")))
            .build()
            .noting(scene.now, "translate", "IGNORED", ""));
    scene.book.clear();
    scene.judge.rested(scene);
    assertTrue(scene.broken().contains("GROUNDLESS_IGNORE"), scene.broken()::toString);
  }

  @Test
  void aGateThatShutsIsTold() {
    Item gate = Item.at(new Key("T#alpha#G", "connection")).with("shut", "2026-03-11");
    scene.table.write(List.of(new Write.Put(gate, new Condition.None())));
    workerEnds();
    assertBroken(Invariant.NO_NOTICE);
  }

  @Test
  void whoWasDisturbedWhenAGateShutIsExcused() {
    Item gate = Item.at(new Key("T#alpha#G", "connection")).with("shut", "2026-03-11");
    scene.table.write(List.of(new Write.Put(gate, new Condition.None())));
    scene.judge.struck(scene, new Chance.Struck(1, "TABLE_UNREACHABLE", "table.put notice"));
    workerEnds();
    assertBroken();
  }

  @Test
  void pushesThatWereGivenUpAreQueuedBeforeTheRoundEnds() {
    handsOut();
    scene.messages.add("{\"tenant\":\"alpha\",\"instanceId\":\"claim-1\"}");
    workerEnds();
    assertBroken();
    scene.messages.clear();
    handsOut();
    workerEnds();
    assertBroken(Invariant.HANDLED_WITHOUT_TRACE);
  }

  @Test
  void aVoucherOfTheDeadLetterQueueHasFailed() {
    DocumentRecord record = translated(VOUCHER);
    String body =
        new PostWorkCodec().encode(new PostWork(FakeScene.TENANT, FakeScene.CLAIM, VOUCHER.key()));
    scene.judge.handled(scene, "VouchersQueue", body);
    assertBroken();
    scene.judge.handled(scene, "VouchersDeadLetterQueue", body);
    assertBroken(Invariant.HANDLED_WITHOUT_TRACE);
    assertEquals(DocumentState.POSTING, record.state());
  }

  @Test
  void anAnswerIsOfTheMomentWhenItWasAskedForAtTheEarliest() {
    sending();
    asks();
    sends();
    ends(LOST);
    scene.now = scene.now.plus(FakeScene.SETTLING).minusSeconds(1);
    scene.judge.asking(scene, scene.company, VOUCHER);
    scene.now = scene.now.plusSeconds(30);
    asks();
    sends();
    assertBroken(Invariant.SENT_TOO_EARLY);
  }

  @Test
  void whatTheLedgerHasTwiceIsNeverSaidToBePosted() {
    DocumentRecord sending = sending();
    scene.books(VOUCHER);
    scene.judge.asked(
        scene,
        scene.company,
        VOUCHER,
        new Asked.Several(
            List.of(new LedgerReference("id-1", "1"), new LedgerReference("id-1001", "1001"))));
    moved(sending, posting -> posting.posted(new LedgerReference("id-1", "1")));
    assertBroken(Invariant.SAID_POSTED);
  }

  @Test
  void aClockThatIsSecondsOffExcusesNoMinutes() {
    scene.struck.add(new Chance.Struck(1, "ONE_CLOCK_OFF", "container of post"));
    DocumentRecord claimed =
        moved(translated(VOUCHER), posting -> posting.claimed(scene.now, LEASE));
    scene.worker = 2;
    scene.now = scene.now.plus(LEASE).minusSeconds(21);
    moved(claimed, posting -> posting.failed(failure(), scene.now.plusSeconds(60)));
    assertBroken(Invariant.FENCE);
  }
}
