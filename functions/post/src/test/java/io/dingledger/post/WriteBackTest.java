package io.dingledger.post;

import static io.dingledger.post.PostFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.model.work.PostWork;
import io.dingledger.platform.queue.QueueUnreachable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * When the patrol is asked to tell a voucher's number to the system that its document came from.
 */
class WriteBackTest {
  private static final DocumentId FLOW = new DocumentId("in:hose:ID-1");

  private final PostFixture fixture = new PostFixture();

  private static VoucherKey key(int revision) {
    return VoucherKey.of(TENANT, FLOW, Purpose.RECORD, revision);
  }

  private static PostWork work(int revision) {
    return new PostWork(TENANT, FLOW, key(revision));
  }

  private void stored(int vouchers) {
    Voucher like = PostFixture.voucher();
    List<Voucher> all =
        IntStream.rangeClosed(1, vouchers)
            .mapToObj(
                revision ->
                    new Voucher(
                        key(revision),
                        FLOW,
                        Purpose.RECORD,
                        like.date(),
                        like.currency(),
                        like.summary(),
                        1,
                        like.lines()))
            .toList();
    DocumentRecord record =
        DocumentRecord.announced(TENANT, FLOW, Optional.empty(), fixture.clock.instant())
            .changed()
            .state(DocumentState.POSTING)
            .postings(
                all.stream()
                    .map(
                        voucher ->
                            Posting.ready(voucher.key(), Purpose.RECORD, fixture.clock.instant()))
                    .toList())
            .build();
    fixture.documents.saveTranslated(record, PostFixture.SOURCE, all);
  }

  @Test
  void itIsAskedOnceTheLastVoucherIsPosted() {
    stored(2);
    fixture.post.deliver(work(1));
    assertTrue(fixture.patrol.drain().isEmpty());
    fixture.post.deliver(work(2));
    assertEquals(List.of(new PatrolWork.WriteBack(TENANT, FLOW)), fixture.patrol.drain());
    fixture.post.deliver(work(2));
    assertTrue(fixture.patrol.drain().isEmpty(), "a repeat posts nothing");
  }

  @Test
  void itIsNotAskedForDocumentsOfDingTalk() {
    fixture.post.deliver(PostFixture.WORK);
    assertTrue(fixture.patrol.drain().isEmpty());
  }

  @Test
  void aQueueThatDoesNotAnswerHarmsNoVoucher() {
    stored(1);
    Post post =
        fixture.postOver(
            fixture.documents,
            (message, delay) -> {
              throw new QueueUnreachable("patrol", null);
            });
    post.deliver(work(1));
    assertEquals(DocumentState.POSTED, fixture.documents.find(TENANT, FLOW).orElseThrow().state());
    assertTrue(fixture.failures.drain().isEmpty());
  }
}
