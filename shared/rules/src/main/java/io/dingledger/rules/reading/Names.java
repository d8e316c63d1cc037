package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that a book gives to what expressions read: of rates, multipliers and tables. */
final class Names {
  private static final Set<String> RESERVED =
      Stream.of(
              Stream.of("in", "true", "false", "has"),
              Stream.of("originator", "department", "person", "month", "year"),
              Stream.of(Kind.values()).map(Kind::prefix),
              Stream.of(Kind.values()).flatMap(kind -> kind.rowWord().stream()))
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

  private final Findings findings;
  private final Map<String, Integer> lines = new HashMap<>();

  Names(Findings findings) {
    this.findings = findings;
  }

  /** Whether expressions can spell a name. */
  static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && (Character.isUnicodeIdentifierStart(name.charAt(0)) || name.charAt(0) == '_')
        && name.chars().allMatch(sign -> Character.isUnicodeIdentifierPart(sign) && sign != 0xFEFF);
  }

  /** Reports a word that expressions cannot spell. */
  static boolean isSpelt(Word word, Findings findings) {
    if (isIdentifier(word.text())) {
      return true;
    }
    findings.add(word.node(), RuleBookFinding.NAME_INVALID, word.text());
    return false;
  }

  /** Takes a name; whether it was still free. One that cannot be spelt is taken all the same. */
  boolean take(Word name) {
    if (!isIdentifier(name.text()) || RESERVED.contains(name.text())) {
      findings.add(name.node(), RuleBookFinding.NAME_INVALID, name.text());
    }
    int line = name.node().getStartMark().getLine() + 1;
    Integer before = lines.putIfAbsent(name.text(), line);
    if (before != null) {
      findings.add(name.node(), DataFinding.NAME_REPEATED, name.text(), before);
    }
    return before == null;
  }
}
