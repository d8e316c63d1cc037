package io.dingledger.patrol;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.platform.acting.Subject;
import io.dingledger.platform.codec.PatrolWorkCodec;
import io.dingledger.platform.observe.Delivery;
import io.dingledger.platform.observe.Handling;
import io.dingledger.platform.queue.PartialBatch;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;

/** Maps a batch of the patrol queue to the step; only what failed is delivered again. */
@Named("patrol")
public class PatrolHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Patrol patrol;
  private final Handling handling;
  private final PatrolWorkCodec codec = new PatrolWorkCodec();

  /** The function. */
  @Inject
  public PatrolHandler(Patrol patrol, Handling handling) {
    this.patrol = patrol;
    this.handling = handling;
  }

  /** The function with nobody who watches it. */
  public PatrolHandler(Patrol patrol) {
    this(patrol, Handling.unseen("patrol", Clock.systemUTC()));
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
          PatrolWork work = codec.decode(message.getBody());
          if (!(work instanceof PatrolWork.WriteBack)) {
            busy.isOfMany();
          }
          busy.on(Subject.of(work), () -> patrol.handle(work));
        });
  }

  /** Empty when nobody says, as in an event that was written by hand. */
  private static String requestId(Context context) {
    return context == null ? "" : context.getAwsRequestId();
  }
}
