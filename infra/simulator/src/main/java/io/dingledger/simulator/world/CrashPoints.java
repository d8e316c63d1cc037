package io.dingledger.simulator.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The crash points that are known: every call to a port that any run has ever made, by its name and
 * kind. What can go wrong at a kind of call is declared by {@link Call#faults}, so that a pair of
 * point and fault that no run has struck yet is a zero that can be seen.
 *
 * <p>The list is a file, written from the coverage of many runs by {@link #text}; a call that is
 * new, or no longer made, is a line of it that changes.
 */
public final class CrashPoints {
  private static final String FILE = "crash-points.txt";

  /** So often expected, never is no chance. */
  private static final double OFTEN_ENOUGH = 20;

  private CrashPoints() {}

  /** The declared crash points by name. */
  public static SortedMap<String, Call> declared() {
    SortedMap<String, Call> points = new TreeMap<>();
    for (String line : file().split("\n")) {
      String[] parts = line.split("\t", 2);
      if (parts.length == 2) {
        points.put(parts[1], Call.valueOf(parts[0]));
      }
    }
    return Collections.unmodifiableSortedMap(points);
  }

  /** The list as a file, of all points that were reached. */
  public static String text(Coverage coverage) {
    StringBuilder text = new StringBuilder();
    coverage
        .points()
        .forEach(
            (point, reached) ->
                text.append(reached.call()).append('\t').append(point).append('\n'));
    return text.toString();
  }

  /** Points that were reached and are not declared. */
  public static List<String> undeclared(Coverage coverage) {
    Map<String, Call> declared = declared();
    return coverage.points().keySet().stream()
        .filter(point -> !declared.containsKey(point))
        .toList();
  }

  /**
   * Declared pairs that never struck although their call was made so often that they should have
   * twenty times, each as {@code point × fault}. Of calls that hardly any run makes, too few were
   * seen to say anything.
   *
   * @param faults those that could strike at all
   */
  public static List<String> zeros(Coverage coverage, Set<Fault> faults) {
    List<String> zeros = new ArrayList<>();
    declared()
        .forEach(
            (point, call) -> {
              for (Fault fault : call.faults()) {
                boolean isWanted = faults.contains(fault) && coverage.at(fault, point) == 0;
                if (isWanted && isDue(coverage, point, fault)) {
                  zeros.add(point + " × " + fault);
                }
              }
            });
    return zeros;
  }

  private static boolean isDue(Coverage coverage, String point, Fault fault) {
    Coverage.Reached reached = coverage.points().get(point);
    return reached != null && reached.times() * fault.often() >= OFTEN_ENOUGH;
  }

  private static String file() {
    try (InputStream file = CrashPoints.class.getResourceAsStream(FILE)) {
      return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
