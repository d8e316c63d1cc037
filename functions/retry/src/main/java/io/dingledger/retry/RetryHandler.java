package io.dingledger.retry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.acting.Subject;
import io.dingledger.platform.codec.JsonCodec;
import io.dingledger.platform.codec.PostWorkCodec;
import io.dingledger.platform.codec.RetryWorkCodec;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.codec.Unreadable;
import io.dingledger.platform.observe.Busy;
import io.dingledger.platform.observe.Delivery;
import io.dingledger.platform.observe.Handling;
import io.dingledger.platform.queue.PartialBatch;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Maps batches of the failures queue and of the two dead-letter queues to the step. The queue a
 * message came from is told by its ARN. A dead letter that nobody can read goes into quarantine.
 */
@Named("retry")
public class RetryHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final System.Logger LOG = System.getLogger(RetryHandler.class.getName());

  private final RetryParts parts;
  private final Handling handling;
  private final RetryWorkCodec retryWork = new RetryWorkCodec();
  private final TranslateWorkCodec translateWork = new TranslateWorkCodec();
  private final PostWorkCodec postWork = new PostWorkCodec();

  /** The function. */
  @Inject
  public RetryHandler(RetryParts parts, Handling handling) {
    this.parts = parts;
    this.handling = handling;
  }

  /** The function with nobody who watches it. */
  public RetryHandler(RetryParts parts) {
    this(parts, Handling.unseen("retry", Clock.systemUTC()));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
    List<String> failed =
        PartialBatch.handle(
            quickOnesFirst(batch.getRecords()),
            SQSMessage::getMessageId,
            message ->
                handling.of(
                    Delivery.of(
                        requestId(context), message.getMessageId(), message.getAttributes()),
                    busy -> handle(message, busy)),
            PartialBatch.TOLD);
    return new SQSBatchResponse(
        failed.stream().map(SQSBatchResponse.BatchItemFailure::new).toList());
  }

  /** A sweep may take half a minute; nobody else's failed try has to wait for that. */
  private List<SQSMessage> quickOnesFirst(List<SQSMessage> messages) {
    return messages.stream().sorted(Comparator.comparing(this::takesLong)).toList();
  }

  private boolean takesLong(SQSMessage message) {
    try {
      return switch (retryWork.decode(message.getBody())) {
        case RetryWork.TryFailed failed -> false;
        case RetryWork.Sweep now -> true;
        case RetryWork.ConnectionBack back -> true;
      };
    } catch (Unreadable other) {
      return false;
    }
  }

  /** Empty when nobody says, as in an event that was written by hand. */
  private static String requestId(Context context) {
    return context == null ? "" : context.getAwsRequestId();
  }

  private void handle(SQSMessage message, Busy busy) {
    String source = message.getEventSourceArn();
    if (parts.queues().events().equals(source)) {
      read(translateWork, message)
          .ifPresent(work -> busy.on(Subject.of(work), () -> handleUntranslated(message, work)));
    } else if (parts.queues().vouchers().equals(source)) {
      read(postWork, message)
          .ifPresent(work -> busy.on(Subject.of(work), () -> handleUnposted(message, work)));
    } else {
      read(retryWork, message).ifPresent(work -> decided(work, busy));
    }
  }

  private void decided(RetryWork work, Busy busy) {
    if (!(work instanceof RetryWork.TryFailed)) {
      busy.isOfMany();
    }
    busy.on(Subject.of(work), () -> handle(work));
  }

  private void handleUntranslated(SQSMessage message, TranslateWork work) {
    if (!parts.deadLetters().untranslated(work)) {
      quarantine(message, "says more than its document's record holds");
    }
  }

  private void handleUnposted(SQSMessage message, PostWork work) {
    if (!parts.deadLetters().unposted(work)) {
      quarantine(message, "names a voucher that is not stored");
    }
  }

  private void handle(RetryWork work) {
    switch (work) {
      case RetryWork.TryFailed failed -> parts.retry().afterFailure(failed);
      case RetryWork.Sweep now -> parts.sweep().sweep();
      case RetryWork.ConnectionBack back -> parts.waking().wake(back);
    }
  }

  private <M> Optional<M> read(JsonCodec<M> codec, SQSMessage message) {
    try {
      return Optional.of(codec.decode(message.getBody()));
    } catch (Unreadable unreadable) {
      quarantine(message, unreadable.getMessage());
      return Optional.empty();
    }
  }

  private void quarantine(SQSMessage message, String why) {
    LOG.log(
        System.Logger.Level.ERROR,
        "RETRY-QUARANTINED: message " + message.getMessageId() + " is kept in the quarantine");
    parts
        .quarantine()
        .keep(
            message.getEventSourceArn(),
            message.getMessageId(),
            message.getBody(),
            why,
            parts.clock().instant());
  }
}
