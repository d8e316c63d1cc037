package io.dingledger.rules.expression;

import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A checked expression, ready to be evaluated as often as wanted. Immutable. */
public final class Formula {
  private final Expression root;
  private final Type type;
  private final String source;
  private final Node node;
  private final int places;
  private final Set<String> fields;

  private Formula(Expression root, Type type, String source, Vocabulary vocabulary) {
    this.root = root;
    this.type = type;
    this.source = source;
    Compiler.Compiled compiled = Compiler.compile(root, vocabulary);
    this.node = compiled.root();
    this.places = compiled.places();
    Set<String> names = new TreeSet<>();
    collect(root, names);
    this.fields = Collections.unmodifiableSet(names);
  }

  /** Reading an expression gave a formula, or all of its mistakes. */
  public sealed interface Read {
    /** It can be evaluated. */
    record Good(Formula formula) implements Read {}

    /** It can't. */
    record Bad(List<Mistake> mistakes) implements Read {
      public Bad {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  /** Reads an expression of any type. */
  public static Read read(String source, Vocabulary vocabulary) {
    return read(source, vocabulary, Set.of(Type.values()));
  }

  /** Reads an expression that must have one type. */
  public static Read read(String source, Vocabulary vocabulary, Type wanted) {
    return read(source, vocabulary, Set.of(wanted));
  }

  private static Read read(String source, Vocabulary vocabulary, Set<Type> wanted) {
    Expression root;
    try {
      root = Parser.parse(source);
    } catch (SyntaxException broken) {
      return new Read.Bad(List.of(broken.mistake()));
    }
    TypeChecker checker = new TypeChecker(vocabulary);
    var type =
        wanted.size() == 1 ? checker.wanted(root, wanted.iterator().next()) : checker.type(root);
    return type.isPresent() && checker.mistakes().isEmpty()
        ? new Read.Good(new Formula(root, type.get(), source, vocabulary))
        : new Read.Bad(checker.mistakes());
  }

  /** Its outermost part. */
  public Expression root() {
    return root;
  }

  /** The type of its value. */
  public Type type() {
    return type;
  }

  /** As written. */
  public String source() {
    return source;
  }

  /**
   * Evaluates it.
   *
   * @param facts the values of the fields
   * @param inputs where to write what was read
   * @param rounding how {@code round} rounds
   * @throws CannotEvaluate when a field is missing, a divisor is zero, a result is beyond the
   *     limits, or a date would have to be moved by part of a day
   */
  public Worth evaluate(Facts facts, Inputs inputs, RoundingMode rounding) {
    Object[] trace = new Object[places];
    return Worth.of(node.value(new Run(facts, inputs, rounding, trace)), node, trace);
  }

  /**
   * Evaluates it where nobody wants to know how.
   *
   * @throws CannotEvaluate as {@link #evaluate}
   */
  public Value value(Facts facts, RoundingMode rounding) {
    return node.value(new Run(facts, Inputs.none(), rounding, new Object[places]));
  }

  /** The fields that it may read, in the order of their names. */
  public Set<String> fields() {
    return fields;
  }

  private static void collect(Expression expression, Set<String> names) {
    switch (expression) {
      case Expression.Literal literal -> {}
      case Expression.Path path -> names.add(path.name());
      case Expression.Has has -> names.add(has.field().name());
      case Expression.Not not -> collect(not.operand(), names);
      case Expression.Negative negative -> collect(negative.operand(), names);
      case Expression.Binary binary -> {
        collect(binary.left(), names);
        collect(binary.right(), names);
      }
      case Expression.Conditional conditional -> {
        collect(conditional.condition(), names);
        collect(conditional.yes(), names);
        collect(conditional.no(), names);
      }
      case Expression.In in -> collect(in.element(), names);
      case Expression.Call call -> call.arguments().forEach(part -> collect(part, names));
    }
  }

  /** Two formulas are equal when they were written alike and mean the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Formula formula
        && type == formula.type
        && source.equals(formula.source)
        && root.equals(formula.root);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}
