package io.dingledger.platform.store;

import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Pages of a tenant's records, last changed first. The index has one partition for each state; a
 * page over all states merges them, so that each write keeps up one index and not two.
 */
final class DocumentList {
  private static final int MOST = 100;

  private final Table table;

  DocumentList(Table table) {
    this.table = table;
  }

  /**
   * One page of items, read consistently after the index has named them.
   *
   * @throws IllegalArgumentException for a cursor that is not ours, or a limit outside 1 to 100
   */
  Page<Item> page(
      Tenant tenant, Optional<DocumentState> state, Optional<String> cursor, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page holds 1 to " + MOST);
    }
    Optional<String> below = cursor.map(DocumentList::position);
    List<DocumentState> states = state.map(List::of).orElse(List.of(DocumentState.values()));
    Map<Key, Index.Entry> newest = new HashMap<>();
    for (DocumentState each : states) {
      table
          .queryIndex(Index.LIST, Keys.list(tenant, each), below, true, limit + 1)
          .forEach(line -> newest.merge(line.key(), line, DocumentList::newer));
    }
    List<Index.Entry> lines =
        newest.values().stream()
            .sorted(Comparator.comparing(Index.Entry::sort).reversed())
            .toList();
    List<Index.Entry> shown = lines.subList(0, Math.min(limit, lines.size()));
    Optional<String> next =
        lines.size() > limit ? Optional.of(cursor(shown.getLast().sort())) : Optional.empty();
    return new Page<>(items(shown), next);
  }

  private List<Item> items(List<Index.Entry> lines) {
    Map<Key, Item> found = table.getAll(lines.stream().map(Index.Entry::key).toList());
    List<Item> items = new ArrayList<>(lines.size());
    lines.stream().map(line -> found.get(line.key())).filter(Objects::nonNull).forEach(items::add);
    return items;
  }

  /** While the index follows a change, a document may stand in it twice. */
  private static Index.Entry newer(Index.Entry one, Index.Entry other) {
    return one.sort().compareTo(other.sort()) >= 0 ? one : other;
  }

  private static String cursor(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.US_ASCII));
  }

  private static String position(String cursor) {
    String position =
        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
    if (!Keys.isPosition(position)) {
      throw new IllegalArgumentException("not a cursor of this list");
    }
    return position;
  }
}
