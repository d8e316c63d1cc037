package io.dingledger.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.TableDocumentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");
  private static final Tenant TENANT = Tenant.verified("demo");
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Failure THROTTLED =
      Failure.of(FailureKind.THROTTLE, "dingtalk", "90018", "too many");

  private final DocumentStore documents = new TableDocumentStore(new MemoryTable());

  private static Posting ready(String id) {
    VoucherKey key = VoucherKey.of(TENANT, new DocumentId(id), Purpose.RECORD, 1);
    return Posting.ready(key, Purpose.RECORD, NOW.plusSeconds(600));
  }

  private void store(String id, DocumentState state, Wait fetch, List<Posting> postings) {
    DocumentRecord record =
        DocumentRecord.announced(TENANT, new DocumentId(id), Optional.empty(), NOW)
            .changed()
            .state(state)
            .fetch(fetch)
            .postings(postings)
            .build();
    documents.save(record).orElseThrow();
  }

  private DocumentRecord found(String id) {
    return documents.find(TENANT, new DocumentId(id)).orElseThrow();
  }

  @Test
  void whatADeadWorkerHeldIsDueAtOnce() {
    Posting claimed = ready("claimed").claimed(NOW, LEASE);
    Posting sending = ready("sending").claimed(NOW, LEASE).sending(NOW);
    store("claimed", DocumentState.POSTING, Wait.NONE, List.of(claimed));
    store("sending", DocumentState.POSTING, Wait.NONE, List.of(sending));
    store("fetching", DocumentState.FETCHING, Wait.watchedUntil(NOW.plus(LEASE)), List.of());

    assertEquals(3, Recovery.takeUp(documents, NOW.plusSeconds(1)));

    assertEquals(PostingState.READY, found("claimed").postings().getFirst().state());
    assertEquals(
        PostingState.UNKNOWN,
        found("sending").postings().getFirst().state(),
        "its request may have left");
    assertEquals(
        DocumentState.RECEIVED,
        found("fetching").state(),
        "a kill of the whole process is no failed try of the document");
    assertEquals(3, documents.due(NOW.plusSeconds(1), 10).size());
  }

  @Test
  void whatWaitsForAMessageThatMayNeverHaveBeenSentIsDueAtOnce() {
    store("ready", DocumentState.POSTING, Wait.NONE, List.of(ready("ready")));
    Wait failed = Wait.NONE.failed(THROTTLED, NOW.plusSeconds(300));
    store("received", DocumentState.RECEIVED, failed, List.of());

    assertEquals(2, Recovery.takeUp(documents, NOW.plusSeconds(1)));

    assertEquals(2, documents.due(NOW.plusSeconds(1), 10).size());
    assertEquals(1, found("received").fetch().attempts(), "what it has been through stays known");
  }

  @Test
  void whatIsParkedOrAtRestIsLeftAsItIs() {
    Posting posted = ready("posted").claimed(NOW, LEASE).posted(new LedgerReference("1", "1"));
    store("posted", DocumentState.POSTED, Wait.NONE, List.of(posted));
    Posting parked = ready("parked").parked("the monthly quota", NOW.plusSeconds(900));
    store("parked", DocumentState.PARKED, Wait.NONE, List.of(parked));
    assertEquals(0, Recovery.takeUp(documents, NOW.plusSeconds(1)));
    assertEquals(List.of(), found("parked").timeline());
  }
}
