package io.dingledger.simulator.bug;

import io.dingledger.embedded.template.Template;
import io.dingledger.simulator.judge.Judge;
import io.dingledger.simulator.world.Run;
import io.dingledger.simulator.world.Violation;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Runs schedules by their seeds. Its outer shape is of the Java platform only, so that one loader's
 * can be called from another's.
 */
public final class Schedules implements Function<Path, LongFunction<List<String>>> {
  /** For the loader. */
  public Schedules() {}

  /** What runs the schedule of a seed and says which promises were broken. */
  @Override
  public LongFunction<List<String>> apply(Path root) {
    Template template = Template.read(root.resolve("template.yaml"));
    return seed ->
        Run.of(Run.Plan.of(seed), template, new Judge()).violations().stream()
            .map(Violation::toString)
            .toList();
  }
}
