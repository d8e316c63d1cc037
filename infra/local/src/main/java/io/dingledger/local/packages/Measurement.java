package io.dingledger.local.packages;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.dingledger.embedded.template.FunctionDefinition;
import io.dingledger.local.Handlers;
import io.dingledger.runtime.Invocation;
import io.dingledger.runtime.PackagedFunction;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures packaged functions: how long from the start of the process to its first question and its
 * first answer, how much memory stays resident, and how fast it goes on. The events are those of
 * the smoke test; a repeated one takes the short way that repeats take.
 */
final class Measurement {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long KILOBYTES_PER_MEGABYTE = 1024;

  /** Queues in memory are not to grow. */
  private static final int EVENTS_BETWEEN_PURGES = 1000;

  private final Packages packages;
  private final SmokeTest test;
  private final Path log;
  private final PrintStream out;

  Measurement(Packages packages, SmokeTest test, Path log, PrintStream out) {
    this.packages = packages;
    this.test = test;
    this.log = log;
    this.out = out;
  }

  /** Milliseconds of one start. */
  private record Start(long init, long answer, long processor) {}

  /**
   * Measures each function and prints a line for it.
   *
   * @param starts how often each is started
   * @param events how many events one process of each is given
   */
  void of(int starts, int events) {
    Map<String, String> recorded = recorded();
    out.printf(
        "  %-18s %6s | %-15s %-15s %-8s | %-7s %-7s %-7s %-7s%n",
        "function",
        "zip MB",
        "init ms",
        "answer ms",
        "CPU ms",
        "RSS 1",
        "RSS end",
        "peak",
        "per s");
    for (FunctionDefinition function : packages.functions()) {
      String event = recorded.get(function.logicalId());
      List<Start> all = new ArrayList<>();
      for (int number = 0; number < starts; number++) {
        try (PackagedFunction process = start(function)) {
          all.add(started(process, event));
        }
      }
      out.printf(
          "  %-18s %6.1f | %-15s %-15s %-8s | %s%n",
          function.logicalId(),
          packages.zip(function.logicalId()).size() / 1e6,
          middleAndWorst(all.stream().map(Start::init).toList()),
          middleAndWorst(all.stream().map(Start::answer).toList()),
          middle(all.stream().map(Start::processor).toList()),
          warm(function, event, events));
      test.place().purge();
    }
  }

  /** The events of a smoke test by their functions; its claim is booked afterwards. */
  private Map<String, String> recorded() {
    try (PackagedHandlers functions = packages.over(test.place().surroundings(), log, 1)) {
      Recording recording = new Recording(functions);
      test.play(recording);
      return recording.first();
    }
  }

  private PackagedFunction start(FunctionDefinition function) {
    return packages.start(function.logicalId(), test.place().surroundings(), log);
  }

  private static Start started(PackagedFunction process, String event) {
    Duration init = process.awaitStart();
    answered(process, event);
    long answer = (System.nanoTime() - process.began()) / NANOS_PER_MILLI;
    Duration used = process.handle().info().totalCpuDuration().orElse(Duration.ZERO);
    return new Start(init.toMillis(), answer, used.toMillis());
  }

  private String warm(FunctionDefinition function, String event, int events) {
    try (PackagedFunction process = start(function)) {
      answered(process, event);
      long first = status(process, "VmRSS");
      long nanos = 0;
      for (int number = 0; number < events; number++) {
        long began = System.nanoTime();
        answered(process, event);
        nanos += System.nanoTime() - began;
        if (number % EVENTS_BETWEEN_PURGES == 0) {
          test.place().purge();
        }
      }
      return "%-7d %-7d %-7d %-7d"
          .formatted(
              first,
              status(process, "VmRSS"),
              status(process, "VmHWM"),
              events * Duration.ofSeconds(1).toNanos() / Math.max(1, nanos));
    }
  }

  private static void answered(PackagedFunction process, String event) {
    Invocation outcome = process.invoke(event);
    if (!(outcome instanceof Invocation.Answered)) {
      throw new IllegalStateException(outcome.inWords());
    }
  }

  /** A line of the system's own account of a process, in megabytes; 0 where there is none. */
  private static long status(PackagedFunction process, String name) {
    Path file = Path.of("/proc", String.valueOf(process.handle().pid()), "status");
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name + ":"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE)
          .findFirst()
          .orElse(0L);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String middleAndWorst(List<Long> values) {
    return middle(values) + " / " + values.stream().max(Long::compare).orElse(0L);
  }

  private static long middle(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Notes the first event of each function that is not refused. */
  private static final class Recording implements Handlers {
    private final Handlers functions;
    private final Map<String, String> first = new HashMap<>();

    Recording(Handlers functions) {
      this.functions = functions;
    }

    Map<String, String> first() {
      return first;
    }

    @Override
    public RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> intake() {
      return (event, context) -> {
        // The last one: the first is forged.
        first.put("IntakeFunction", EventJson.of(event));
        return functions.intake().handleRequest(event, context);
      };
    }

    @Override
    public RequestHandler<SQSEvent, SQSBatchResponse> handler(String function) {
      return (batch, context) -> {
        var good = new SQSEvent();
        good.setRecords(List.of(batch.getRecords().getFirst()));
        first.putIfAbsent(function, EventJson.of(good));
        return functions.handler(function).handleRequest(batch, context);
      };
    }
  }
}
