package io.dingledger.rules.reading;

import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What expressions may read of each kind, in a document and in a row: its fields, what was booked
 * of each pay item, and every derived value whose needs can be read there. Each is made once, until
 * something is added.
 */
final class Vocabularies {
  private static final List<String> SPANS = List.of("month", "year");
  private static final List<String> MEASURES = List.of("quantity", "amount", "times");

  private final Map<String, FormMapping> forms;
  private final Map<String, Derived> derived = new LinkedHashMap<>();
  private final Set<String> items = new LinkedHashSet<>();
  private final Map<Place, Vocabulary> made = new HashMap<>();
  private int madeWith;

  Vocabularies(Map<String, FormMapping> forms) {
    this.forms = forms;
  }

  private record Place(Kind kind, boolean eachRow) {}

  /** What the book makes itself, by path; what is put there can be read from then on. */
  Map<String, Derived> derived() {
    return derived;
  }

  /** Takes another definition for a value that is there. */
  void redefine(Derived value) {
    derived.put(value.path(), value);
    made.clear();
  }

  /** What was booked of a pay item can be read from now on. */
  void addItem(String name) {
    items.add(name);
    made.clear();
  }

  /** What expressions about a document, or about each of its rows, may read. */
  Vocabulary of(Kind kind, boolean eachRow) {
    Place place = new Place(kind, eachRow);
    if (derived.size() != madeWith) {
      made.clear();
      madeWith = derived.size();
    }
    Vocabulary known = made.get(place);
    if (known == null) {
      known = make(place);
      made.put(place, known);
    }
    return known;
  }

  /** What expressions of some kinds may read, in whichever place it can be read. */
  Vocabulary anywhere(Collection<Kind> kinds) {
    Map<String, Type> fields = new LinkedHashMap<>();
    Set<String> mapped = new HashSet<>();
    for (Kind kind : kinds) {
      Vocabulary row = of(kind, true);
      fields.putAll(row.fields());
      row.fields().keySet().stream()
          .filter(path -> !row.notMapped().contains(path))
          .forEach(mapped::add);
    }
    Set<String> notMapped = new HashSet<>(fields.keySet());
    notMapped.removeAll(mapped);
    return new Vocabulary(fields, Set.of(), notMapped);
  }

  private Vocabulary make(Place place) {
    Kind kind = place.kind();
    Map<String, Type> document = readable(kind, false);
    Map<String, Type> row = readable(kind, true);
    if (place.eachRow()) {
      return new Vocabulary(row, Set.of(), notMapped(kind));
    }
    Set<String> onlyInRows = new LinkedHashSet<>(row.keySet());
    onlyInRows.removeAll(document.keySet());
    return new Vocabulary(document, onlyInRows, notMapped(kind));
  }

  private Map<String, Type> readable(Kind kind, boolean eachRow) {
    Map<String, Type> fields = new LinkedHashMap<>(kind.documentFields());
    if (kind != Kind.PAY_PERIOD) {
      items.forEach(item -> totals(item).forEach(path -> fields.put(path, Type.DECIMAL)));
    }
    if (eachRow) {
      fields.putAll(kind.rowFields());
    }
    List<Derived> waiting = new ArrayList<>(derived.values());
    waiting.removeIf(value -> !canBe(value, kind, eachRow));
    boolean found = true;
    while (found) {
      found = false;
      for (Iterator<Derived> rest = waiting.iterator(); rest.hasNext(); ) {
        Derived value = rest.next();
        if (fields.keySet().containsAll(value.needs())) {
          fields.put(value.path(), value.type());
          rest.remove();
          found = true;
        }
      }
    }
    return fields;
  }

  /** Input VAT is that of an expense's row. */
  private static boolean canBe(Derived value, Kind kind, boolean eachRow) {
    return !(value instanceof Derived.InputVatOf)
        || eachRow && kind.isForm() && kind.rowWord().isPresent();
  }

  /** The paths of what was booked of a pay item. */
  static List<String> totals(String item) {
    return SPANS.stream()
        .flatMap(span -> MEASURES.stream().map(measure -> span + "." + item + "." + measure))
        .toList();
  }

  private Set<String> notMapped(Kind kind) {
    Set<String> paths = new LinkedHashSet<>();
    List<FormMapping> same = forms.values().stream().filter(form -> form.kind() == kind).toList();
    if (!same.isEmpty()) {
      kind.header().stream()
          .filter(field -> same.stream().noneMatch(form -> form.header().containsKey(field.key())))
          .forEach(field -> paths.add(kind.path(field)));
      kind.row().stream()
          .filter(field -> same.stream().noneMatch(form -> form.row().containsKey(field.key())))
          .forEach(field -> paths.add(Kind.rowPath(field)));
    }
    return paths;
  }
}
