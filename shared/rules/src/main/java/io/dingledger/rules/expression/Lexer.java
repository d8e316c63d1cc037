package io.dingledger.rules.expression;

import io.dingledger.rules.RuleBookFinding;
import java.util.ArrayList;
import java.util.List;

/** Cuts an expression's text into words. */
final class Lexer {
  private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||");
  private static final String SHORT_SIGNS = "+-*/%<>!?:(),.[]";

  /** As many as a quotient has. */
  private static final int MOST_DIGITS = 34;

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
        text(next, false);
      } else if (isRaw(sign)) {
        text(next++, true);
      } else if (isWordStart(source.codePointAt(next))) {
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
    if (next < source.length() && isWordPart(source.codePointAt(next))) {
      throw unexpected(next, Character.toString(source.codePointAt(next)));
    }
    String text = source.substring(start, next);
    if (text.replace(".", "").length() > MOST_DIGITS) {
      throw unexpected(start, text);
    }
    tokens.add(new Token(Token.Kind.NUMBER, start, text, text));
  }

  private void digits() {
    while (next < source.length() && isDigit(source.charAt(next))) {
      next++;
    }
  }

  private void word() {
    int start = next;
    while (next < source.length() && isWordPart(source.codePointAt(next))) {
      next += Character.charCount(source.codePointAt(next));
    }
    String text = source.substring(start, next);
    tokens.add(new Token(Token.Kind.WORD, start, text, text));
  }

  private static boolean isWordStart(int point) {
    return Character.isUnicodeIdentifierStart(point) || point == '_';
  }

  /** What cannot be seen is no part of a word. */
  private static boolean isWordPart(int point) {
    return Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point);
  }

  private void sign() throws SyntaxException {
    for (String sign : LONG_SIGNS) {
      if (source.startsWith(sign, next)) {
        tokens.add(new Token(Token.Kind.SIGN, next, sign, sign));
        next += sign.length();
        return;
      }
    }
    String sign = Character.toString(source.codePointAt(next));
    if (!SHORT_SIGNS.contains(sign)) {
      throw unexpected(next, sign);
    }
    tokens.add(new Token(Token.Kind.SIGN, next, sign, sign));
    next++;
  }

  private boolean isRaw(char sign) {
    return (sign == 'r' || sign == 'R')
        && next + 1 < source.length()
        && (source.charAt(next + 1) == '"' || source.charAt(next + 1) == '\'');
  }

  /** A text in one or three quotes; in a raw one, a backslash is a backslash. */
  private void text(int start, boolean raw) throws SyntaxException {
    String one = source.substring(next, next + 1);
    String quote = source.startsWith(one.repeat(3), next) ? one.repeat(3) : one;
    next += quote.length();
    StringBuilder content = new StringBuilder();
    while (next < source.length() && !source.startsWith(quote, next)) {
      if (source.charAt(next) == '\\' && !raw) {
        content.appendCodePoint(escaped());
      } else {
        content.append(source.charAt(next++));
      }
    }
    if (next >= source.length()) {
      throw unexpected(start, source.substring(start));
    }
    next += quote.length();
    tokens.add(
        new Token(Token.Kind.TEXT, start, content.toString(), source.substring(start, next)));
  }

  /** CEL's escapes. */
  private int escaped() throws SyntaxException {
    int start = next++;
    char sign = next < source.length() ? source.charAt(next++) : ' ';
    return switch (sign) {
      case '\\', '"', '\'', '`', '?' -> sign;
      case 'a' -> 0x07;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0B;
      case 'x', 'X' -> point(start, 2, 16);
      case 'u' -> point(start, 4, 16);
      case 'U' -> point(start, 8, 16);
      case '0', '1', '2', '3' -> {
        next--;
        yield point(start, 3, 8);
      }
      default -> throw unexpected(start, "\\" + sign);
    };
  }

  private int point(int start, int length, int radix) throws SyntaxException {
    int end = next + length;
    int point = 0;
    for (; next < end; next++) {
      int digit = next < source.length() ? Character.digit(source.charAt(next), radix) : -1;
      if (digit < 0 || source.charAt(next) > 'f' || point > Character.MAX_CODE_POINT) {
        throw unexpected(start, source.substring(start, Math.min(end, source.length())));
      }
      point = point * radix + digit;
    }
    boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    if (half || !Character.isValidCodePoint(point)) {
      throw unexpected(start, source.substring(start, end));
    }
    return point;
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  private static SyntaxException unexpected(int at, String what) {
    return new SyntaxException(
        Mistake.of(at, RuleBookFinding.EXPRESSION_SYNTAX, Slip.hinted(what)));
  }
}
