package io.dingledger.simulator.bug;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongFunction;
import javax.tools.ToolProvider;

/** Looks for the first schedule that shows a bug. */
public final class BugRun {
  /** A hundred times as long as schedules take. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Path root;
  private final MemoryCompiler compiler = new MemoryCompiler(ToolProvider.getSystemJavaCompiler());
  private final LongFunction<List<String>> sound;
  private final Duration longest;

  /**
   * Runs over the sources of a repository.
   *
   * @param root its root, as {@link Bugs#root} finds it
   */
  public BugRun(Path root) {
    this(root, LONGEST);
  }

  /**
   * Runs over the sources of a repository.
   *
   * @param longest how long a schedule may take
   */
  BugRun(Path root, Duration longest) {
    this.root = root;
    this.longest = longest;
    this.sound = new Schedules().apply(root);
  }

  /**
   * What gave a bug away.
   *
   * @param schedules how many were run until then, this one included
   * @param seed the seed of the schedule
   * @param violation the first promise that was broken, in words
   */
  public record Found(int schedules, long seed, String violation) {}

  /**
   * The first schedule in which a promise is broken with the bug and kept without it.
   *
   * @param from the first seed
   * @param most how many schedules are run at most
   * @return empty when none of them shows it
   * @throws BugRefused when the bug fits the sources no more
   */
  public Optional<Found> firstFailure(Bug bug, long from, int most) {
    LongFunction<List<String>> broken = schedules(bug);
    for (int schedule = 0; schedule < most; schedule++) {
      long seed = from + schedule;
      List<String> violations = violations(broken, seed);
      if (!violations.isEmpty() && violations(sound, seed).isEmpty()) {
        return Optional.of(new Found(schedule + 1, seed, violations.getFirst()));
      }
    }
    return Optional.empty();
  }

  /**
   * The classes that a bug changes.
   *
   * @throws BugRefused when the bug fits the sources no more
   */
  Map<String, byte[]> compiled(Bug bug) {
    return compiler.compile(bug, PatchedSources.of(root, bug));
  }

  /**
   * Runs the schedules of seeds as the changed sources do.
   *
   * @throws BugRefused when the bug fits the sources no more
   */
  LongFunction<List<String>> schedules(Bug bug) {
    Map<String, byte[]> changed = compiled(bug);
    BugLoader loader = new BugLoader(Schedules.class.getClassLoader(), changed);
    try {
      Class<?> there = loader.loadClass(Schedules.class.getName());
      @SuppressWarnings("unchecked") // The class is Schedules, as another loader gives it.
      Function<Path, LongFunction<List<String>>> schedules =
          (Function<Path, LongFunction<List<String>>>) there.getDeclaredConstructor().newInstance();
      return schedules.apply(root);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("the class is on the class path", impossible);
    }
  }

  /**
   * A run that breaks down altogether is seen as well, and one without an end. Nobody can stop one
   * that turns in a circle without a call to any port: that is left alone.
   */
  private List<String> violations(LongFunction<List<String>> schedules, long seed) {
    FutureTask<List<String>> run = new FutureTask<>(() -> schedules.apply(seed));
    Thread.ofPlatform().daemon().name("schedule " + seed).start(run);
    try {
      return run.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException broken) {
      return List.of("the schedule broke down: " + broken.getCause());
    } catch (TimeoutException endless) {
      run.cancel(true);
      return List.of("the schedule came to no end within " + longest.toSeconds() + " s");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped in seed " + seed, stopped);
    }
  }
}
