package io.dingledger.post;

import static io.dingledger.post.PostFixture.KEY;
import static io.dingledger.post.PostFixture.SETTLING;
import static io.dingledger.post.PostFixture.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.support.ForwardingDocumentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worker dies at each of its calls to the store, before or after the call had its effect. */
class CrashTest {
  private static final Duration BEYOND_LEASE = PostSettings.DEFAULT.lease().plusSeconds(1);

  private final PostFixture fixture = new PostFixture();

  @Test
  void aWorkerThatDiesAfterTheLedgerCommittedLeavesOneVoucher() {
    dieAtSave(3, false);
    assertEquals(List.of(KEY), fixture.ledger.books);
    assertEquals(PostingState.SENDING, fixture.posting().state());

    fixture.post.deliver(WORK);
    assertEquals(1, fixture.ledger.sent, "its lease still holds");

    fixture.clock.advance(BEYOND_LEASE);
    fixture.post.deliver(WORK);
    assertEquals(List.of(KEY), fixture.ledger.books);
    assertEquals(1, fixture.ledger.sent);
    assertEquals(DocumentState.POSTED, fixture.record().state());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whereverItDiesBeforeAWriteThereIsOneVoucherInTheEnd(int save) {
    dieAtSave(save, false);
    assertOneVoucherInTheEnd();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whereverItDiesAfterAWriteThereIsOneVoucherInTheEnd(int save) {
    dieAtSave(save, true);
    assertOneVoucherInTheEnd();
  }

  /** The ledger may still be working on a request whose sender is dead. */
  @Test
  void aRequestWhoseWorkerDiedIsNotRepeatedBeforeItIsCertainlyOver() {
    fixture.ledger.whileSending =
        () -> {
          fixture.ledger.whileSending = () -> {};
          throw new Killed();
        };
    assertThrows(Killed.class, () -> fixture.post.deliver(WORK));
    Posting held = fixture.posting();
    Instant now = fixture.clock.instant();
    Posting released = held.abandoned(held.leaseUntil().orElseThrow(), now);
    fixture.documents.save(fixture.record().with(released));

    fixture.post.deliver(WORK);
    fixture.clock.advance(PostSettings.DEFAULT.lease().plus(SETTLING).minusMillis(1));
    fixture.post.deliver(WORK);
    assertEquals(List.of(), fixture.vouchers.drain());
    assertEquals(1, fixture.ledger.sent);
    assertEquals(PostingState.UNKNOWN, fixture.posting().state());

    fixture.clock.advance(Duration.ofMillis(1));
    fixture.vouchers.drain().forEach(fixture.post::deliver);
    assertEquals(2, fixture.ledger.sent);
    assertEquals(List.of(KEY), fixture.ledger.books);
  }

  private void assertOneVoucherInTheEnd() {
    boolean done = fixture.posting().state() == PostingState.POSTED;
    assertTrue(done || fixture.record().dueAt().isPresent(), "the sweep knows of it");
    fixture.clock.advance(BEYOND_LEASE);
    fixture.deliverOnceSettled();
    assertEquals(List.of(KEY), fixture.ledger.books);
    assertEquals(DocumentState.POSTED, fixture.record().state());
  }

  private void dieAtSave(int number, boolean afterwards) {
    DyingStore store = new DyingStore(fixture.documents, number, afterwards);
    try {
      fixture.postOver(store).deliver(WORK);
    } catch (Killed expected) {
      return;
    }
    throw new AssertionError("the worker survived");
  }

  /** An error, not an exception: nothing in the step may catch it and go on. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class DyingStore extends ForwardingDocumentStore {
    private final int fatalSave;
    private final boolean afterwards;
    private int saves;

    DyingStore(DocumentStore real, int fatalSave, boolean afterwards) {
      super(real);
      this.fatalSave = fatalSave;
      this.afterwards = afterwards;
    }

    @Override
    public Optional<DocumentRecord> save(DocumentRecord next) {
      saves++;
      if (saves == fatalSave && !afterwards) {
        throw new Killed();
      }
      Optional<DocumentRecord> saved = super.save(next);
      if (saves == fatalSave) {
        throw new Killed();
      }
      return saved;
    }
  }
}
