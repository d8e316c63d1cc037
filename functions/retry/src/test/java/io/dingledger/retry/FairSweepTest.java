package io.dingledger.retry;

import static io.dingledger.retry.RetryFixture.QUEUES;
import static io.dingledger.retry.RetryFixture.SETTINGS;
import static io.dingledger.retry.RetryFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.metrics.EmbeddedMetrics;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.support.ForwardingDocumentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One tenant has ten thousand due documents, another has one, and it is the last. */
class FairSweepTest {
  private static final Tenant OTHER = Tenant.verified("other");
  private static final DocumentId SINGLE = new DocumentId("single");
  private static final int MANY = 10_000;

  private final RetryFixture fixture = new RetryFixture();
  private final List<String> measured = new ArrayList<>();

  /** Ten thousand lines of the index; to look at all of them takes longer than a sweep may. */
  private class Crowd extends ForwardingDocumentStore {
    private int found;

    Crowd() {
      super(fixture.documents);
    }

    @Override
    public List<Due> due(Instant now, int limit) {
      List<Due> due = new ArrayList<>();
      IntStream.range(0, MANY)
          .forEach(number -> due.add(new Due(TENANT, new DocumentId("d-" + number), now)));
      due.addAll(super.due(now, limit));
      return due.stream().limit(limit).toList();
    }

    @Override
    public Optional<DocumentRecord> find(Tenant tenant, DocumentId id) {
      found++;
      fixture.clock.advance(Duration.ofMillis(10));
      return super.find(tenant, id);
    }
  }

  private RetryParts over(DocumentStore store) {
    return RetryParts.of(
        store,
        fixture.quarantine,
        fixture.events,
        fixture.vouchers,
        fixture.failures,
        QUEUES,
        SETTINGS,
        new Random(7),
        new EmbeddedMetrics("test", fixture.clock, measured::add),
        fixture.clock);
  }

  private void singleIsDue() {
    fixture.documents.save(
        DocumentRecord.announced(OTHER, SINGLE, Optional.empty(), fixture.now())
            .changed()
            .fetch(Wait.watchedUntil(fixture.now()))
            .build());
    fixture.clock.advance(Duration.ofSeconds(1));
  }

  @Test
  void theSingleOneIsHandedOnByTheVeryNextSweep() {
    singleIsDue();
    over(new Crowd()).sweep().sweep();
    assertEquals(List.of(new TranslateWork.Again(OTHER, SINGLE)), fixture.events.drain());
  }

  @Test
  void theSingleOneIsAmongTheFirstTwo() {
    singleIsDue();
    Crowd crowd = new Crowd();
    List<DocumentStore.Due> turns =
        Turns.of(crowd.due(fixture.now(), MANY + 1), DocumentStore.Due::tenant);
    assertEquals(List.of(TENANT, OTHER), turns.stream().limit(2).map(d -> d.tenant()).toList());
    assertEquals(MANY + 1, turns.size(), "nobody is left out");
  }

  @Test
  void aSweepThatTakesTooLongLeavesTheRestToTheNextOne() {
    Crowd slow =
        new Crowd() {
          @Override
          public Optional<DocumentRecord> find(Tenant tenant, DocumentId id) {
            fixture.clock.advance(Duration.ofSeconds(1));
            return super.find(tenant, id);
          }
        };
    over(slow).sweep().sweep();
    assertEquals(25, slow.found, "after twenty-five seconds nothing more is begun");
  }

  @Test
  void itMeasuresHowLateItIs() {
    singleIsDue();
    fixture.clock.advance(Duration.ofSeconds(29));
    over(fixture.documents).sweep().sweep();
    assertTrue(measured.stream().anyMatch(line -> line.endsWith("\"sweep.due\":1}")));
    assertTrue(measured.stream().anyMatch(line -> line.endsWith("\"sweep.handed\":1}")));
    assertTrue(measured.stream().anyMatch(line -> line.endsWith("\"sweep.stuck\":0}")));
    assertTrue(measured.stream().anyMatch(line -> line.endsWith("\"sweep.late\":30000}")));
    assertTrue(measured.stream().noneMatch(line -> line.contains(OTHER.id())), "no tenant");
  }
}
