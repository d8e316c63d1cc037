package io.dingledger.retry;

import static io.dingledger.retry.RetryFixture.POST;
import static io.dingledger.retry.RetryFixture.POST_FAILED;
import static io.dingledger.retry.RetryFixture.TRANSLATE;
import static io.dingledger.retry.RetryFixture.WATCH;
import static io.dingledger.retry.RetryFixture.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.codec.PostWorkCodec;
import io.dingledger.platform.codec.RetryWorkCodec;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.support.ForwardingDocumentStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetryHandlerTest {
  private static final String FAILURES = "arn:failures";

  private final RetryFixture fixture = new RetryFixture();

  private static SQSMessage message(String id, String queue, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setEventSourceArn(queue);
    message.setBody(body);
    return message;
  }

  private static String encoded(RetryWork work) {
    return new RetryWorkCodec().encode(work);
  }

  private List<String> handle(RetryParts parts, SQSMessage... messages) {
    SQSEvent batch = new SQSEvent();
    batch.setRecords(List.of(messages));
    return new RetryHandler(parts)
        .handleRequest(batch, null).getBatchItemFailures().stream()
            .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
            .toList();
  }

  @Test
  void aFailureIsDecidedAbout() {
    fixture.translated(fixture.failedTimes(failure(FailureKind.CONFIG), 1));
    assertEquals(List.of(), handle(fixture.parts, message("1", FAILURES, encoded(POST_FAILED))));
    assertEquals(DocumentState.PARKED, fixture.record().state());
  }

  @Test
  void theSchedulesOwnWordsStartASweep() {
    fixture.translated(ready -> ready);
    fixture.clock.advance(WATCH);
    assertEquals(List.of(), handle(fixture.parts, message("1", FAILURES, "{\"sweep\":true}")));
    assertEquals(List.of(POST), fixture.vouchers.drain());
  }

  @Test
  void aFailedTryDoesNotWaitForASweepOfItsBatch() {
    fixture.translated(fixture.failedTimes(failure(FailureKind.CONFIG), 1));
    List<String> calls = new ArrayList<>();
    RetryParts parts =
        fixture.partsOver(
            new ForwardingDocumentStore(fixture.documents) {
              @Override
              public List<Due> due(Instant now, int limit) {
                calls.add("sweep");
                return super.due(now, limit);
              }

              @Override
              public Optional<DocumentRecord> save(DocumentRecord next) {
                calls.add("decision");
                return super.save(next);
              }
            });
    handle(
        parts,
        message("1", FAILURES, "{\"sweep\":true}"),
        message("2", FAILURES, encoded(POST_FAILED)));
    assertEquals(List.of("decision", "sweep"), calls);
  }

  @Test
  void aMessageThatNobodyCanReadKeepsNoOtherFromItsTurn() {
    fixture.translated(fixture.failedTimes(failure(FailureKind.CONFIG), 1));
    assertEquals(
        List.of(),
        handle(
            fixture.parts,
            message("1", FAILURES, "not a message"),
            message("2", FAILURES, encoded(POST_FAILED))));
    assertEquals(DocumentState.PARKED, fixture.record().state());
  }

  @Test
  void deadLettersAreToldApartByTheirQueue() {
    fixture.translated(ready -> ready);
    String dead = new PostWorkCodec().encode(POST);
    assertEquals(List.of(), handle(fixture.parts, message("1", "arn:vouchers-dead", dead)));
    assertEquals("AGAIN", fixture.lastEntry());
    String again = new TranslateWorkCodec().encode(TRANSLATE);
    assertEquals(List.of(), handle(fixture.parts, message("2", "arn:events-dead", again)));
    assertEquals("AGAIN", fixture.lastEntry(), "it has vouchers: nothing is to be translated");
  }

  @Test
  void whatNobodyCanReadGoesIntoQuarantineWhereverItComesFrom() {
    assertEquals(
        List.of(),
        handle(
            fixture.parts,
            message("1", FAILURES, "not json"),
            message("2", "arn:events-dead", "{}"),
            message("3", "arn:vouchers-dead", "[]")));
    assertEquals(3, fixture.quarantine.count());
  }

  @Test
  void aDeadVoucherThatIsNotStoredGoesIntoQuarantine() {
    String dead = new PostWorkCodec().encode(POST);
    assertEquals(List.of(), handle(fixture.parts, message("1", "arn:vouchers-dead", dead)));
    assertEquals(1, fixture.quarantine.count());
  }

  @Test
  void onlyTheMessageThatFailedComesAgain() {
    fixture.translated(fixture.failedTimes(failure(FailureKind.CONFIG), 1));
    RetryWork broken =
        new RetryWork.TryFailed(RetryFixture.TENANT, new DocumentId("broken"), Optional.empty());
    RetryParts parts =
        fixture.partsOver(new DamagedStore(fixture.documents, Set.of(new DocumentId("broken"))));
    assertEquals(
        List.of("2"),
        handle(
            parts,
            message("1", FAILURES, encoded(new RetryWork.Sweep())),
            message("2", FAILURES, encoded(broken)),
            message("3", FAILURES, encoded(POST_FAILED))));
    assertEquals(DocumentState.PARKED, fixture.record().state());
  }
}
