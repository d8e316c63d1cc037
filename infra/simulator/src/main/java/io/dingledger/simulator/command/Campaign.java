package io.dingledger.simulator.command;

import io.dingledger.embedded.template.Template;
import io.dingledger.simulator.judge.Judge;
import io.dingledger.simulator.world.Coverage;
import io.dingledger.simulator.world.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Many seeds, on several threads, until one fails. */
final class Campaign {
  private final Template template;
  private final SimulateOptions options;
  private final Progress progress;
  private final Coverage coverage = new Coverage();
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final TreeMap<Long, Run.Result> failed = new TreeMap<>();
  private final AtomicReference<Throwable> broken = new AtomicReference<>();
  private long struck;

  Campaign(Template template, SimulateOptions options, Progress progress) {
    this.template = template;
    this.options = options;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param seeds how many were run
   * @param struck how often something went wrong in them
   * @param failed the first seed, in their order, that broke a promise
   */
  record Outcome(long seeds, long struck, Coverage coverage, Optional<Run.Result> failed) {}

  /** Runs them; after a failure those that are under way are run to their end. */
  Outcome run() {
    List<Thread> threads = new ArrayList<>();
    for (int worker = 0; worker < Math.min(options.workers(), options.seeds()); worker++) {
      threads.add(Thread.ofPlatform().name("simulate-" + worker).start(this::work));
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped", stopped);
      }
    }
    if (broken.get() != null) {
      throw new IllegalStateException("the simulator itself broke", broken.get());
    }
    progress.over(done.get());
    return new Outcome(
        done.get(),
        struck,
        coverage,
        failed.isEmpty() ? Optional.empty() : Optional.of(failed.firstEntry().getValue()));
  }

  private void work() {
    try {
      for (long number = next.getAndIncrement();
          number < options.seeds() && !isOver();
          number = next.getAndIncrement()) {
        Run.Result result = Run.of(options.plan(options.from() + number), template, new Judge());
        took(number, result);
        progress.done(done.incrementAndGet());
      }
    } catch (RuntimeException | Error bug) {
      broken.compareAndSet(null, bug);
    }
  }

  private synchronized boolean isOver() {
    return !failed.isEmpty() || broken.get() != null;
  }

  private synchronized void took(long number, Run.Result result) {
    coverage.add(result.coverage());
    struck += result.struck().size();
    if (!result.violations().isEmpty()) {
      failed.put(number, result);
    }
  }
}
