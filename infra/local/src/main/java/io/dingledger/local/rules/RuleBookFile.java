package io.dingledger.local.rules;

import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Refusal;
import io.dingledger.rules.Checked;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBooks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A rule book's file that can be used.
 *
 * @param book the book
 * @param version a name for just this text: the file's name and eight digits of its SHA-256
 */
record RuleBookFile(RuleBook book, String version) {
  private static final int DIGITS = 8;

  /**
   * Opens a file.
   *
   * @throws Refusal when it cannot be read, or has mistakes
   */
  static RuleBookFile open(String name) {
    Path file = Arguments.path(name);
    String text = TextFile.needed(file);
    return switch (RuleBooks.check(text)) {
      case Checked.Valid(RuleBook book, var warnings) ->
          new RuleBookFile(book, file.getFileName() + "@" + digits(text));
      case Checked.Invalid(var findings) ->
          throw new Refusal(RulesFault.BOOK_BROKEN, file, findings.size());
    };
  }

  private static String digits(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
