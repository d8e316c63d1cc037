package io.dingledger.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.FunctionDefinition;
import io.dingledger.embedded.template.FunctionDefinition.Setting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that speaks the Runtime API, and what becomes of its invocations. */
@DisabledOnOs(OS.WINDOWS)
class PackagedFunctionTest {
  private static final FunctionDefinition FUNCTION =
      new FunctionDefinition(
          "EchoFunction",
          "dingledger-dev-echo",
          "function.zip",
          "some.Handler::handle",
          "provided.al2023",
          256,
          Duration.ofSeconds(20),
          Map.of(
              "DINGLEDGER_TABLE", new Setting.Of("Table", ""),
              "DINGLEDGER_TEXT", new Setting.Text("text")));

  @TempDir Path folder;
  private FunctionPackage zip;

  @BeforeEach
  void packaged() throws IOException {
    String script = "#!/bin/sh\nexec \"$TEST_JAVA\" -cp \"$TEST_CLASSES\" " + main() + "\n";
    Path file = folder.resolve("function.zip");
    Zips.zip(file, LocalDateTime.now(), Map.of("bootstrap", Zips.text(script)));
    zip = FunctionPackage.of("EchoFunction", file);
  }

  private static String main() {
    return EchoFunction.class.getName();
  }

  private PackagedFunction started(FunctionDefinition function, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(others);
    all.put("TEST_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.put("TEST_CLASSES", Path.of("target", "test-classes").toAbsolutePath().toString());
    Surroundings surroundings =
        new Surroundings(
            (id, attribute) -> id + "!" + attribute,
            Map.of("SQS", URI.create("http://127.0.0.1:1")),
            "eu-west-1",
            all);
    return PackagedFunction.start(function, zip, surroundings, folder, folder.resolve("log"));
  }

  private PackagedFunction started() {
    return started(FUNCTION, Map.of());
  }

  private static String answer(PackagedFunction process, String event) {
    return assertInstanceOf(Invocation.Answered.class, process.invoke(event)).json();
  }

  @Test
  void anEventIsAnsweredAndTheNextOneToo() {
    try (PackagedFunction process = started()) {
      assertEquals("{\"a\":1}", answer(process, "{\"a\":1}"));
      assertEquals("{\"a\":2}", answer(process, "{\"a\":2}"));
    }
  }

  @Test
  void anEventComesWithItsDeadlineItsNumberAndItsTrace() {
    try (PackagedFunction process = started()) {
      String headers = answer(process, "\"headers\"");
      for (String name :
          new String[] {"aws-request-id", "deadline-ms", "invoked-function-arn", "trace-id"}) {
        assertTrue(headers.toLowerCase(java.util.Locale.ROOT).contains(name), headers);
      }
      assertTrue(headers.contains("function:dingledger-dev-echo"), headers);
    }
  }

  @Test
  void theProcessKnowsTheTemplatesVariablesAndLambdasAndNoneOfOurs() {
    try (PackagedFunction process = started()) {
      String environment = answer(process, "\"environment\"");
      for (String given :
          new String[] {
            "DINGLEDGER_TABLE=Table!",
            "DINGLEDGER_TEXT=text",
            "AWS_ENDPOINT_URL_SQS=http://127.0.0.1:1",
            "_HANDLER=some.Handler::handle",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256",
            "TZ=:UTC"
          }) {
        assertTrue(environment.contains(given), environment);
      }
      assertFalse(environment.contains("HOME="), environment);
      assertFalse(environment.contains("JAVA_HOME="), environment);
    }
  }

  @Test
  void anErrorOfOneEventLeavesTheProcessAlive() {
    try (PackagedFunction process = started()) {
      assertEquals(
          new Invocation.Failed("Test.Broken", "{\"errorType\":\"Broken\"}"),
          process.invoke("\"error\""));
      assertEquals("1", answer(process, "1"));
    }
  }

  @Test
  void aCrashIsToldWithItsExitCode() {
    try (PackagedFunction process = started()) {
      assertEquals(new Invocation.Crashed(7), process.invoke("\"crash\""));
      assertFalse(process.isAlive());
    }
  }

  @Test
  void whoeverTakesTooLongIsEnded() {
    FunctionDefinition hasty =
        new FunctionDefinition(
            FUNCTION.logicalId(),
            FUNCTION.name(),
            FUNCTION.codeUri(),
            FUNCTION.handler(),
            FUNCTION.runtime(),
            FUNCTION.memory(),
            Duration.ofMillis(300),
            FUNCTION.environment());
    try (PackagedFunction process = started(hasty, Map.of())) {
      process.awaitStart();
      assertEquals(new Invocation.TimedOut(), process.invoke("\"sleep\""));
      assertFalse(process.isAlive());
    }
  }

  @Test
  void aProcessThatDoesNotStartSaysWhy() {
    try (PackagedFunction process = started(FUNCTION, Map.of("FAIL_AT_START", "yes"))) {
      PackageUnusable why = assertThrows(PackageUnusable.class, process::awaitStart);
      assertEquals("PACKAGE-NOT-STARTED", why.reason().code());
      assertTrue(why.reason().english().contains("NoTable"), why.reason().english());
    }
  }

  @Test
  void aPoolReplacesWhatIsGone() {
    try (PackagedFunction unused = started();
        FunctionPool pool =
            new FunctionPool(
                FUNCTION,
                zip,
                new Surroundings(
                    (id, attribute) -> "",
                    Map.of(),
                    "eu-west-1",
                    Map.of(
                        "TEST_JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "TEST_CLASSES",
                        Path.of("target", "test-classes").toAbsolutePath().toString())),
                folder,
                folder.resolve("log"),
                1)) {
      assertTrue(unused.isAlive());
      assertEquals(new Invocation.Crashed(7), pool.invoke("\"crash\""));
      assertEquals(new Invocation.Answered("5"), pool.invoke("5"));
      assertEquals(2, pool.started());
    }
  }

  @Test
  void classesNeedAwsRuntime() throws IOException {
    Path classes = folder.resolve("classes.zip");
    Zips.zip(classes, LocalDateTime.now(), Map.of("some/Handler.class", new byte[4]));
    FunctionPackage jvm = FunctionPackage.of("EchoFunction", classes);
    Surroundings none = new Surroundings((id, name) -> "", Map.of(), "eu-west-1", Map.of());
    Path empty = folder.resolve("none");
    PackageUnusable why =
        assertThrows(
            PackageUnusable.class,
            () -> PackagedFunction.start(FUNCTION, jvm, none, empty, folder.resolve("log")));
    assertEquals("PACKAGE-NO-RUNTIME", why.reason().code());
  }
}
