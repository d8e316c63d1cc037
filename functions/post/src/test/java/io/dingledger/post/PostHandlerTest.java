package io.dingledger.post;

import static io.dingledger.post.PostFixture.KEY;
import static io.dingledger.post.PostFixture.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.work.PostWork;
import io.dingledger.platform.codec.PostWorkCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostHandlerTest {
  private final PostFixture fixture = new PostFixture();

  private static SQSMessage message(String id, PostWork work) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(new PostWorkCodec().encode(work));
    return message;
  }

  @Test
  void onlyTheMessageThatFailedComesAgain() {
    SQSEvent batch = new SQSEvent();
    batch.setRecords(
        List.of(
            message("1", new PostWork(WORK.tenant(), new DocumentId("other"), KEY)),
            message("2", WORK),
            message("3", WORK)));
    List<String> failed =
        new PostHandler(fixture.post)
            .handleRequest(batch, null).getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    assertEquals(List.of("1"), failed);
    assertEquals(List.of(KEY), fixture.ledger.books);
  }
}
