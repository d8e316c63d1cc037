package io.dingledger.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.platform.codec.TranslateWorkCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslateHandlerTest {
  private final TranslateFixture fixture = new TranslateFixture();

  private static SQSMessage message(String id, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    return message;
  }

  @Test
  void onlyTheMessageThatFailedComesAgain() {
    TranslateWorkCodec codec = new TranslateWorkCodec();
    SQSEvent batch = new SQSEvent();
    batch.setRecords(
        List.of(
            message("1", codec.encode(fixture.event("e-1", Phase.FINISH))),
            message("2", "not json"),
            message(
                "3",
                codec.encode(
                    fixture.event(
                        "e-3", new EventSubject.OutOfScope(new Reason("EVENT-X", "x", "x")))))));
    List<String> failed =
        new TranslateHandler(fixture.over(fixture.documents))
            .handleRequest(batch, null).getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    assertEquals(List.of("2"), failed);
    assertEquals(DocumentState.POSTING, fixture.record().state());
  }
}
