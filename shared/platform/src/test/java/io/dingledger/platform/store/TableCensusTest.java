package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableCensusTest {
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");
  private static final Tenant TENANT = Tenant.verified("demo");

  private final MemoryTable table = new MemoryTable();
  private final DocumentStore documents = new TableDocumentStore(table);
  private final TableCensus census = new TableCensus(table);

  private void stored(Tenant tenant, DocumentId id, DocumentState state, Instant changed) {
    documents.save(
        DocumentRecord.announced(tenant, id, Optional.empty(), changed)
            .changed()
            .state(state)
            .build());
  }

  private void stored(String id, DocumentState state, Duration ago) {
    stored(TENANT, new DocumentId(id), state, NOW.minus(ago));
  }

  @Test
  void ofATenantWithoutDocumentsNothingIsCounted() {
    assertEquals(TableCensus.Count.NONE, census.of(TENANT, NOW));
  }

  @Test
  void whatIsNotAtRestIsCountedByWhoItWaitsFor() {
    stored("1", DocumentState.RECEIVED, Duration.ofMinutes(1));
    stored("2", DocumentState.FETCHING, Duration.ofMinutes(7));
    stored("3", DocumentState.POSTING, Duration.ofMinutes(3));
    stored("4", DocumentState.PARKED, Duration.ofDays(1));
    stored("5", DocumentState.HELD, Duration.ofDays(2));
    stored("6", DocumentState.HELD, Duration.ofDays(3));
    stored("7", DocumentState.POSTED, Duration.ofDays(4));
    stored("8", DocumentState.IGNORED, Duration.ofDays(4));
    assertEquals(new TableCensus.Count(3, 1, 2, Duration.ofMinutes(7)), census.of(TENANT, NOW));
  }

  @Test
  void aNoticeIsNoDocument() {
    stored(TENANT, DocumentId.ofNotice("ledger:kingdee"), DocumentState.HELD, NOW);
    assertEquals(TableCensus.Count.NONE, census.of(TENANT, NOW));
  }

  @Test
  void anotherTenantsDocumentsAreNotCounted() {
    stored(Tenant.verified("demo#b"), new DocumentId("1"), DocumentState.PARKED, NOW);
    assertEquals(TableCensus.Count.NONE, census.of(TENANT, NOW));
  }

  @Test
  void countingStopsBeforeItBecomesDear() {
    for (int number = 0; number < TableCensus.MOST + 5; number++) {
      stored("d-" + number, DocumentState.PARKED, Duration.ZERO);
    }
    assertEquals(TableCensus.MOST, census.of(TENANT, NOW).parked());
  }

  @Test
  void countsOfTenantsAddUp() {
    TableCensus.Count one = new TableCensus.Count(1, 2, 3, Duration.ofMinutes(4));
    TableCensus.Count other = new TableCensus.Count(10, 20, 30, Duration.ofMinutes(2));
    assertEquals(new TableCensus.Count(11, 22, 33, Duration.ofMinutes(4)), one.plus(other));
  }
}
