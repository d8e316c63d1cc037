package io.dingledger.post;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.dingledger.model.work.PostWork;
import io.dingledger.platform.acting.Subject;
import io.dingledger.platform.codec.PostWorkCodec;
import io.dingledger.platform.observe.Delivery;
import io.dingledger.platform.observe.Handling;
import io.dingledger.platform.queue.PartialBatch;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;

/** Maps a batch of the vouchers queue to the step; only what failed is delivered again. */
@Named("post")
public class PostHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Post post;
  private final Handling handling;
  private final PostWorkCodec codec = new PostWorkCodec();

  /** The function. */
  @Inject
  public PostHandler(Post post, Handling handling) {
    this.post = post;
    this.handling = handling;
  }

  /** The function with nobody who watches it. */
  public PostHandler(Post post) {
    this(post, Handling.unseen("post", Clock.systemUTC()));
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
          PostWork work = codec.decode(message.getBody());
          busy.on(Subject.of(work), () -> post.deliver(work));
        });
  }

  /** Empty when nobody says, as in an event that was written by hand. */
  private static String requestId(Context context) {
    return context == null ? "" : context.getAwsRequestId();
  }
}
