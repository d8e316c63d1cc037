package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.POST;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.document.ApprovalDetail.Result;
import io.dingledger.model.document.ApprovalDetail.Status;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.work.TranslateWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;

class ConcurrencyTest {
  private static final int WORKERS = 16;

  private final TranslateFixture fixture = new TranslateFixture();

  @RepeatedTest(5)
  void sixteenDeliveriesOfOneEventCostOneCallAndGiveOneVoucher() throws Exception {
    TranslateWork event = fixture.event("e-1", Phase.FINISH);
    fixture.dingTalk.detail =
        () -> {
          Thread.yield();
          return ScriptedDingTalk.said(Status.COMPLETED, Result.AGREE);
        };
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      List<Future<?>> deliveries = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        deliveries.add(
            workers.submit(
                () -> {
                  start.await();
                  fixture.handle(event);
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> delivery : deliveries) {
        delivery.get(10, TimeUnit.SECONDS);
      }
    }
    assertEquals(1, fixture.dingTalk.details.get());
    assertEquals(1, fixture.book.translations.get());
    assertEquals(DocumentState.POSTING, fixture.record().state());
    assertEquals(1, fixture.record().postings().size());
    assertEquals(Set.of(POST), Set.copyOf(fixture.vouchers.drain()), "repeats are harmless");
  }
}
