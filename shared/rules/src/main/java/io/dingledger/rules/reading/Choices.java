package io.dingledger.rules.reading;

import io.dingledger.rules.book.Rule;
import io.dingledger.rules.expression.Expression;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The texts that rules compare fields with: those worth trying. */
final class Choices {
  private static final int MOST = 64;

  private Choices() {}

  /** All conditions and amounts of rules that make lines. */
  static Stream<Formula> formulas(List<Rule> rules) {
    return rules.stream()
        .flatMap(
            rule ->
                Stream.concat(
                    rule.when().stream(),
                    rule.lines().stream()
                        .flatMap(
                            line ->
                                Stream.concat(line.when().stream(), Stream.of(line.amount())))));
  }

  /** The texts by field, each with one that stands for all others. */
  static Map<String, Set<String>> of(List<Rule> rules, String other) {
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    formulas(rules)
        .flatMap(formula -> Parts.of(formula.root()).stream())
        .forEach(part -> collect(part, texts, other));
    return texts;
  }

  /** By field, the first text that a condition names. */
  static Map<String, String> wanted(Formula condition) {
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    Parts.of(condition.root()).forEach(part -> collect(part, texts, ""));
    Map<String, String> wanted = new LinkedHashMap<>();
    texts.forEach(
        (path, named) ->
            named.stream()
                .filter(text -> !text.isEmpty())
                .findFirst()
                .ifPresent(text -> wanted.put(path, text)));
    return wanted;
  }

  private static void collect(Expression part, Map<String, Set<String>> texts, String other) {
    Map<String, List<Expression.Literal>> compared =
        part instanceof Expression.Call call
                && call.function().isMember()
                && call.arguments().getFirst() instanceof Expression.Path path
                && call.arguments().getLast() instanceof Expression.Literal literal
            ? Map.of(path.name(), List.of(literal))
            : Parts.compared(part);
    compared.forEach(
        (path, literals) ->
            literals.stream()
                .filter(literal -> literal.value() instanceof Value.Text)
                .forEach(
                    literal ->
                        texts
                            .computeIfAbsent(path, any -> new LinkedHashSet<>(Set.of(other)))
                            .add(literal.value().plain())));
  }

  /** One text for each field, in all ways, as far as they are not too many. */
  static List<Map<String, String>> combinations(Map<String, Set<String>> texts) {
    List<Map<String, String>> combinations = new ArrayList<>();
    combinations.add(new LinkedHashMap<>());
    texts.forEach(
        (path, choices) -> {
          List<Map<String, String>> more = new ArrayList<>();
          for (Map<String, String> each : combinations) {
            for (String choice : choices) {
              Map<String, String> next = new LinkedHashMap<>(each);
              next.put(path, choice);
              more.add(next);
            }
          }
          combinations.clear();
          combinations.addAll(more.subList(0, Math.min(MOST, more.size())));
        });
    return combinations;
  }

  /** Whether all ways are among the combinations. */
  static boolean areFew(Map<String, Set<String>> texts) {
    long ways = 1;
    for (Set<String> choices : texts.values()) {
      ways *= choices.size();
      if (ways > MOST) {
        return false;
      }
    }
    return true;
  }
}
