package io.dingledger.rules.reading;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what holds and rules have in common: {@code for}, {@code each} and {@code when}. */
final class PlaceReader {
  private static final Set<String> REVIEWED =
      Set.of(DocumentKind.PUNCH_CORRECTION.word(), DocumentKind.SHIFT_SWAP.word());

  private final Context context;
  private final Findings findings;

  PlaceReader(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  /** The kind that a text names; without such documents nothing is ever done by it. */
  Optional<Kind> kind(Word word) {
    if (REVIEWED.contains(word.text())) {
      findings.add(word.node(), RuleFinding.KIND_REVIEWED, word.text());
      return Optional.empty();
    }
    if (word.text().equals(DocumentKind.PUNCH.word())) {
      findings.add(word.node(), RuleFinding.KIND_PUNCH);
      return Optional.empty();
    }
    if (!context.isChoice(word, Kind.words())) {
      return Optional.empty();
    }
    Kind kind = Kind.named(word.text()).orElseThrow();
    if (context.isWithoutForm(kind)) {
      findings.add(word.node(), RuleBookFinding.KIND_WITHOUT_FORM, word.text());
    } else if (context.isOutOfScope(kind)) {
      findings.add(word.node(), RuleFinding.KIND_OUT_OF_SCOPE, word.text());
    }
    return Optional.of(kind);
  }

  /** Whether each row is meant; a word that is not understood means that, too. */
  boolean eachRow(Section section, Optional<Kind> kind) {
    Optional<Word> each = section.optionalText("each");
    if (each.isEmpty()) {
      return section.optional("each").isPresent();
    }
    boolean isWord = context.isChoice(each.get(), rowWords(kind));
    if (isWord && kind.filter(context::isWithoutRows).isPresent()) {
      findings.add(each.get().node(), RuleBookFinding.ROWS_ABSENT, kind.get().word());
    }
    return true;
  }

  /** What may stand there; of kinds without rows all words, as it is said that they have none. */
  private static List<String> rowWords(Optional<Kind> kind) {
    List<String> own = new ArrayList<>(kind.flatMap(Kind::rowWord).stream().toList());
    if (own.isEmpty()) {
      Arrays.stream(Kind.values())
          .flatMap(any -> any.rowWord().stream())
          .distinct()
          .forEach(own::add);
    }
    return own;
  }

  /** What may be read; where the kind is not known, whatever the book's kinds have. */
  Vocabulary vocabulary(Optional<Kind> kind, boolean eachRow) {
    return kind.map(known -> eachRow ? context.row(known) : context.document(known))
        .orElseGet(context::anywhere);
  }

  /** The condition, which may be missing. */
  Optional<Formula> condition(Section section, Vocabulary vocabulary) {
    return section
        .optionalExpression("when", Type.TRUTH)
        .flatMap(word -> context.formula(word, vocabulary, Type.TRUTH));
  }

  /** The text of the condition, for findings about it. */
  static Optional<Word> conditionWord(Section section) {
    return section.optionalExpression("when", Type.TRUTH);
  }
}
