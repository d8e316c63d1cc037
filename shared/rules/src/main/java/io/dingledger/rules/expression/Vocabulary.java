package io.dingledger.rules.expression;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields that an expression may read, with their types.
 *
 * @param fields those that it may read here
 * @param onlyInRows those that it might read if its rule were applied to each row
 * @param notMapped those of {@code fields} and {@code onlyInRows} that no form fills
 */
public record Vocabulary(Map<String, Type> fields, Set<String> onlyInRows, Set<String> notMapped) {
  public Vocabulary {
    fields = Map.copyOf(fields);
    onlyInRows = Set.copyOf(onlyInRows);
    notMapped = Set.copyOf(notMapped);
  }

  /** The type of a field that may be read here. */
  public Optional<Type> type(String path) {
    return Optional.ofNullable(fields.get(path));
  }

  /** This vocabulary and more fields. */
  public Vocabulary with(Map<String, Type> more) {
    Map<String, Type> all = new LinkedHashMap<>(fields);
    all.putAll(more);
    return new Vocabulary(all, onlyInRows, notMapped);
  }

  /** This vocabulary and more fields that could be read in rows only. */
  public Vocabulary withOnlyInRows(Set<String> more) {
    Set<String> all = new LinkedHashSet<>(onlyInRows);
    all.addAll(more);
    return new Vocabulary(fields, all, notMapped);
  }
}
