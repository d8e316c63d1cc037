package io.dingledger.rules.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what belongs together in two lists: first what is the same, then what has the same keys,
 * from the strictest to the loosest. What is left was removed or added. Takes time in proportion to
 * the lists.
 *
 * @param <T> what is compared
 */
final class Matching<T> {
  private final Function<T, Object> content;
  private final List<Function<T, Object>> keys;

  /**
   * How to compare.
   *
   * @param content what must be equal for two to be the same
   * @param keys by what two that are not the same belong together, strictest first
   */
  Matching(Function<T, Object> content, List<Function<T, Object>> keys) {
    this.content = content;
    this.keys = List.copyOf(keys);
  }

  /** The differences: changes in the old order, then what was removed, then what was added. */
  List<Change<T>> changes(List<T> before, List<T> after) {
    Set<Integer> left = all(before);
    Set<Integer> right = all(after);
    pairs(before, after, left, right, content);
    List<Change<T>> changes = new ArrayList<>();
    for (Function<T, Object> key : keys) {
      for (int[] pair : pairs(before, after, left, right, key)) {
        changes.add(Change.changed(before.get(pair[0]), after.get(pair[1])));
      }
    }
    left.forEach(index -> changes.add(Change.removed(before.get(index))));
    right.forEach(index -> changes.add(Change.added(after.get(index))));
    return changes;
  }

  /** Takes those with equal keys out of the sets, in order. */
  private List<int[]> pairs(
      List<T> before,
      List<T> after,
      Set<Integer> left,
      Set<Integer> right,
      Function<T, Object> key) {
    Map<Object, Deque<Integer>> waiting = new HashMap<>();
    for (int index : right) {
      waiting.computeIfAbsent(key.apply(after.get(index)), k -> new ArrayDeque<>()).add(index);
    }
    List<int[]> pairs = new ArrayList<>();
    for (int index : List.copyOf(left)) {
      Deque<Integer> same = waiting.get(key.apply(before.get(index)));
      if (same != null && !same.isEmpty()) {
        int other = same.remove();
        left.remove(index);
        right.remove(other);
        pairs.add(new int[] {index, other});
      }
    }
    return pairs;
  }

  private static Set<Integer> all(List<?> list) {
    Set<Integer> indexes = new LinkedHashSet<>();
    for (int index = 0; index < list.size(); index++) {
      indexes.add(index);
    }
    return indexes;
  }
}
