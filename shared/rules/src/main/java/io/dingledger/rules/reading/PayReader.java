package io.dingledger.rules.reading;

import io.dingledger.model.pay.PaySign;
import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.PayItemDefinition;
import io.dingledger.rules.book.Rule.Making;
import io.dingledger.rules.expression.Expression;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Operator;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.expression.Vocabulary;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code payItem} of a rule. */
final class PayReader {
  private static final Formula ONE = constant(BigDecimal.ONE);
  private static final Formula ZERO = constant(BigDecimal.ZERO);

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

  Optional<Read> pay(Section section, Vocabulary vocabulary) {
    Optional<Word> itemWord = section.requiredText("item");
    Optional<PayItemDefinition> item = itemWord.flatMap(this::item);
    Part quantity = number(section.requiredText("quantity"), vocabulary);
    Part factor = number(section.optionalText("factor"), vocabulary);
    Part rate = number(section.optionalText("rate"), vocabulary);
    Part amount = number(section.optionalText("amount"), vocabulary);
    item.ifPresent(known -> checkMoney(section, known));
    section.close();
    if (item.isEmpty()
        || quantity.formula().isEmpty()
        || !factor.isReadable()
        || !rate.isReadable()
        || !amount.isReadable()) {
      return Optional.empty();
    }
    return Optional.of(
        new Read(
            making(item.get(), quantity.formula().get(), factor, rate, amount),
            new Placed.PayWords(
                section.node(),
                itemWord.get(),
                quantity.word().get(),
                factor.word(),
                rate.word(),
                amount.word())));
  }

  private static Making.Pay making(
      PayItemDefinition item, Formula quantity, Part factor, Part rate, Part amount) {
    Formula by = factor.formula().orElse(ONE);
    return item.sign() == PaySign.NONE
        ? new Making.Pay(item, quantity, by, ZERO, ZERO)
        : new Making.Pay(
            item,
            quantity,
            by,
            rate.formula().orElse(ZERO),
            amount.formula().orElseGet(() -> product(quantity, factor.formula(), rate.formula())));
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
  private void checkMoney(Section section, PayItemDefinition item) {
    boolean rate = section.optional("rate").isPresent();
    boolean amount = section.optional("amount").isPresent();
    if (item.sign() == PaySign.NONE) {
      for (String key : new String[] {"rate", "amount"}) {
        if (section.optional(key).isPresent()) {
          findings.add(section.keyNode(key), RuleFinding.PAY_ITEM_COUNTS_ONLY, item.name(), key);
        }
      }
    } else if (!rate && !amount) {
      findings.add(
          section.node(), RuleFinding.PAY_ITEM_WITHOUT_MONEY, item.name(), item.sign().word());
    }
  }

  /** Quantity times factor times rate as one expression, so that the explanation shows it. */
  private static Formula product(
      Formula quantity, Optional<Formula> factor, Optional<Formula> rate) {
    Formula whole = quantity;
    for (Formula next : new Formula[] {factor.orElse(ONE), rate.orElse(ZERO)}) {
      if (next != ONE) {
        whole = times(whole, next);
      }
    }
    return whole;
  }

  private static Formula times(Formula left, Formula right) {
    return new Formula(
        new Expression.Binary(0, Operator.TIMES, left.root(), right.root()),
        Type.DECIMAL,
        grouped(left) + " * " + grouped(right));
  }

  private static String grouped(Formula formula) {
    boolean alone =
        switch (formula.root()) {
          case Expression.Literal literal -> true;
          case Expression.Path path -> true;
          case Expression.Call call -> true;
          case Expression.Binary binary -> binary.operator() == Operator.TIMES;
          default -> false;
        };
    return alone ? formula.source() : "(" + formula.source() + ")";
  }

  private static Formula constant(BigDecimal number) {
    return new Formula(
        new Expression.Literal(0, new Value.Decimal(number), number.toPlainString()),
        Type.DECIMAL,
        number.toPlainString());
  }
}
