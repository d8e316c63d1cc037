package io.dingledger.simulator.command;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Refusal;
import io.dingledger.simulator.world.Fault;
import io.dingledger.simulator.world.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is to be simulated.
 *
 * @param seeds how many schedules, 1 or more
 * @param from the first seed
 * @param faults what may go wrong
 * @param workers how many at a time
 * @param story whether the story is told even if nothing is wrong; one seed only
 * @param shrink whether a failing schedule is made smaller
 * @param suppressed numbers of strikes that are left out; one seed only
 * @param bugs whether the seeds are to find bugs that are put in on purpose, instead of real ones
 * @param bug only this one, by its name or the path of its file
 */
record SimulateOptions(
    long seeds,
    long from,
    Set<Fault> faults,
    int workers,
    boolean story,
    boolean shrink,
    Set<Integer> suppressed,
    boolean bugs,
    Optional<String> bug) {
  static final String STORY = "--story";
  static final String AS_IS = "--as-is";

  static final String BUGS = "--bugs";

  private static final Set<String> FLAGS = Set.of(STORY, AS_IS, BUGS);
  private static final Set<String> VALUES =
      Set.of("--seeds", "--from", "--faults", "--without", "--workers", "--suppress", "--bug");
  private static final long USUAL_SEEDS = 1_000;
  private static final long MOST_SEEDS = 1_000_000_000_000L;
  private static final int MOST_WORKERS = 256;

  /**
   * Reads a command line.
   *
   * @throws Refusal with what is wrong with it
   */
  static SimulateOptions of(List<String> line) {
    List<String> flags = line.stream().filter(FLAGS::contains).toList();
    Arguments given =
        Arguments.of(line.stream().filter(word -> !FLAGS.contains(word)).toList(), VALUES);
    if (!given.plain().isEmpty()) {
      throw new Refusal(SimulateFault.NOTHING_EXPECTED, given.plain().getFirst());
    }
    Set<Integer> suppressed = suppressed(given.option("--suppress"));
    SimulateOptions options =
        new SimulateOptions(
            number(given, "--seeds", USUAL_SEEDS, 1, MOST_SEEDS),
            number(given, "--from", 1, Long.MIN_VALUE, Long.MAX_VALUE),
            faults(given),
            (int)
                number(
                    given,
                    "--workers",
                    Runtime.getRuntime().availableProcessors(),
                    1,
                    MOST_WORKERS),
            flags.contains(STORY),
            !flags.contains(AS_IS) && suppressed.isEmpty(),
            suppressed,
            flags.contains(BUGS) || given.option("--bug").isPresent(),
            given.option("--bug"));
    options.requireOneSeed(given, flags);
    return options;
  }

  private void requireOneSeed(Arguments given, List<String> flags) {
    List<String> narrow = new ArrayList<>(flags);
    narrow.removeAll(List.of(AS_IS, BUGS));
    given.option("--suppress").ifPresent(value -> narrow.add("--suppress"));
    if (seeds > 1 && !narrow.isEmpty()) {
      throw new Refusal(SimulateFault.ONE_SEED_ONLY, narrow.getFirst());
    }
  }

  /** What a seed is run by. */
  Run.Plan plan(long seed) {
    return new Run.Plan(seed, faults, suppressed);
  }

  private static Set<Fault> faults(Arguments given) {
    Optional<String> only = given.option("--faults");
    Optional<String> without = given.option("--without");
    if (only.isPresent() && without.isPresent()) {
      throw new Refusal(SimulateFault.FAULTS_TWICE);
    }
    EnumSet<Fault> named = EnumSet.noneOf(Fault.class);
    words(only.or(() -> without)).stream()
        .filter(word -> !word.equals("none"))
        .forEach(word -> named.add(fault(word)));
    return only.isPresent() ? named : EnumSet.complementOf(named);
  }

  private static Fault fault(String word) {
    return Arrays.stream(Fault.values())
        .filter(fault -> fault.name().equalsIgnoreCase(word.replace('-', '_')))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    SimulateFault.FAULT_UNKNOWN,
                    word.replaceAll("\\P{ASCII}", "?"),
                    Arrays.stream(Fault.values())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "))));
  }

  private static Set<Integer> suppressed(Optional<String> value) {
    Set<Integer> numbers = new TreeSet<>();
    words(value)
        .forEach(word -> numbers.add((int) number("--suppress", word, 0, Integer.MAX_VALUE)));
    return numbers;
  }

  private static List<String> words(Optional<String> value) {
    return value.stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static long number(Arguments given, String name, long usual, long least, long most) {
    return given.option(name).map(text -> number(name, text, least, most)).orElse(usual);
  }

  private static long number(String name, String text, long least, long most) {
    try {
      long value = Long.parseLong(text.replace("_", ""));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notTold) {
      // Told below, with the limits.
    }
    throw new Refusal(
        SimulateFault.NUMBER_WRONG, name, text.replaceAll("\\P{Graph}", "?"), least, most);
  }
}
