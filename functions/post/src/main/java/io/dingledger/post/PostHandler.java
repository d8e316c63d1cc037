package io.dingledger.post;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.dingledger.model.work.PostWork;
import io.dingledger.platform.Stumble;
import io.dingledger.platform.acting.Acting;
import io.dingledger.platform.acting.Subject;
import io.dingledger.platform.codec.PostWorkCodec;
import io.dingledger.platform.queue.Deliveries;
import io.dingledger.platform.queue.PartialBatch;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Maps a batch of the vouchers queue to the step; only what failed is delivered again. */
@Named("post")
public class PostHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final System.Logger LOG = System.getLogger(PostHandler.class.getName());

  private final Post post;
  private final PostWorkCodec codec = new PostWorkCodec();

  @Inject
  public PostHandler(Post post) {
    this.post = post;
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
    PostWork work = codec.decode(message.getBody());
    Subject subject = Subject.of(work).tried(Deliveries.times(message.getAttributes()));
    Acting.on(subject, () -> post.deliver(work));
  }
}
