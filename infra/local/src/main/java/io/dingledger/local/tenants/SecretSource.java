package io.dingledger.local.tenants;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Fetches secrets from where a tenant's file points: {@code env:NAME}, {@code file:path}, {@code
 * plain:text} or the text itself; and those that the file leaves out from elsewhere.
 *
 * @param folder where relative paths start
 * @param environment gives a variable's value, or null
 * @param elsewhere has those that the file leaves out
 */
record SecretSource(Path folder, UnaryOperator<String> environment, Elsewhere elsewhere) {
  private static final String FROM_ENVIRONMENT = "env:";
  private static final String FROM_FILE = "file:";
  private static final String PLAIN = "plain:";

  /** Has secrets that a file leaves out. */
  interface Elsewhere {
    /** Nothing is had elsewhere: a file must be complete. */
    Elsewhere NOWHERE = (path, isNeeded) -> Optional.empty();

    /**
     * The secret of a field; empty when there is none.
     *
     * @param path the field's place in the file, for example {@code dingtalk.token}
     * @param isNeeded whether the file is incomplete without it
     */
    Optional<String> secret(String path, boolean isNeeded);
  }

  /** Secrets of a file that must be complete. */
  SecretSource(Path folder, UnaryOperator<String> environment) {
    this(folder, environment, Elsewhere.NOWHERE);
  }

  /** The secret; empty when there is none at that place. */
  Optional<String> resolve(String text) {
    if (text.startsWith(FROM_ENVIRONMENT)) {
      return Optional.ofNullable(environment.apply(text.substring(FROM_ENVIRONMENT.length())))
          .filter(value -> !value.isBlank());
    }
    if (text.startsWith(FROM_FILE)) {
      return content(text.substring(FROM_FILE.length()));
    }
    return Optional.of(text.startsWith(PLAIN) ? text.substring(PLAIN.length()) : text);
  }

  private Optional<String> content(String path) {
    try {
      return Optional.of(
              Files.readString(folder.resolve(path), StandardCharsets.UTF_8).stripTrailing())
          .filter(value -> !value.isBlank());
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }
}
