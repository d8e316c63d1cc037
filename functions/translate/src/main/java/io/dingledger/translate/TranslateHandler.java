package io.dingledger.translate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.acting.Subject;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.observe.Delivery;
import io.dingledger.platform.observe.Handling;
import io.dingledger.platform.queue.PartialBatch;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;

/** Maps a batch of the events queue to the step; only what failed is delivered again. */
@Named("translate")
public class TranslateHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Translate translate;
  private final Handling handling;
  private final TranslateWorkCodec codec = new TranslateWorkCodec();

  /** The function. */
  @Inject
  public TranslateHandler(Translate translate, Handling handling) {
    this.translate = translate;
    this.handling = handling;
  }

  /** The function with nobody who watches it. */
  public TranslateHandler(Translate translate) {
    this(translate, Handling.unseen("translate", Clock.systemUTC()));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    List<String> failed =
        PartialBatch.handle(
            batch.getRecords(),
            SQSMessage::getMessageId,
            message -> handle(message, context),
            PartialBatch.TOLD);
    return new SQSBatchResponse(
        failed.stream().map(SQSBatchResponse.BatchItemFailure::new).toList());
  }

  private void handle(SQSMessage message, Context context) {
    handling.of(
        Delivery.of(requestId(context), message.getMessageId(), message.getAttributes()),
        busy -> {
          TranslateWork work = codec.decode(message.getBody());
          busy.on(Subject.of(work), () -> translate.handle(work));
        });
  }

  /** Empty when nobody says, as in an event that was written by hand. */
  private static String requestId(Context context) {
    return context == null ? "" : context.getAwsRequestId();
  }
}
