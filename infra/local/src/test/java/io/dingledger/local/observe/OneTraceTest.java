package io.dingledger.local.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Fault;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Operation;
import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.demo.DemoMonth;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole local chain with an X-Ray daemon beside it: one trace from the callback to the voucher,
 * and neither in traces nor in any log line anything that is personal, secret or a tenant's name.
 */
class OneTraceTest {
  @TempDir Path folder;

  @Test
  void aFailureAndItsRetryAreInTheTraceThatTheCallbackBegan() throws Exception {
    try (WatchedSystem system = new WatchedSystem(folder)) {
      DemoDocument claim = DemoMonth.claims().getFirst();
      system.kingdee().switches().next(1, Operation.SAVE, Fault.DATABASE_FAILURE);
      system.feed();
      system.push(claim);
      system.awaitPosted(claim);
      List<JsonNode> trace = system.traceWith("dingledger-intake");
      assertEquals(
          Set.of(
              "dingledger-intake", "dingledger-translate", "dingledger-post", "dingledger-retry"),
          trace.stream().map(each -> each.path("name").asText()).collect(Collectors.toSet()));
      assertFollows(trace);
      JsonNode intake = named(trace, "dingledger-intake").getFirst();
      assertEquals(
          intake.path("id").asText(),
          named(trace, "dingledger-translate").getFirst().path("parent_id").asText());
      assertEquals("FAILED_CALL", failedCall(named(trace, "dingledger-post").getFirst()));
      JsonNode posted = named(trace, "dingledger-post").getLast();
      assertEquals("POSTED", posted.path("annotations").path("outcome").asText());
      assertEquals(claim.id().value(), posted.path("annotations").path("document").asText());
      assertEquals("12", "" + posted.path("annotations").path("tenant").asText().length());
      assertTrue(calls(named(trace, "dingledger-translate")).contains("dingtalk approval"));
      assertTrue(calls(named(trace, "dingledger-post")).contains("kingdee-cloud send"));
      system.assertNothingPersonal(claim);
      system.assertEveryLineSaysWhatItIsAbout();
    }
  }

  @Test
  void whatThePatrolFoundBeginsATraceOfItsOwn() throws Exception {
    try (WatchedSystem system = new WatchedSystem(folder)) {
      DemoDocument claim = DemoMonth.claims().getFirst();
      system.losePushOf(claim);
      system.feed();
      system.awaitPosted(claim);
      JsonNode posted =
          system.segments().stream()
              .filter(each -> each.path("name").asText().equals("dingledger-post"))
              .findFirst()
              .orElseThrow();
      List<JsonNode> trace = system.trace(posted.path("trace_id").asText());
      assertEquals(
          Set.of("dingledger-patrol", "dingledger-translate", "dingledger-post"),
          trace.stream().map(each -> each.path("name").asText()).collect(Collectors.toSet()));
      assertFollows(trace);
      JsonNode found = named(trace, "dingledger-patrol").getFirst();
      assertFalse(found.has("parent_id"));
      for (JsonNode round : named(system.segments(), "dingledger-patrol")) {
        if (round.path("annotations").has("tenant")) {
          assertNotEquals(found.path("trace_id"), round.path("trace_id"), "not the round's own");
        }
      }
      system.assertNothingPersonal(claim);
      system.assertEveryLineSaysWhatItIsAbout();
    }
  }

  /** Each part but the first stands behind another part of the same trace. */
  private static void assertFollows(List<JsonNode> trace) {
    Set<String> ids =
        trace.stream().map(each -> each.path("id").asText()).collect(Collectors.toSet());
    assertEquals(trace.size(), ids.size());
    assertEquals(
        1,
        trace.stream().filter(each -> !ids.contains(each.path("parent_id").asText())).count(),
        trace::toString);
  }

  private static List<JsonNode> named(List<JsonNode> trace, String name) {
    return trace.stream().filter(each -> each.path("name").asText().equals(name)).toList();
  }

  private static String failedCall(JsonNode segment) {
    for (JsonNode call : segment.path("subsegments")) {
      if (call.has("fault") || call.has("error")) {
        return "FAILED_CALL";
      }
    }
    return segment.toString();
  }

  private static Set<String> calls(List<JsonNode> segments) {
    Set<String> calls = new TreeSet<>();
    for (JsonNode segment : segments) {
      segment
          .path("subsegments")
          .forEach(
              call ->
                  calls.add(
                      call.path("name").asText()
                          + " "
                          + call.path("annotations").path("call").asText()));
    }
    return calls;
  }
}
