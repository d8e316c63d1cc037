package io.dingledger.post;

import static io.dingledger.post.PostFixture.TENANT;
import static io.dingledger.post.PostFixture.TIMEOUT;
import static io.dingledger.post.PostFixture.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.Answer;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.work.RetryWork;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vouchers of a tenant that the operator has suspended. */
class SuspendedTest {
  private final PostFixture fixture = new PostFixture();
  private final Post stopped =
      fixture.postOver(tenant -> new Answer.Failed<>(Standing.Suspension.failure()));

  @Test
  void areNeitherAskedForNorSentAndTheRetryStepIsTold() {
    stopped.deliver(WORK);
    assertEquals(0, fixture.ledger.asked);
    assertEquals(0, fixture.ledger.sent);
    assertEquals(PostingState.READY, fixture.posting().state());
    assertEquals(
        "SUSPENDED-BY-OPERATOR", fixture.posting().pending().failure().orElseThrow().code());
    assertEquals(
        List.of(new RetryWork.TryFailed(TENANT, WORK.document(), Optional.of(WORK.key()))),
        fixture.failures.drain());
  }

  @Test
  void thatAreInDoubtStayInDoubtAndTheLedgerIsAskedFirstOnceItGoesOn() {
    fixture.ledger.trouble.add(new PostFixture.ScriptedLedger.Trouble(true, TIMEOUT));
    fixture.post.deliver(WORK);
    assertEquals(PostingState.UNKNOWN, fixture.posting().state());
    int asked = fixture.ledger.asked;
    stopped.deliver(WORK);
    assertEquals(asked, fixture.ledger.asked);
    assertTrue(fixture.posting().isPerhapsInLedger());
    fixture.post.deliver(WORK);
    assertEquals(PostingState.POSTED, fixture.posting().state());
    assertEquals(1, fixture.ledger.sent, "nothing is sent a second time");
  }
}
