package io.dingledger.ledgers.connector;

import io.dingledger.model.failure.Reason;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A text with places: {@code {{key}}}, {@code {{date:yyyyMMdd}}}, {@code {{line.account}}} within
 * {@code {{#lines:,}}…{{/lines}}}, {@code {{const.name}}}, {@code ${secret.name}}. What follows the
 * colon after {@code #lines} separates the lines. Filling in always succeeds: whatever is wrong is
 * found when the template is read.
 */
final class Template {
  private static final Pattern DATE = Pattern.compile("[yMd\\-/._ 年月日]{1,30}");
  private static final Set<String> DATE_LETTERS = Set.of("yyyy", "yy", "MM", "M", "dd", "d");
  private static final Pattern NOT_A_LETTER =
      Pattern.compile("[^yMd]+|(?<=y)(?=[Md])|(?<=M)(?=[yd])|(?<=d)(?=[yM])");

  /** A part of a template. */
  private sealed interface Part {
    record Literal(String text) implements Part {}

    record Name(String name) implements Part {}

    record Date(DateTimeFormatter pattern) implements Part {}

    record Lines(String separator, List<Part> parts) implements Part {}
  }

  /** What the places are filled with. */
  interface Values {
    /** The value of a name that the template was read with. */
    String value(String name);

    /** The date of {@code date}. */
    LocalDate date();

    /** The values for each line. */
    List<Values> lines();
  }

  private final List<Part> parts;
  private final Set<String> names;

  private Template(List<Part> parts, Set<String> names) {
    this.parts = parts;
    this.names = names;
  }

  /**
   * Reads a template.
   *
   * @param setting where it stands, for the faults
   * @param vocabulary the names that may be used; those that begin with {@code line.} in lines only
   * @param faults gets what is wrong; when it gets nothing the template can be filled
   */
  static Template read(String setting, String text, Set<String> vocabulary, List<Reason> faults) {
    Reader reader = new Reader(setting, text, vocabulary, faults);
    return new Template(reader.all(), Set.copyOf(reader.names));
  }

  /** Whether a name occurs that meets a condition. */
  boolean uses(Predicate<String> name) {
    return names.stream().anyMatch(name);
  }

  /** The text with its places filled. */
  String filled(Values values, Escaping escaping) {
    StringBuilder filled = new StringBuilder();
    fill(parts, values, escaping, filled);
    return filled.toString();
  }

  private static void fill(
      List<Part> parts, Values values, Escaping escaping, StringBuilder filled) {
    for (Part part : parts) {
      switch (part) {
        case Part.Literal(String text) -> filled.append(text);
        case Part.Name(String name) -> filled.append(escaping.escaped(values.value(name)));
        case Part.Date(DateTimeFormatter pattern) ->
            filled.append(escaping.escaped(pattern.format(values.date())));
        case Part.Lines(String separator, List<Part> each) -> {
          String between = "";
          for (Values line : values.lines()) {
            filled.append(between);
            fill(each, line, escaping, filled);
            between = separator;
          }
        }
      }
    }
  }

  private static Optional<DateTimeFormatter> datePattern(String pattern) {
    boolean known =
        DATE.matcher(pattern).matches()
            && NOT_A_LETTER
                .splitAsStream(pattern)
                .filter(run -> !run.isEmpty())
                .allMatch(DATE_LETTERS::contains);
    return known
        ? Optional.of(DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT))
        : Optional.empty();
  }

  /** Goes through the text once. */
  private static final class Reader {
    private final String setting;
    private final String text;
    private final Set<String> vocabulary;
    private final List<Reason> faults;
    private final Set<String> names = new TreeSet<>();
    private final List<Part> outside = new ArrayList<>();
    private List<Part> target = outside;
    private String separator = "";
    private int next;

    Reader(String setting, String text, Set<String> vocabulary, List<Reason> faults) {
      this.setting = setting;
      this.text = text;
      this.vocabulary = vocabulary;
      this.faults = faults;
    }

    List<Part> all() {
      while (next < text.length()) {
        int braces = text.indexOf("{{", next);
        int dollar = text.indexOf("${", next);
        int start = braces < 0 || (dollar >= 0 && dollar < braces) ? dollar : braces;
        literal(start < 0 ? text.length() : start);
        if (start >= 0) {
          place(start, start == dollar ? "}" : "}}");
        }
      }
      if (target != outside) {
        misplaced(text.length(), "#lines");
      }
      return List.copyOf(outside);
    }

    private void literal(int end) {
      if (end > next) {
        target.add(new Part.Literal(text.substring(next, end)));
        next = end;
      }
    }

    private void place(int start, String closing) {
      int end = text.indexOf(closing, start + 2);
      if (end < 0) {
        misplaced(start, text.substring(start, start + 2));
        next = text.length();
        return;
      }
      String inside = text.substring(start + 2, end).strip();
      next = end + closing.length();
      boolean secret = inside.startsWith("secret.");
      if (closing.length() == 1 != secret) {
        misplaced(start, inside);
      } else if (inside.equals("#lines") || inside.startsWith("#lines:")) {
        open(start, inside);
      } else if (inside.equals("/lines")) {
        close(start);
      } else if (inside.startsWith("date:")) {
        date(start, inside);
      } else {
        name(start, inside);
      }
    }

    private void open(int start, String inside) {
      if (target != outside || !vocabulary.contains("line.account")) {
        misplaced(start, inside);
        return;
      }
      separator = inside.substring(Math.min(inside.length(), "#lines:".length()));
      target = new ArrayList<>();
    }

    private void close(int start) {
      if (target == outside) {
        misplaced(start, "/lines");
        return;
      }
      outside.add(new Part.Lines(separator, List.copyOf(target)));
      names.add("#lines");
      target = outside;
    }

    private void date(int start, String inside) {
      Optional<DateTimeFormatter> pattern = datePattern(inside.substring("date:".length()));
      if (pattern.isEmpty() || !vocabulary.contains("date")) {
        misplaced(start, inside);
      } else {
        target.add(new Part.Date(pattern.get()));
      }
    }

    private void name(int start, String name) {
      if (!vocabulary.contains(name)) {
        String known = String.join(", ", new TreeSet<>(vocabulary));
        fault(ConnectorReason.NAME_UNKNOWN, start, shortened(name), known);
      } else if (name.startsWith("line.") && target == outside) {
        misplaced(start, name);
      } else {
        names.add(name);
        target.add(new Part.Name(name));
      }
    }

    private void misplaced(int at, String what) {
      fault(ConnectorReason.TEMPLATE_SHAPE, at, shortened(what), "");
    }

    private void fault(ConnectorReason code, int at, String what, String known) {
      String before = text.substring(0, at);
      int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
      int column = at - before.lastIndexOf('\n');
      faults.add(Reason.of(code, setting, line, column, what, known));
    }

    private static String shortened(String text) {
      return text.length() > 40 ? text.substring(0, 40) : text;
    }
  }
}
