package io.dingledger.local.rulebook;

import io.dingledger.local.command.Refusal;
import io.dingledger.local.rules.RulesFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the file of a rule book. */
final class RuleBookText {
  private RuleBookText() {}

  /**
   * Its text.
   *
   * @throws Refusal when it can't be read
   */
  static String of(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new Refusal(RulesFault.FILE_UNREADABLE, file);
    }
  }
}
