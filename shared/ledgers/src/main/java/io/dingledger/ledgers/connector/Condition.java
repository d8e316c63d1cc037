package io.dingledger.ledgers.connector;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.model.failure.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One test of an answer: a place, a comparison, a text. There are no regular expressions, since a
 * tenant's could take for ever.
 *
 * @param place {@code status}, {@code body} or a pointer like {@code /result/code}
 * @param comparison how the text there is compared
 * @param text with what
 */
record Condition(String place, Comparison comparison, String text) {
  /** The comparisons by their words. */
  enum Comparison {
    EQUALS("equals"),
    NOT_EQUALS("not-equals"),
    CONTAINS("contains"),
    STARTS_WITH("starts-with"),
    EXISTS("exists");

    private final String word;

    Comparison(String word) {
      this.word = word;
    }

    private static Optional<Comparison> of(String word) {
      for (Comparison comparison : values()) {
        if (comparison.word.equals(word)) {
          return Optional.of(comparison);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * An answer to test.
   *
   * @param status the HTTP status
   * @param body the whole text
   * @param tree what it says; missing when it could not be read
   */
  record Heard(int status, String body, JsonNode tree) {}

  /** One test for each line; blank lines are nothing. What cannot be read goes to the faults. */
  static List<Condition> read(String setting, String lines, List<Reason> faults) {
    List<Condition> tests = new ArrayList<>();
    int number = 0;
    for (String line : lines.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        Optional<Condition> test = read(line.strip());
        test.ifPresent(tests::add);
        if (test.isEmpty()) {
          faults.add(Reason.of(ConnectorReason.TEST_UNREADABLE, setting, number));
        }
      }
    }
    return List.copyOf(tests);
  }

  private static Optional<Condition> read(String line) {
    String[] words = line.split("[ \t]+", 3);
    Optional<Comparison> comparison = words.length < 2 ? Optional.empty() : Comparison.of(words[1]);
    boolean complete =
        comparison.filter(kind -> (kind == Comparison.EXISTS) == (words.length == 2)).isPresent();
    return complete && isPlace(words[0])
        ? Optional.of(new Condition(words[0], comparison.get(), words.length == 3 ? words[2] : ""))
        : Optional.empty();
  }

  /** Whether a text names a place in an answer. */
  static boolean isPlace(String text) {
    return text.equals("status") || text.equals("body") || isPointer(text);
  }

  /** Whether a text is a pointer, with at least one step. */
  static boolean isPointer(String text) {
    try {
      return text.length() > 1 && !JsonPointer.compile(text).matches();
    } catch (IllegalArgumentException notAPointer) {
      return false;
    }
  }

  /** Whether the answer meets it. What is not there meets nothing. */
  boolean holds(Heard answer) {
    Optional<String> found = found(answer);
    return switch (comparison) {
      case EXISTS -> exists(answer);
      case EQUALS -> found.filter(text::equals).isPresent();
      case NOT_EQUALS -> found.filter(value -> !value.equals(text)).isPresent();
      case CONTAINS -> found.filter(value -> value.contains(text)).isPresent();
      case STARTS_WITH -> found.filter(value -> value.startsWith(text)).isPresent();
    };
  }

  private boolean exists(Heard answer) {
    return switch (place) {
      case "status" -> true;
      case "body" -> !answer.body().isBlank();
      default -> {
        JsonNode node = answer.tree().at(place);
        yield !node.isMissingNode() && !node.isNull();
      }
    };
  }

  private Optional<String> found(Heard answer) {
    return switch (place) {
      case "status" -> Optional.of(Integer.toString(answer.status()));
      case "body" -> Optional.of(answer.body());
      default ->
          Optional.of(answer.tree().at(place))
              .filter(node -> node.isValueNode() && !node.isNull())
              .map(node -> node.asText().strip());
    };
  }
}
