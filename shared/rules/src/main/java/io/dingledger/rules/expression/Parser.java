package io.dingledger.rules.expression;

import static io.dingledger.rules.expression.Token.Kind.END;
import static io.dingledger.rules.expression.Token.Kind.NUMBER;
import static io.dingledger.rules.expression.Token.Kind.SIGN;
import static io.dingledger.rules.expression.Token.Kind.TEXT;
import static io.dingledger.rules.expression.Token.Kind.WORD;

import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleBookFinding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recursive descent over the words of an expression, with CEL's precedences. */
final class Parser {
  /** The longest expression, in UTF-16 units. */
  static final int LONGEST = 2000;

  /** The deepest nesting; each link of a chain such as {@code a + b + c} counts as one, too. */
  static final int DEEPEST = 64;

  private static final List<Map<String, Operator>> LEVELS =
      List.of(
          Map.of("||", Operator.OR),
          Map.of("&&", Operator.AND),
          Map.of(
              "==", Operator.EQUAL,
              "!=", Operator.DIFFERENT,
              "<", Operator.LESS,
              "<=", Operator.LESS_OR_EQUAL,
              ">", Operator.GREATER,
              ">=", Operator.GREATER_OR_EQUAL),
          Map.of("+", Operator.PLUS, "-", Operator.MINUS),
          Map.of("*", Operator.TIMES, "/", Operator.DIVIDED_BY, "%", Operator.REMAINDER));
  private static final int COMPARISON = 2;

  private final List<Token> tokens;
  private int next;
  private int depth;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The expression that a text is. */
  static Expression parse(String source) throws SyntaxException {
    if (source.length() > LONGEST) {
      throw new SyntaxException(
          Mistake.of(0, RuleBookFinding.EXPRESSION_TOO_LARGE, LONGEST, DEEPEST));
    }
    Parser parser = new Parser(Lexer.tokens(source));
    Expression whole = parser.conditional();
    if (parser.peek().kind() != END) {
      throw parser.unexpected();
    }
    return whole;
  }

  private Expression conditional() throws SyntaxException {
    deeper();
    Expression condition = level(0);
    Expression whole = condition;
    if (peek().is("?")) {
      int at = take().at();
      Expression yes = conditional();
      expect(":");
      whole = new Expression.Conditional(at, condition, yes, conditional());
    }
    depth--;
    return whole;
  }

  private Expression level(int level) throws SyntaxException {
    if (level == LEVELS.size()) {
      return unary();
    }
    Expression left = level(level + 1);
    int before = depth;
    while (true) {
      Operator operator = peek().kind() == SIGN ? LEVELS.get(level).get(peek().text()) : null;
      if (operator != null) {
        int at = take().at();
        left = new Expression.Binary(at, operator, left, level(level + 1));
      } else if (level == COMPARISON && peek().kind() == WORD && peek().text().equals("in")) {
        left = new Expression.In(take().at(), left, options());
      } else {
        depth = before;
        return left;
      }
      deeper();
    }
  }

  private Expression unary() throws SyntaxException {
    Token sign = peek();
    if (sign.is("!") || sign.is("-")) {
      deeper();
      take();
      Expression operand = unary();
      depth--;
      return sign.is("!")
          ? new Expression.Not(sign.at(), operand)
          : new Expression.Negative(sign.at(), operand);
    }
    return member();
  }

  private Expression member() throws SyntaxException {
    Expression left = primary();
    while (peek().is(".")) {
      take();
      Token word = expectWord();
      if (peek().is("(")) {
        Function function = function(word, true);
        List<Expression> arguments = new ArrayList<>(List.of(left));
        arguments.addAll(arguments());
        left = new Expression.Call(word.at(), function, arguments);
      } else if (left instanceof Expression.Path(int at, String name)) {
        left = new Expression.Path(at, name + "." + word.text());
      } else {
        throw unexpected(word);
      }
    }
    return left;
  }

  private Expression primary() throws SyntaxException {
    Token token = take();
    return switch (token.kind()) {
      case NUMBER, TEXT -> literal(token);
      case WORD -> word(token);
      case SIGN -> {
        if (!token.is("(")) {
          throw unexpected(token);
        }
        Expression inner = conditional();
        expect(")");
        yield inner;
      }
      case END -> throw unexpected(token);
    };
  }

  private Expression word(Token token) throws SyntaxException {
    if (token.text().equals("true") || token.text().equals("false")) {
      return literal(token);
    }
    if (!peek().is("(")) {
      return new Expression.Path(token.at(), token.text());
    }
    if (token.text().equals("has")) {
      take();
      Expression field = member();
      expect(")");
      if (field instanceof Expression.Path path) {
        return new Expression.Has(token.at(), path);
      }
      throw unexpected(token);
    }
    return new Expression.Call(token.at(), function(token, false), arguments());
  }

  private Expression.Literal literal(Token token) throws SyntaxException {
    Value value =
        switch (token.kind()) {
          case NUMBER -> new Value.Decimal(new BigDecimal(token.text()));
          case TEXT -> new Value.Text(token.text());
          case WORD -> truth(token);
          case SIGN, END -> throw unexpected(token);
        };
    return new Expression.Literal(token.at(), value, token.source());
  }

  private Value truth(Token token) throws SyntaxException {
    return switch (token.text()) {
      case "true" -> new Value.Truth(true);
      case "false" -> new Value.Truth(false);
      default -> throw unexpected(token);
    };
  }

  private List<Expression> arguments() throws SyntaxException {
    expect("(");
    List<Expression> arguments = new ArrayList<>();
    if (!peek().is(")")) {
      arguments.add(conditional());
      while (peek().is(",")) {
        take();
        arguments.add(conditional());
      }
    }
    expect(")");
    return arguments;
  }

  private List<Expression.Literal> options() throws SyntaxException {
    expect("[");
    List<Expression.Literal> options = new ArrayList<>(List.of(option()));
    while (peek().is(",")) {
      take();
      options.add(option());
    }
    expect("]");
    return options;
  }

  /** A literal, {@code -1}, or a date or duration that is written out. */
  private Expression.Literal option() throws SyntaxException {
    Token first = take();
    if (first.is("-") && peek().kind() == NUMBER) {
      Token number = take();
      Value value = new Value.Decimal(new BigDecimal(number.text()).negate());
      return new Expression.Literal(first.at(), value, "-" + number.source());
    }
    if (first.kind() != WORD || !peek().is("(")) {
      return literal(first);
    }
    Function function = function(first, false);
    expect("(");
    Token text = take();
    Optional<Value> value =
        text.kind() == TEXT ? Constants.of(function, text.text()) : Optional.empty();
    expect(")");
    String source = first.text() + "(" + text.source() + ")";
    return new Expression.Literal(
        first.at(), value.orElseThrow(() -> unreadable(function, text)), source);
  }

  private static SyntaxException unreadable(Function function, Token text) {
    return new SyntaxException(
        Mistake.of(
            text.at(), RuleBookFinding.FUNCTION_CONSTANT, function.word(), "date(\"2026-03-31\")"));
  }

  private Function function(Token word, boolean behindDot) throws SyntaxException {
    Optional<Function> function = Function.named(word.text(), behindDot);
    if (function.isEmpty()) {
      throw new SyntaxException(
          Mistake.of(
              word.at(),
              RuleBookFinding.FUNCTION_UNKNOWN,
              word.text(),
              Nearest.hint(word.text(), Function.words())));
    }
    return function.get();
  }

  private void deeper() throws SyntaxException {
    if (++depth > DEEPEST) {
      throw new SyntaxException(
          Mistake.of(peek().at(), RuleBookFinding.EXPRESSION_TOO_LARGE, LONGEST, DEEPEST));
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    if (token.kind() != END) {
      next++;
    }
    return token;
  }

  private void expect(String sign) throws SyntaxException {
    if (!peek().is(sign)) {
      throw unexpected();
    }
    take();
  }

  private Token expectWord() throws SyntaxException {
    if (peek().kind() != WORD) {
      throw unexpected();
    }
    return take();
  }

  private SyntaxException unexpected() {
    return unexpected(peek());
  }

  private static SyntaxException unexpected(Token token) {
    return new SyntaxException(
        Mistake.of(
            token.at(),
            RuleBookFinding.EXPRESSION_SYNTAX,
            token.kind() == END ? "结尾/end" : Slip.hinted(token.source())));
  }
}
