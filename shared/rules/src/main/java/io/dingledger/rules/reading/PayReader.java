package io.dingledger.rules.reading;

import io.dingledger.model.pay.PaySign;
import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.PayItemDefinition;
import io.dingledger.rules.book.Rule.Making;
import io.dingledger.rules.expression.Expression;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Mistake;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the {@code payItem} of a rule. */
final class PayReader {
  private static final Formula ONE = constant("1");
  private static final Formula ZERO = constant("0");

  private final Context context;
  private final Findings findings;
  private final Set<String> made = new LinkedHashSet<>();

  PayReader(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  /** A making with the texts that it was read from. */
  record Read(Making.Pay making, Placed.PayWords words) {}

  /** The names of all items that rules make, be it that the rule is broken otherwise. */
  Set<String> made() {
    return made;
  }

  /** A number with its text; neither is there when nothing is written. */
  private record Part(Optional<Word> word, Optional<Formula> formula) {
    boolean isReadable() {
      return word.isPresent() == formula.isPresent();
    }
  }

  private record Parts(Part quantity, Part factor, Part rate, Part amount) {
    boolean areReadable() {
      return quantity.formula().isPresent()
          && Stream.of(factor, rate, amount).allMatch(Part::isReadable);
    }

    Placed.PayWords words(Node place, Word item) {
      return new Placed.PayWords(
          place, item, quantity.word().get(), factor.word(), rate.word(), amount.word());
    }
  }

  Optional<Read> pay(Section section, Vocabulary vocabulary) {
    Optional<Word> itemWord = section.requiredText("item");
    Optional<PayItemDefinition> item = itemWord.flatMap(this::item);
    Parts parts =
        new Parts(
            number(section.requiredExpression("quantity", Type.DECIMAL), vocabulary),
            number(section.optionalExpression("factor", Type.DECIMAL), vocabulary),
            number(section.optionalExpression("rate", Type.DECIMAL), vocabulary),
            number(section.optionalExpression("amount", Type.DECIMAL), vocabulary));
    boolean worth = item.filter(known -> isWorth(section, known)).isPresent();
    section.close();
    if (!worth || !parts.areReadable()) {
      return Optional.empty();
    }
    return making(item.get(), parts, section.node(), vocabulary)
        .map(making -> new Read(making, parts.words(section.node(), itemWord.get())));
  }

  private Optional<Making.Pay> making(
      PayItemDefinition item, Parts parts, Node place, Vocabulary vocabulary) {
    Formula quantity = parts.quantity().formula().get();
    Formula factor = parts.factor().formula().orElse(ONE);
    if (item.sign() == PaySign.NONE) {
      return Optional.of(new Making.Pay(item, quantity, factor, ZERO, ZERO));
    }
    Formula rate = parts.rate().formula().orElse(ZERO);
    Optional<Formula> amount =
        parts.amount().formula().isPresent()
            ? parts.amount().formula()
            : product(place, vocabulary, parts.quantity(), parts.factor(), parts.rate());
    return amount.map(money -> new Making.Pay(item, quantity, factor, rate, money));
  }

  private Part number(Optional<Word> word, Vocabulary vocabulary) {
    return new Part(word, word.flatMap(text -> context.formula(text, vocabulary, Type.DECIMAL)));
  }

  private Optional<PayItemDefinition> item(Word name) {
    PayItemDefinition item = context.payItems().get(name.text());
    if (item == null) {
      findings.add(
          name.node(),
          RuleFinding.PAY_ITEM_UNKNOWN,
          name.text(),
          Nearest.hint(name.text(), context.payItems().keySet()));
      return Optional.empty();
    }
    context.use("payItems", item.name());
    made.add(item.name());
    return Optional.of(item);
  }

  /** Money needs a rate or an amount; what only counts has neither. */
  private boolean isWorth(Section section, PayItemDefinition item) {
    boolean rate = section.optional("rate").isPresent();
    boolean amount = section.optional("amount").isPresent();
    if (item.sign() == PaySign.NONE) {
      for (String key : List.of("rate", "amount")) {
        if (section.optional(key).isPresent()) {
          findings.add(section.keyNode(key), RuleFinding.PAY_ITEM_COUNTS_ONLY, item.name(), key);
        }
      }
    } else if (!rate && !amount) {
      findings.add(
          section.node(), RuleFinding.PAY_ITEM_WITHOUT_MONEY, item.name(), item.sign().word());
      return false;
    }
    return true;
  }

  /** Quantity times factor times rate as one expression, so that the explanation shows it. */
  private Optional<Formula> product(Node place, Vocabulary vocabulary, Part... parts) {
    String source =
        Stream.of(parts)
            .flatMap(part -> part.formula().stream())
            .map(PayReader::grouped)
            .collect(Collectors.joining(" * "));
    return switch (Formula.read(source, vocabulary, Type.DECIMAL)) {
      case Formula.Read.Good(Formula formula) -> Optional.of(formula);
      case Formula.Read.Bad(List<Mistake> mistakes) -> {
        // Each part is right by itself; together they can be too long or too deep.
        mistakes.forEach(mistake -> findings.add(place, mistake.reason()));
        yield Optional.empty();
      }
    };
  }

  private static String grouped(Formula formula) {
    boolean alone =
        switch (formula.root()) {
          case Expression.Literal literal -> true;
          case Expression.Path path -> true;
          case Expression.Call call -> true;
          default -> false;
        };
    return alone ? formula.source() : "(" + formula.source() + ")";
  }

  private static Formula constant(String number) {
    return switch (Formula.read(number, new Vocabulary(Map.of(), Set.of(), Set.of()))) {
      case Formula.Read.Good(Formula formula) -> formula;
      case Formula.Read.Bad bad -> throw new IllegalStateException(bad.toString());
    };
  }
}
