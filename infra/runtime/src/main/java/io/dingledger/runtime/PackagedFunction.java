package io.dingledger.runtime;

import io.dingledger.embedded.template.FunctionDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One process of a packaged function, as Lambda keeps it: it handles one event at a time. A native
 * package is started by its own {@code bootstrap}, classes by AWS's runtime interface client with
 * the handler that the template names.
 */
public final class PackagedFunction implements AutoCloseable {
  private static final Duration TIME_TO_START = Duration.ofSeconds(60);
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** Lambda leaves a sixth or so of a function's memory to what is no heap. */
  private static final int HEAP_PERCENT = 85;

  private static final int ALL = 100;

  private final FunctionDefinition function;
  private final RuntimeApi api;
  private final Process process;
  private final Path folder;
  private final long began;

  private PackagedFunction(
      FunctionDefinition function, RuntimeApi api, Process process, Path folder, long began) {
    this.function = function;
    this.api = api;
    this.process = process;
    this.folder = folder;
    this.began = began;
  }

  /**
   * Starts a process; it may still be starting when this returns.
   *
   * @param zip its package, which must run here
   * @param lambdaRuntime the folder with the jars of AWS's runtime interface client
   * @param log where the process's output is appended
   * @throws PackageUnusable when there is no such runtime
   */
  public static PackagedFunction start(
      FunctionDefinition function,
      FunctionPackage zip,
      Surroundings surroundings,
      Path lambdaRuntime,
      Path log) {
    try {
      Path folder = Files.createTempDirectory("dingledger-function");
      Path task = Files.createDirectories(folder.resolve("task"));
      Path temporary = Files.createDirectories(folder.resolve("tmp"));
      zip.unpackInto(task);
      RuntimeApi api =
          RuntimeApi.open(
              "arn:aws:lambda:%s:000000000000:function:%s"
                  .formatted(surroundings.region(), function.name()));
      ProcessBuilder builder =
          new ProcessBuilder(command(function, zip, task, lambdaRuntime))
              .directory(task.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Map<String, String> environment = builder.environment();
      environment.clear();
      environment.putAll(surroundings.environment(function, api.address(), task, temporary));
      long began = System.nanoTime();
      return new PackagedFunction(function, api, builder.start(), folder, began);
    } catch (IOException impossible) {
      throw new UncheckedIOException(function.name() + " can't be started", impossible);
    }
  }

  /**
   * Hands over an event and waits for what becomes of it. After {@link Invocation.TimedOut} and
   * {@link Invocation.Crashed} the process is gone.
   *
   * @param event JSON
   */
  public Invocation invoke(String event) {
    if (process.isAlive() && !api.ready().isDone()) {
      awaitStart();
    }
    CompletableFuture<Invocation> ended =
        process.onExit().thenApply(gone -> new Invocation.Crashed(gone.exitValue()));
    CompletableFuture<Invocation> answered = api.offer(event, function.timeout());
    CompletableFuture<Invocation> notStarted = api.initError().thenApply(failed -> failed);
    try {
      CompletableFuture.anyOf(answered, ended, notStarted)
          .get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
      // A process that answers and dies has answered.
      return Stream.of(answered, notStarted, ended)
          .filter(CompletableFuture::isDone)
          .findFirst()
          .orElseThrow()
          .join();
    } catch (TimeoutException late) {
      kill();
      return new Invocation.TimedOut();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Invocation.TimedOut();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Waits until the process asks for its first event.
   *
   * @return how long that took from its start
   * @throws PackageUnusable when it ends, reports an error or takes a minute
   */
  public Duration awaitStart() {
    CompletableFuture<Object> first =
        CompletableFuture.anyOf(
            api.ready(),
            api.initError().thenApply(Invocation::inWords),
            process.onExit().thenApply(gone -> "it ended with exit code " + gone.exitValue()));
    try {
      return switch (first.get(TIME_TO_START.toMillis(), TimeUnit.MILLISECONDS)) {
        case Long ready -> Duration.ofNanos(ready - began);
        case Object why -> throw notStarted(String.valueOf(why));
      };
    } catch (TimeoutException late) {
      throw notStarted("it did not ask for an event within " + TIME_TO_START.toSeconds() + " s");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw notStarted("interrupted");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether it can still be given events. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The process, to look at what it uses. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** When it was started, by {@link System#nanoTime()}. */
  public long began() {
    return began;
  }

  /** Ends the process and removes its folder. */
  @Override
  public void close() {
    kill();
    api.close();
    try {
      Files.walkFileTree(folder, new Deleting());
    } catch (IOException left) {
      folder.toFile().deleteOnExit();
    }
  }

  private PackageUnusable notStarted(String why) {
    kill();
    return new PackageUnusable(RuntimeFault.FUNCTION_NOT_STARTED, function.name(), why);
  }

  private void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static List<String> command(
      FunctionDefinition function, FunctionPackage zip, Path task, Path lambdaRuntime)
      throws IOException {
    if (zip.kind() == FunctionPackage.Kind.NATIVE) {
      return List.of(task.resolve(FunctionPackage.BOOTSTRAP).toString());
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + function.memory() * HEAP_PERCENT / ALL + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xshare:auto");
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-cp");
    command.add(jars(lambdaRuntime));
    command.add(MAIN);
    command.add(function.handler());
    return command;
  }

  private static String jars(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        String jars =
            files
                .map(file -> file.toAbsolutePath().toString())
                .filter(file -> file.endsWith(".jar"))
                .sorted()
                .collect(Collectors.joining(java.io.File.pathSeparator));
        if (!jars.isEmpty()) {
          return jars;
        }
      }
    }
    throw new PackageUnusable(RuntimeFault.RUNTIME_MISSING, folder);
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
