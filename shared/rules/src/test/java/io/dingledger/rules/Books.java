package io.dingledger.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rule books for tests. */
final class Books {
  static final String PACK = "packs/expense-general-taxpayer.yaml";

  /** The files in {@code worked}. */
  static final List<String> WORKED =
      List.of("payment", "purchase", "sale", "advance-and-clearing", "attendance");

  private Books() {}

  static String resource(String name) {
    try (InputStream stream = RuleBooks.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static RuleBook pack() {
    return valid(resource(PACK));
  }

  /** The book of a file in {@code worked}. */
  static RuleBook worked(String name) {
    return valid(workedText(name));
  }

  static String workedText(String name) {
    return resource("/worked/" + name + ".yaml");
  }

  static RuleBook valid(String yaml) {
    return switch (RuleBooks.check(yaml)) {
      case Checked.Valid(RuleBook book, var warnings) -> book;
      case Checked.Invalid(List<Finding> findings) -> throw new AssertionError(shown(findings));
    };
  }

  /** All findings; warnings are findings, too. */
  static List<Finding> findings(String yaml) {
    return switch (RuleBooks.check(yaml)) {
      case Checked.Valid(RuleBook book, List<Finding> warnings) -> warnings;
      case Checked.Invalid(List<Finding> findings) -> findings;
    };
  }

  static String shown(List<Finding> findings) {
    return String.join("\n", findings.stream().map(Finding::toString).toList());
  }

  /** A small complete book; {@code replace} turns it into the variant that a test wants. */
  static String small() {
    return resource("/small.yaml");
  }
}
