package io.dingledger.translate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.Stumble;
import io.dingledger.platform.acting.Acting;
import io.dingledger.platform.acting.Subject;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.queue.Deliveries;
import io.dingledger.platform.queue.PartialBatch;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Maps a batch of the events queue to the step; only what failed is delivered again. */
@Named("translate")
public class TranslateHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final System.Logger LOG = System.getLogger(TranslateHandler.class.getName());

  private final Translate translate;
  private final TranslateWorkCodec codec = new TranslateWorkCodec();

  @Inject
  public TranslateHandler(Translate translate) {
    this.translate = translate;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    List<String> failed =
        PartialBatch.handle(
            batch.getRecords(), SQSMessage::getMessageId, this::handle, Stumble.messagesTo(LOG));
    return new SQSBatchResponse(
        failed.stream().map(SQSBatchResponse.BatchItemFailure::new).toList());
  }

  private void handle(SQSMessage message) {
    TranslateWork work = codec.decode(message.getBody());
    Subject subject = Subject.of(work).tried(Deliveries.times(message.getAttributes()));
    Acting.on(subject, () -> translate.handle(work));
  }
}
