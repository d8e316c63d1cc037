package io.dingledger.rules.reading;

import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.Rule.AccountChoice;
import io.dingledger.rules.expression.Expression;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds texts in conditions that a look-up does not know although it looks up the same field: a
 * document with such a text is held, so the condition is probably misspelt.
 */
final class TableTexts {
  private static final String CONTRACT = "person.contract";

  private final Findings findings;
  private final Set<String> contracts = new HashSet<>();
  private final Map<String, Set<String>> words = new HashMap<>();

  TableTexts(Context context) {
    this.findings = context.findings();
  }

  void check(Book book, List<Placed.OneRule> rules, List<Placed.Hold> holds) {
    Stream.of(book.people().byUserId(), book.people().byJobNumber())
        .flatMap(people -> people.values().stream())
        .flatMap(person -> person.contract().stream())
        .forEach(contracts::add);
    for (Placed.OneRule rule : rules) {
      rule.lines().stream()
          .map(line -> line.line().account())
          .filter(AccountChoice.ByTable.class::isInstance)
          .map(account -> ((AccountChoice.ByTable) account).table())
          .forEach(this::know);
    }
    for (Placed.OneRule rule : rules) {
      rule.when().ifPresent(word -> check(word, rule.rule().when()));
      for (Placed.Line line : rule.lines()) {
        line.when().ifPresent(word -> check(word, line.line().when()));
        check(line.amount(), Optional.of(line.line().amount()));
      }
    }
    holds.forEach(hold -> check(hold.when(), Optional.of(hold.hold().when())));
  }

  private void know(LookupTable table) {
    words.computeIfAbsent(table.key(), any -> new HashSet<>()).addAll(table.rows().keySet());
  }

  private void check(Word word, Optional<Formula> formula) {
    formula.ifPresent(
        known ->
            Parts.of(known.root())
                .forEach(
                    part ->
                        Parts.compared(part).forEach((path, texts) -> check(word, path, texts))));
  }

  private void check(Word word, String path, List<Expression.Literal> texts) {
    boolean isContract = path.equals(CONTRACT);
    Set<String> known = isContract ? contracts : words.get(path);
    if (known == null) {
      return;
    }
    for (Expression.Literal literal : texts) {
      if (literal.value() instanceof Value.Text(String text) && !known.contains(text)) {
        findings.warn(
            word,
            literal.at(),
            isContract ? RuleFinding.CONTRACT_NOBODYS : RuleFinding.TEXT_IN_NO_TABLE,
            path,
            text,
            Nearest.hint(text, known));
      }
    }
  }
}
