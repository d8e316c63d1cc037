package io.dingledger.platform.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.failure.FailureKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One step's part of a trace, while it is being made: whose turn it was, what it called, how that
 * ended. Of one thread only.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html">segment
 *     documents</a>
 */
final class Segment {
  /** More calls than this in one message are counted only: a document has 64 KB at most. */
  private static final int MOST_CALLS = 100;

  private final TraceHeader given;
  private final String id;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final ArrayNode calls = JsonNodeFactory.instance.arrayNode();
  private int unlisted;

  Segment(String name, TraceHeader given, String id, Instant began) {
    this.given = given;
    this.id = id;
    json.put("name", name).put("id", id).put("trace_id", given.root());
    given.parent().ifPresent(before -> json.put("parent_id", before));
    json.put("start_time", seconds(began));
  }

  /** Where what follows this segment stands. */
  TraceHeader header() {
    return given.behind(id);
  }

  /** A call that was made meanwhile. */
  void called(String id, Call call) {
    if (calls.size() == MOST_CALLS) {
      unlisted++;
      return;
    }
    ObjectNode part =
        calls
            .addObject()
            .put("id", id)
            .put("name", call.system())
            .put("namespace", "remote")
            .put("start_time", seconds(call.began()))
            .put("end_time", seconds(call.ended()));
    part.putObject("annotations").put("call", call.what());
    call.failure().ifPresent(kind -> flag(part, kind));
  }

  /** The document of the whole, which is over now. */
  String ended(Instant at, boolean failed, Map<String, String> annotations) {
    json.put("end_time", seconds(at));
    if (failed) {
      json.put("fault", true);
    }
    ObjectNode notes = json.putObject("annotations");
    annotations.forEach(notes::put);
    if (unlisted > 0) {
      notes.put("unlisted", unlisted);
    }
    if (!calls.isEmpty()) {
      json.set("subsegments", calls);
    }
    return json.toString();
  }

  /**
   * A call to an outside system.
   *
   * @param failure how it failed, if it did
   */
  record Call(
      String system, String what, Instant began, Instant ended, Optional<FailureKind> failure) {}

  /** X-Ray's three words: the other side's fault, ours, or too much of it. */
  private static void flag(ObjectNode part, FailureKind kind) {
    switch (kind) {
      case THROTTLE, THROTTLE_LONG, QUOTA -> part.put("error", true).put("throttle", true);
      case TRANSIENT, AMBIGUOUS, UNDELIVERED, POISON -> part.put("fault", true);
      case TOKEN, NOT_READY, PREDECESSOR, LOCKED, CONFIG, TICKET, PERIOD_CLOSED, DATA ->
          part.put("error", true);
    }
  }

  private static BigDecimal seconds(Instant at) {
    return BigDecimal.valueOf(at.toEpochMilli(), 3);
  }
}
