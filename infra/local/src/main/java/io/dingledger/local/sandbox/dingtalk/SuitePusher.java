package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Pushes what a third-party app is told (SyncHTTP, EV0350): rows of a table, several in one push,
 * at one address for all companies. A row that was not pushed yet is overwritten by a later one
 * with the same identity, so that only its final state arrives.
 */
public final class SuitePusher implements AutoCloseable {
  /** The two tables, each with an event type of its own. */
  public enum Tables {
    SYNC_HTTP_PUSH_HIGH,
    SYNC_HTTP_PUSH_MEDIUM
  }

  private final SandboxSuite suite;
  private final Clock clock;
  private final CallbackSender sender;
  private final Map<Tables, Map<String, ObjectNode>> waiting = new LinkedHashMap<>();
  private final AtomicLong rows = new AtomicLong(23_000);
  private boolean dataAsObject;

  /** Pushes the rows of a third-party app to its address. */
  public SuitePusher(SandboxSuite suite, URI callback, PushPolicy policy, Clock clock) {
    this.suite = suite;
    this.clock = clock;
    this.sender =
        new CallbackSender(
            new CallbackCipher(suite.token(), suite.aesKey(), suite.suiteKey()),
            callback,
            policy,
            clock);
  }

  /** Prints {@code biz_data} as an object, as newer documents do, or as a text again. */
  public synchronized void dataAsObject(boolean object) {
    dataAsObject = object;
  }

  /**
   * Writes a row, in place of one with the same identity that was not pushed yet.
   *
   * @param row what it says
   */
  public synchronized void write(SyncRow row) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", rows.incrementAndGet());
    node.put("gmt_create", row.at().toEpochMilli());
    node.put("gmt_modified", row.at().toEpochMilli());
    node.put("biz_type", row.type());
    node.put("biz_id", row.id());
    node.put("corp_id", row.corpId());
    node.put("subscribe_id", suite.id() + "_0");
    node.put("open_cursor", 0);
    node.put("status", 0);
    if (dataAsObject) {
      node.set("biz_data", row.data());
    } else {
      node.put("biz_data", row.data().toString());
    }
    waiting
        .computeIfAbsent(row.table(), absent -> new LinkedHashMap<>())
        .put(row.corpId() + " " + row.id() + " " + row.type(), node);
  }

  /** Pushes all rows that wait, one push for each table, until accepted or given up. */
  public synchronized List<CompletableFuture<Push>> flush() {
    List<CompletableFuture<Push>> pushes = new ArrayList<>();
    waiting.forEach(
        (table, byIdentity) -> {
          ObjectNode event = JsonNodeFactory.instance.objectNode();
          event.put("EventType", table.name());
          ArrayNode data = event.putArray("bizData");
          byIdentity.values().forEach(data::add);
          event.put("TimeStamp", String.valueOf(clock.millis()));
          pushes.add(sender.send(table.name() + "-" + rows.get(), event));
        });
    waiting.clear();
    return pushes;
  }

  /** Writes a row and pushes it with all others that wait. */
  public Push push(SyncRow row) {
    write(row);
    List<CompletableFuture<Push>> pushes = flush();
    pushes.forEach(CompletableFuture::join);
    return pushes.getLast().join();
  }

  /** The pushes that were given up. */
  public List<Push> failed() {
    return sender.ended().stream().filter(push -> !push.isAccepted()).toList();
  }

  /** Stops; pushes that wait for their repeat are given up. */
  @Override
  public void close() {
    sender.close();
  }
}
