package io.dingledger.post;

import static io.dingledger.post.PostFixture.KEY;
import static io.dingledger.post.PostFixture.SETTLING;
import static io.dingledger.post.PostFixture.TIMEOUT;
import static io.dingledger.post.PostFixture.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.post.PostFixture.ScriptedLedger.Trouble;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A later approval withdraws or replaces the document while its voucher is on its way. */
class SupersededTest {
  private final PostFixture fixture = new PostFixture();

  private void assertWithdrawn() {
    assertEquals(0, fixture.ledger.books.size());
    assertEquals(PostingState.WITHDRAWN, fixture.posting().state());
    assertEquals(DocumentState.IGNORED, fixture.record().state());
    assertEquals(
        List.of("POST-SUPERSEDED"),
        fixture.record().reasons().stream().map(reason -> reason.code()).toList());
    assertEquals(Optional.empty(), fixture.record().dueAt(), "nothing is left to do");
  }

  @Test
  void beforeItIsClaimedNothingIsAskedOrSent() {
    fixture.supersede();
    fixture.post.deliver(WORK);
    assertEquals(0, fixture.ledger.asked);
    assertEquals(PostingState.WITHDRAWN, fixture.posting().state());
  }

  @Test
  void afterItIsClaimedItIsAskedForAndNotSent() {
    fixture.ledger.whileAsked = fixture::supersede;
    fixture.post.deliver(WORK);
    assertEquals(1, fixture.ledger.asked);
    assertWithdrawn();
  }

  @Test
  void afterARequestInDoubtItIsWithdrawnOnceTheLedgerHasSettled() {
    fixture.ledger.trouble.add(new Trouble(false, TIMEOUT));
    fixture.post.deliver(WORK);
    fixture.supersede();
    fixture.post.deliver(WORK);
    assertEquals(PostingState.UNKNOWN, fixture.posting().state(), "it may still appear");
    fixture.clock.advance(SETTLING);
    fixture.vouchers.drain().forEach(fixture.post::deliver);
    assertEquals(1, fixture.ledger.sent);
    assertWithdrawn();
  }

  @Test
  void afterARequestThatHadItsEffectItIsLinked() {
    fixture.ledger.trouble.add(new Trouble(true, TIMEOUT));
    fixture.post.deliver(WORK);
    fixture.supersede();
    fixture.post.deliver(WORK);
    assertEquals(PostingState.POSTED, fixture.posting().state());
    assertEquals(DocumentState.POSTED, fixture.record().state());
    assertEquals(List.of(KEY), fixture.ledger.books, "the later document takes it back");
  }

  @Test
  void whileTheRequestIsUnderWayItIsPosted() {
    fixture.ledger.whileSending = fixture::supersede;
    fixture.post.deliver(WORK);
    assertEquals(PostingState.POSTED, fixture.posting().state());
  }

  @Test
  void whatTakesAnEarlierDocumentBackIsSentAllTheSame() {
    DocumentRecord record = fixture.record();
    Posting reverse = Posting.ready(KEY, Purpose.REVERSE, fixture.clock.instant().plusSeconds(300));
    fixture.documents.save(record.changed().postings(List.of(reverse)).build());
    fixture.supersede();
    fixture.post.deliver(WORK);
    assertEquals(List.of(KEY), fixture.ledger.books);
    assertEquals(DocumentState.POSTED, fixture.record().state());
  }
}
