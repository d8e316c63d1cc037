package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Mistake;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Vocabulary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the formulas of tables and multipliers. They name no kind of document, so each is read with
 * the words of the kind that it fits best; and they may read each other, wherever they stand.
 */
final class DataFormulas {
  /** What stands for a formula that has mistakes; it can be read everywhere. */
  static final Formula BROKEN = constant();

  private final Context context;
  private final Map<String, Type> declared = new LinkedHashMap<>();
  private final Map<Kind, Vocabulary> vocabularies = new HashMap<>();

  DataFormulas(Context context) {
    this.context = context;
  }

  private static Formula constant() {
    return switch (Formula.read("0", new Vocabulary(Map.of(), Set.of(), Set.of()))) {
      case Formula.Read.Good(Formula formula) -> formula;
      case Formula.Read.Bad bad -> throw new IllegalStateException(bad.toString());
    };
  }

  /** A value that the book makes; all must be declared before the first formula is read. */
  void declare(String path, Type type) {
    declared.put(path, type);
  }

  /**
   * The kinds whose documents a formula may be about: those of the book, then those that need no
   * form; a table about something out of scope is unused, and its fields are still known.
   */
  Set<Kind> kinds() {
    Set<Kind> kinds = new LinkedHashSet<>(context.kinds());
    Arrays.stream(Kind.values()).filter(kind -> !kind.isForm()).forEach(kinds::add);
    return kinds;
  }

  /** The formula that a word is, or one that stands for it where it has mistakes. */
  Formula formula(Optional<Word> word, Type wanted) {
    return word.filter(this::isTogether)
        .flatMap(text -> context.formula(text, vocabulary(text.text()), wanted))
        .orElse(BROKEN);
  }

  /** The formula of any type that a word is; empty where it has mistakes. */
  Optional<Formula> formula(Word word) {
    return isTogether(word) ? context.formula(word, vocabulary(word.text())) : Optional.empty();
  }

  /** Whether a word is the path of a text field. */
  boolean isTextField(Word word) {
    return context.isTextField(word, vocabulary(word.text()));
  }

  /** Reports a formula each of whose fields some kind has, but no kind all of them. */
  private boolean isTogether(Word word) {
    boolean together =
        !isUnknownIn(word.text(), vocabulary(word.text()))
            || !(Formula.read(word.text(), anywhere()) instanceof Formula.Read.Good);
    if (!together) {
      context.findings().add(word.node(), DataFinding.FIELDS_APART, word.text());
    }
    return together;
  }

  private Vocabulary anywhere() {
    Map<String, Type> fields = new LinkedHashMap<>();
    kinds().forEach(kind -> fields.putAll(vocabulary(kind).fields()));
    return new Vocabulary(fields, Set.of(), Set.of());
  }

  private static boolean isUnknownIn(String text, Vocabulary vocabulary) {
    return Formula.read(text, vocabulary) instanceof Formula.Read.Bad(List<Mistake> mistakes)
        && mistakes.stream()
            .anyMatch(each -> each.reason().code().equals(RuleBookFinding.FIELD_UNKNOWN.code()));
  }

  private Vocabulary vocabulary(Kind kind) {
    return vocabularies.computeIfAbsent(kind, any -> context.row(any).with(declared));
  }

  /** The words of the kind with which a text has the fewest mistakes. */
  private Vocabulary vocabulary(String text) {
    Vocabulary best = null;
    int fewest = Integer.MAX_VALUE;
    for (Kind kind : kinds()) {
      int mistakes = mistakes(text, vocabulary(kind));
      if (mistakes < fewest) {
        best = vocabulary(kind);
        fewest = mistakes;
      }
      if (mistakes == 0) {
        return best;
      }
    }
    return best;
  }

  /** How many; what is not even a slip of the pen counts twice. */
  private static int mistakes(String text, Vocabulary vocabulary) {
    return switch (Formula.read(text, vocabulary)) {
      case Formula.Read.Good good -> 0;
      case Formula.Read.Bad(List<Mistake> mistakes) ->
          mistakes.stream().mapToInt(each -> each.isNearMiss() ? 1 : 2).sum();
    };
  }
}
