package io.dingledger.platform.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Handles a batch of messages one by one, so that none of them can break another: those that fail
 * are delivered again, the others are done.
 */
public final class PartialBatch {
  /** For handlers that have told the log themselves. */
  public static final BiConsumer<String, Throwable> TOLD = (id, failure) -> {};

  private PartialBatch() {}

  /**
   * Handles each message in its turn.
   *
   * @param id the id by which the queue wants to be told of failures
   * @param handle what is done with a message; whatever it throws fails that message only
   * @param failed is told each failure, to log it without the message's content; what it throws is
   *     dropped
   * @return the ids of those that failed, in their order
   * @throws VirtualMachineError when the machine itself is broken, except for a stack overflow; the
   *     whole batch is then delivered again
   */
  public static <M> List<String> handle(
      List<M> messages,
      Function<M, String> id,
      Handler<M> handle,
      BiConsumer<String, Throwable> failed) {
    List<String> failures = new ArrayList<>();
    for (M message : messages) {
      String messageId = id.apply(message);
      try {
        handle.handle(message);
      } catch (StackOverflowError deep) {
        failures.add(messageId);
        tell(failed, messageId, deep);
      } catch (VirtualMachineError broken) {
        throw broken;
      } catch (Throwable failure) {
        failures.add(messageId);
        tell(failed, messageId, failure);
      }
    }
    return failures;
  }

  private static void tell(BiConsumer<String, Throwable> failed, String id, Throwable failure) {
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    try {
      failed.accept(id, failure);
    } catch (RuntimeException notTold) {
      // The message fails either way, and that is what the queue must hear.
    }
  }

  /** What is done with one message. */
  @FunctionalInterface
  public interface Handler<M> {
    /** Handles a message; throwing means that it must be delivered again. */
    void handle(M message) throws Exception;
  }
}
