package io.dingledger.ledgers.chanjet;

import static io.dingledger.ledgers.Patterns.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Places in an answer whose shape is not published, from the likeliest on: names joined by dots, a
 * single dot for the answer itself.
 */
public record Paths(List<String> paths) {
  /** Lists of places, separated by commas. */
  public static final Predicate<String> ACCEPTED =
      matching("(\\.|\\w{1,40}(\\.\\w{1,40}){0,4})(,(\\.|\\w{1,40}(\\.\\w{1,40}){0,4})){0,19}");

  private static final String ROOT = ".";

  public Paths {
    paths = List.copyOf(paths);
  }

  /** The places of a setting that {@link #ACCEPTED} accepts. */
  public static Paths of(String setting) {
    return new Paths(Arrays.asList(setting.split(",")));
  }

  /** What stands at each of the places that there are, in order. */
  public Stream<JsonNode> in(JsonNode answer) {
    return paths.stream().map(path -> at(answer, path)).filter(node -> !node.isMissingNode());
  }

  private static JsonNode at(JsonNode answer, String path) {
    JsonNode node = answer;
    if (!path.equals(ROOT)) {
      for (String name : path.split("\\.")) {
        node = node.isObject() ? node.path(name) : MissingNode.getInstance();
      }
    }
    return node;
  }
}
