package io.dingledger.post;

import static io.dingledger.embedded.function.FunctionCall.failed;
import static io.dingledger.embedded.function.FunctionCall.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.work.PostWork;
import io.dingledger.platform.codec.PostWorkCodec;
import io.dingledger.platform.observe.TenantHash;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

/** The lines that the function prints, as it is packaged: JSON, as CloudWatch wants it. */
@QuarkusTest
@QuarkusTestResource(LocalAws.class)
@TestProfile(LogLineTest.AsDeployed.class)
class LogLineTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger ROOT = Logger.getLogger("");

  /** The console as it is outside of tests. */
  public static final class AsDeployed implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.log.console.json.enabled", "true");
    }
  }

  /** What the console prints, line by line. */
  private static final class Printed extends ExtHandler {
    private final ConsoleHandler console = console(ROOT.getHandlers()).findFirst().orElseThrow();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private static Stream<ConsoleHandler> console(Handler... handlers) {
      return Stream.of(handlers)
          .flatMap(
              handler ->
                  switch (handler) {
                    case ConsoleHandler found -> Stream.of(found);
                    case ExtHandler outer -> console(outer.getHandlers());
                    default -> Stream.empty();
                  });
    }

    @Override
    protected void doPublish(ExtLogRecord line) {
      if (console.getFilter().isLoggable(line)) {
        lines.add(console.getFormatter().format(line));
      }
    }
  }

  private static List<JsonNode> printed(Runnable deed) throws Exception {
    Printed printed = new Printed();
    ROOT.addHandler(printed);
    try {
      deed.run();
    } finally {
      ROOT.removeHandler(printed);
    }
    List<JsonNode> lines = new ArrayList<>();
    for (String line : printed.lines) {
      assertEquals(line.strip().lines().count(), 1, line);
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  @Test
  void eachLineOfAMessageSaysWhatItIsAbout() throws Exception {
    PostWork unknown =
        new PostWork(PostFixture.TENANT, new DocumentId("a1b2c3d4-e5f6"), PostFixture.KEY);
    List<JsonNode> lines =
        printed(
            () ->
                assertEquals(
                    List.of("7"),
                    failed(message("7", "arn:vouchers", new PostWorkCodec().encode(unknown)))));
    List<JsonNode> ours =
        lines.stream()
            .filter(line -> line.path("logger").asText().startsWith("io.dingledger.platform"))
            .toList();
    assertEquals(2, ours.size(), lines::toString);
    assertTrue(ours.getFirst().path("message").asText().startsWith("message 7 failed: "));
    assertEquals("ERROR", ours.getFirst().path("level").asText());
    assertTrue(ours.getLast().path("message").asText().matches("handled in \\d+ ms: FAILED"));
    assertEquals("INFO", ours.getLast().path("level").asText());
    for (JsonNode line : ours) {
      JsonNode context = line.path("context");
      assertEquals("post", context.path("step").asText());
      assertEquals("a1b2c3d4-e5f6", context.path("document").asText());
      assertEquals(TenantHash.of(PostFixture.TENANT), context.path("tenant").asText());
      assertEquals("1", context.path("attempt").asText());
      assertFalse(context.path("requestId").asText().isEmpty());
      OffsetDateTime at = OffsetDateTime.parse(line.path("timestamp").asText());
      assertEquals(ZoneOffset.UTC, at.getOffset());
    }
    assertEquals(
        Set.of("timestamp", "logger", "level", "message", "context"),
        ours.getFirst().properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()));
  }

  @Test
  void theWordsOfWhatOthersThrowAreNotPrinted() throws Exception {
    PostWork unknown =
        new PostWork(PostFixture.TENANT, new DocumentId("a1b2c3d4-e5f6"), PostFixture.KEY);
    failed(message("8", "arn:vouchers", new PostWorkCodec().encode(unknown)));
    List<JsonNode> lines =
        printed(
            () ->
                Logger.getLogger("org.example.foreign")
                    .log(
                        Level.SEVERE,
                        "it failed",
                        new IllegalStateException("王小明 12345.67", new Error("13800138000"))));
    String line = lines.getFirst().toString();
    assertTrue(line.contains("it failed: java.lang.IllegalStateException at "), line);
    assertFalse(line.contains("王小明") || line.contains("12345.67") || line.contains("138001"), line);
  }
}
