package io.dingledger.local.rules;

import io.dingledger.local.command.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files that people wrote. */
final class TextFile {
  private static final long LARGEST = 8L * 1024 * 1024;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextFile() {}

  /** The text of a file; empty when it is not readable, too large or not UTF-8. */
  static Optional<String> read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * The text of a file that must be there.
   *
   * @throws Refusal otherwise
   */
  static String needed(Path file) {
    return read(file).orElseThrow(() -> new Refusal(RulesFault.FILE_UNREADABLE, file));
  }
}
