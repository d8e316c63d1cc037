package io.dingledger.local.tenants;

import io.dingledger.local.command.Refusal;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks a person for secrets, without echo; or has them all at once from standard input, a line
 * {@code name=value} for each, where the name is the place in the tenant's file. A value is never
 * printed, and is kept only until it is sent.
 */
final class SecretPrompt {
  private final Map<String, String> given;
  private final Function<String, Optional<String>> asking;

  /**
   * A prompt.
   *
   * @param given what is known already, by place
   * @param asking asks a person; empty when there is nobody
   */
  SecretPrompt(Map<String, String> given, Function<String, Optional<String>> asking) {
    this.given = new HashMap<>(given);
    this.asking = asking;
  }

  /** At this process's terminal, if it has one. */
  static SecretPrompt atTerminal() {
    return new SecretPrompt(Map.of(), SecretPrompt::typed);
  }

  /**
   * From lines; nobody is asked.
   *
   * @throws Refusal when a line is not {@code name=value}
   */
  static SecretPrompt from(InputStream lines) {
    Map<String, String> given = new HashMap<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        int equals = line.indexOf('=');
        if (line.isBlank()) {
          continue;
        }
        if (equals < 1) {
          throw new Refusal(DeskFault.SECRET_LINE_WRONG, number);
        }
        given.put(line.substring(0, equals).strip(), line.substring(equals + 1).stripTrailing());
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new SecretPrompt(given, place -> Optional.empty());
  }

  /** The secret of that place if it was given, without asking anybody. */
  Optional<String> given(String place) {
    return Optional.ofNullable(given.get(place));
  }

  /** The secret of that place, once asked for; empty when nobody gives it. */
  Optional<String> secret(String place) {
    Optional<String> known = given(place);
    if (known.isPresent()) {
      return known;
    }
    Optional<String> typed = asking.apply(place).filter(text -> !text.isBlank());
    typed.ifPresent(text -> given.put(place, text));
    return typed;
  }

  private static Optional<String> typed(String place) {
    Console console = System.console();
    if (console == null) {
      return Optional.empty();
    }
    char[] typed = console.readPassword("%s: ", place);
    return typed == null ? Optional.empty() : Optional.of(new String(typed));
  }
}
