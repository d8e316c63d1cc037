package io.dingledger.rules.expression;

import io.dingledger.rules.RuleBookFinding;
import java.util.ArrayList;
import java.util.List;

/** Cuts an expression's text into words. */
final class Lexer {
  private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||");
  private static final String SHORT_SIGNS = "+-*/<>!?:(),.[]";

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  private Lexer(String source) {
    this.source = source;
  }

  /** All words, with an end behind them. */
  static List<Token> tokens(String source) throws SyntaxException {
    return new Lexer(source).read();
  }

  private List<Token> read() throws SyntaxException {
    while (next < source.length()) {
      char sign = source.charAt(next);
      if (Character.isWhitespace(sign)) {
        next++;
      } else if (isDigit(sign)) {
        number();
      } else if (sign == '"' || sign == '\'') {
        text(sign);
      } else if (Character.isUnicodeIdentifierStart(sign) || sign == '_') {
        word();
      } else {
        sign();
      }
    }
    tokens.add(new Token(Token.Kind.END, source.length(), "", ""));
    return tokens;
  }

  private void number() throws SyntaxException {
    int start = next;
    digits();
    if (next + 1 < source.length()
        && source.charAt(next) == '.'
        && isDigit(source.charAt(next + 1))) {
      next++;
      digits();
    }
    if (next < source.length() && Character.isUnicodeIdentifierPart(source.charAt(next))) {
      throw unexpected(next, String.valueOf(source.charAt(next)));
    }
    String text = source.substring(start, next);
    tokens.add(new Token(Token.Kind.NUMBER, start, text, text));
  }

  private void digits() {
    while (next < source.length() && isDigit(source.charAt(next))) {
      next++;
    }
  }

  private void word() {
    int start = next;
    while (next < source.length() && Character.isUnicodeIdentifierPart(source.charAt(next))) {
      next++;
    }
    String text = source.substring(start, next);
    tokens.add(new Token(Token.Kind.WORD, start, text, text));
  }

  private void sign() throws SyntaxException {
    for (String sign : LONG_SIGNS) {
      if (source.startsWith(sign, next)) {
        tokens.add(new Token(Token.Kind.SIGN, next, sign, sign));
        next += sign.length();
        return;
      }
    }
    String sign = String.valueOf(source.charAt(next));
    if (!SHORT_SIGNS.contains(sign)) {
      throw unexpected(next, sign);
    }
    tokens.add(new Token(Token.Kind.SIGN, next, sign, sign));
    next++;
  }

  private void text(char quote) throws SyntaxException {
    int start = next++;
    StringBuilder content = new StringBuilder();
    while (next < source.length() && source.charAt(next) != quote) {
      if (source.charAt(next) == '\\') {
        content.appendCodePoint(escaped());
      } else {
        content.append(source.charAt(next++));
      }
    }
    if (next >= source.length()) {
      throw unexpected(start, source.substring(start));
    }
    next++;
    tokens.add(
        new Token(Token.Kind.TEXT, start, content.toString(), source.substring(start, next)));
  }

  /** CEL's escapes that make sense in a bookkeeper's text. */
  private int escaped() throws SyntaxException {
    int start = next++;
    char sign = next < source.length() ? source.charAt(next++) : ' ';
    return switch (sign) {
      case '\\', '"', '\'', '`', '?' -> sign;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal(start, 4);
      case 'U' -> hexadecimal(start, 8);
      default -> throw unexpected(start, "\\" + sign);
    };
  }

  private int hexadecimal(int start, int length) throws SyntaxException {
    int end = next + length;
    int point = 0;
    for (; next < end; next++) {
      int digit = next < source.length() ? Character.digit(source.charAt(next), 16) : -1;
      if (digit < 0 || point > Character.MAX_CODE_POINT) {
        throw unexpected(start, source.substring(start, Math.min(end, source.length())));
      }
      point = point * 16 + digit;
    }
    if (!Character.isValidCodePoint(point)) {
      throw unexpected(start, source.substring(start, end));
    }
    return point;
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  private static SyntaxException unexpected(int at, String what) {
    return new SyntaxException(Mistake.of(at, RuleBookFinding.EXPRESSION_SYNTAX, what));
  }
}
