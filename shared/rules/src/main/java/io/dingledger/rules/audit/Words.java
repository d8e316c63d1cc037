package io.dingledger.rules.audit;

import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Explanation.Input;
import java.util.ArrayList;
import java.util.List;

/** Cuts the arithmetic of an explanation into words. */
final class Words {
  private static final String SIGNS = "+-*/%(),";

  private final String text;
  private final List<Input> inputs;
  private final List<Word> words = new ArrayList<>();
  private int next;

  private Words(Explanation explanation) {
    this.text = explanation.arithmetic();
    this.inputs = explanation.inputs();
  }

  /**
   * The words, with an end behind them.
   *
   * @throws CannotFollow at a sign that no arithmetic has
   */
  static List<Word> of(Explanation explanation) {
    Words words = new Words(explanation);
    words.read();
    return words.words;
  }

  private void read() {
    while (next < text.length()) {
      char sign = text.charAt(next);
      if (Character.isWhitespace(sign)) {
        next++;
      } else if (!name()) {
        word(sign);
      }
    }
    words.add(new Word.End());
  }

  private void word(char sign) {
    int start = next;
    if (sign == '"' || sign == '\'') {
      quoted(sign);
    } else if (SIGNS.indexOf(sign) >= 0 || isMember()) {
      words.add(new Word.Sign(String.valueOf(sign)));
      next++;
    } else if (sign >= '0' && sign <= '9') {
      while (next < text.length() && isOfNumber(text.charAt(next))) {
        next++;
      }
      words.add(new Word.Number(text.substring(start, next)));
    } else if (isOfName(sign)) {
      while (next < text.length() && isOfName(text.charAt(next))) {
        next++;
      }
      words.add(new Word.Other(text.substring(start, next)));
    } else {
      throw new CannotFollow(AuditFinding.NOT_UNDERSTOOD, text, String.valueOf(sign));
    }
  }

  /** The longest input that is named here; names may hold signs, so they are looked for first. */
  private boolean name() {
    Input found = null;
    for (Input input : inputs) {
      int end = next + input.name().length();
      boolean fits =
          !input.name().isEmpty()
              && text.startsWith(input.name(), next)
              && (end == text.length() || !isOfName(text.charAt(end)) || isFunctionAt(end));
      if (fits && (found == null || input.name().length() > found.name().length())) {
        found = input;
      }
    }
    if (found == null) {
      return false;
    }
    words.add(new Word.Named(found));
    next += found.name().length();
    return true;
  }

  /** Whether {@code .word(} stands here: a function behind the dot. */
  private boolean isFunctionAt(int at) {
    int end = at + 1;
    while (end < text.length() && Character.isUnicodeIdentifierPart(text.charAt(end))) {
      end++;
    }
    return text.charAt(at) == '.' && end > at + 1 && end < text.length() && text.charAt(end) == '(';
  }

  private boolean isMember() {
    return isFunctionAt(next);
  }

  private void quoted(char quote) {
    int start = next++;
    StringBuilder content = new StringBuilder();
    while (next < text.length() && text.charAt(next) != quote) {
      if (text.charAt(next) == '\\') {
        next++;
      }
      if (next < text.length()) {
        content.append(text.charAt(next++));
      }
    }
    if (next >= text.length()) {
      throw new CannotFollow(AuditFinding.NOT_UNDERSTOOD, text, text.substring(start));
    }
    next++;
    words.add(new Word.Quoted(text.substring(start, next), content.toString()));
  }

  private static boolean isOfNumber(char sign) {
    return sign >= '0' && sign <= '9' || sign == '.';
  }

  private static boolean isOfName(char sign) {
    return Character.isUnicodeIdentifierPart(sign) || sign == '.';
  }
}
