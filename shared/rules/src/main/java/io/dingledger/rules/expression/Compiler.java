package io.dingledger.rules.expression;

/** Makes nodes of a checked expression: types, constants and places are settled once. */
final class Compiler {
  private final TypeChecker types;
  private int places;

  private Compiler(Vocabulary vocabulary) {
    this.types = new TypeChecker(vocabulary);
  }

  /**
   * What evaluates a formula.
   *
   * @param root its outermost node
   * @param places how many places its trace has
   */
  record Compiled(Node root, int places) {}

  /** Compiles an expression in which no mistake was found. */
  static Compiled compile(Expression checked, Vocabulary vocabulary) {
    Compiler compiler = new Compiler(vocabulary);
    Node root = compiler.node(checked);
    return new Compiled(root, compiler.places);
  }

  private Node node(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> new Leaves.Constant(literal.value(), literal.source());
      case Expression.Path path -> new Leaves.Field(path.name(), places++);
      case Expression.Has has -> new Leaves.Filled(has.field().name());
      case Expression.Not not -> new Logic.Not(node(not.operand()));
      case Expression.Negative negative -> new Arithmetic.Negative(node(negative.operand()));
      case Expression.Binary binary -> binary(binary);
      case Expression.Conditional conditional ->
          new Logic.Choice(
              node(conditional.condition()),
              node(conditional.yes()),
              node(conditional.no()),
              places++);
      case Expression.In in -> new Logic.OneOf(node(in.element()), in.options());
      case Expression.Call call -> call(call);
    };
  }

  private Type type(Expression expression) {
    return types.type(expression).orElseThrow();
  }

  private Node binary(Expression.Binary binary) {
    Node left = node(binary.left());
    Node right = node(binary.right());
    Operator operator = binary.operator();
    return switch (operator) {
      case OR, AND -> new Logic.Junction(operator, left, right, places++);
      case EQUAL, DIFFERENT, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          new Logic.Comparison(operator, left, right, type(binary.left()) == Type.DECIMAL);
      case TIMES, DIVIDED_BY, REMAINDER -> new Arithmetic(operator, left, right);
      case PLUS, MINUS -> sum(binary, left, right);
    };
  }

  private Node sum(Expression.Binary binary, Node left, Node right) {
    Operator operator = binary.operator();
    Type first = type(binary.left());
    Type second = type(binary.right());
    return switch (first) {
      case DECIMAL -> new Arithmetic(operator, left, right);
      case TEXT -> new Arithmetic.Joined(left, right);
      case DATE ->
          second == Type.DATE
              ? new Times.Between(left, right)
              : new Times.Shifted(operator, left, right);
      case DURATION ->
          second == Type.DATE
              ? new Times.Shifted(operator, left, right)
              : new Times.Lasting(operator, left, right);
      case TRUTH -> throw new IllegalStateException(operator.sign());
    };
  }

  private Node call(Expression.Call call) {
    Function function = call.function();
    Expression last = call.arguments().getLast();
    Node first = node(call.arguments().getFirst());
    return switch (function) {
      case ABS, FLOOR, CEIL, YEAR, MONTH, DAY_OF_MONTH, WEEKDAY, HOURS, MINUTES, SIZE ->
          new Calls.OfOne(function, first);
      case MIN, MAX, YEARS, MONTHS, DAYS -> new Calls.OfTwo(function, first, node(last));
      case ROUND, FLOOR_TO, CEIL_TO ->
          new Calls.Rounded(
              function,
              first,
              node(last),
              ((Value.Decimal) ((Expression.Literal) last).value()).number());
      case ADD_DAYS -> new Calls.Later(first, node(last));
      case CONTAINS, STARTS_WITH, ENDS_WITH -> new Calls.OfTexts(function, first, node(last));
      case DATE, DURATION -> constant(function, (Expression.Literal) last);
    };
  }

  private static Node constant(Function function, Expression.Literal literal) {
    Value value = Constants.of(function, literal.value().plain()).orElseThrow();
    return new Leaves.Constant(value, function.word() + "(" + literal.source() + ")");
  }
}
