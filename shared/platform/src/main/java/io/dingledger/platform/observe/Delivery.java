package io.dingledger.platform.observe;

import io.dingledger.platform.queue.Deliveries;
import io.dingledger.platform.trace.Trace;
import java.util.Map;

/**
 * How a message came.
 *
 * @param request Lambda's id of the invocation
 * @param message the queue's id of the message; empty for what came by HTTP
 * @param trace the header of its trace; empty when it has none of its own
 * @param attempt how often the queue has handed it out, 1 for the first time
 */
public record Delivery(String request, String message, String trace, int attempt) {
  /** A message of a queue, with what SQS says of it; that may be null. */
  public static Delivery of(String request, String message, Map<String, String> attributes) {
    String trace = attributes == null ? "" : attributes.getOrDefault(Trace.ATTRIBUTE, "");
    return new Delivery(request, message, trace, Deliveries.times(attributes));
  }

  /** A request of HTTP; its trace is that of the invocation. */
  public static Delivery ofRequest(String request) {
    return new Delivery(request, "", "", 1);
  }
}
