package io.dingledger.rules.expression;

import io.dingledger.rules.RuleBookFinding;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text with expressions in braces, for example <code>报销 {claim.businessId}</code>; <code>{{
 * </code> and <code>}}</code> stand for one brace. Immutable.
 */
public final class Template {
  private static final char LAST_PLAIN = '~';

  private final List<Part> parts;

  private Template(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Reading a template gave a template, or all of its mistakes. */
  public sealed interface Read {
    /** It can be filled. */
    record Good(Template template) implements Read {}

    /** It can't. */
    record Bad(List<Mistake> mistakes) implements Read {
      public Bad {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  private sealed interface Part {
    record Fixed(String text) implements Part {}

    record Filled(Formula formula) implements Part {}
  }

  /** Reads a template. */
  public static Read read(String source, Vocabulary vocabulary) {
    List<Part> parts = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    StringBuilder fixed = new StringBuilder();
    for (int next = 0; next < source.length(); next++) {
      char sign = source.charAt(next);
      boolean brace = sign == '{' || sign == '}';
      if (brace && source.startsWith(String.valueOf(sign).repeat(2), next)) {
        fixed.append(sign);
        next++;
      } else if (brace) {
        int end = sign == '{' ? source.indexOf('}', next) : -1;
        if (end < 0) {
          mistakes.add(Mistake.of(next, RuleBookFinding.EXPRESSION_SYNTAX, source.substring(next)));
          break;
        }
        parts.add(new Part.Fixed(fixed.toString()));
        fixed.setLength(0);
        expression(source.substring(next + 1, end), next + 1, vocabulary, parts, mistakes);
        next = end;
      } else {
        fixed.append(sign);
      }
    }
    parts.add(new Part.Fixed(fixed.toString()));
    return mistakes.isEmpty() ? new Read.Good(new Template(parts)) : new Read.Bad(mistakes);
  }

  private static void expression(
      String source, int at, Vocabulary vocabulary, List<Part> parts, List<Mistake> mistakes) {
    switch (Formula.read(source, vocabulary)) {
      case Formula.Read.Good(Formula formula) -> parts.add(new Part.Filled(formula));
      case Formula.Read.Bad(List<Mistake> inner) ->
          inner.forEach(
              mistake ->
                  mistakes.add(
                      new Mistake(at + mistake.at(), mistake.reason(), mistake.isNearMiss())));
    }
  }

  /** The fields that it may read. */
  public Set<String> fields() {
    Set<String> names = new TreeSet<>();
    for (Part part : parts) {
      if (part instanceof Part.Filled(Formula formula)) {
        names.addAll(formula.fields());
      }
    }
    return names;
  }

  /**
   * Fills it; runs of white space become one blank, for a summary is one line of text.
   *
   * @throws CannotEvaluate as {@link Formula#evaluate}
   */
  public String fill(Facts facts, RoundingMode rounding) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(
          switch (part) {
            case Part.Fixed(String fixed) -> fixed;
            case Part.Filled(Formula formula) -> formula.value(facts, rounding).plain();
          });
    }
    return oneLine(text);
  }

  /** White space and control signs; plain letters, of which there are most, are told at once. */
  private static boolean isBlank(int point) {
    if (point <= LAST_PLAIN) {
      return point <= ' ';
    }
    return Character.isWhitespace(point) || Character.isISOControl(point);
  }

  private static String oneLine(CharSequence text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean afterBlank = true;
    int point;
    for (int next = 0; next < text.length(); next += Character.charCount(point)) {
      point = Character.codePointAt(text, next);
      boolean blank = isBlank(point);
      if (!blank) {
        line.appendCodePoint(point);
      } else if (!afterBlank) {
        line.append(' ');
      }
      afterBlank = blank;
    }
    return line.toString().stripTrailing();
  }
}
