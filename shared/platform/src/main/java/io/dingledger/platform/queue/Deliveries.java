package io.dingledger.platform.queue;

import java.util.Map;

/** What SQS says of a message beside its body. */
public final class Deliveries {
  private static final String TIMES = "ApproximateReceiveCount";

  private Deliveries() {}

  /**
   * How often a message was handed out, with this time; 1 when nobody says.
   *
   * @param attributes as SQS names them; may be null, as in an event that was written by hand
   */
  public static int times(Map<String, String> attributes) {
    String text = attributes == null ? "" : attributes.getOrDefault(TIMES, "");
    return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 1;
  }
}
