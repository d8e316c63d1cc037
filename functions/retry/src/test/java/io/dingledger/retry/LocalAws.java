package io.dingledger.retry;

import io.dingledger.embedded.function.EmbeddedAws;
import io.dingledger.embedded.function.FunctionSurroundings;
import java.util.Map;

/** The table and the queues that the function is told of. */
public final class LocalAws extends FunctionSurroundings {
  /** With the clients that the function has. */
  public LocalAws() {
    super("dynamodb", "sqs");
  }

  @Override
  protected Map<String, String> queues(EmbeddedAws running) {
    return Map.of(
        "dingledger.events.queue",
        running.url("EventsQueue"),
        "dingledger.vouchers.queue",
        running.url("VouchersQueue"),
        "dingledger.failures.queue",
        running.url("FailuresQueue"),
        "dingledger.events.dead.letters",
        running.arn("EventsDeadLetterQueue"),
        "dingledger.vouchers.dead.letters",
        running.arn("VouchersDeadLetterQueue"));
  }
}
