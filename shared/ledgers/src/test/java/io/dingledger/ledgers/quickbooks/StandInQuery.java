package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of QuickBooks' query language that the stand-in understands; anything else is refused.
 *
 * @param entity what is asked for
 * @param columns empty for all
 * @param equal the conditions {@code Field = 'text'}
 * @param inactiveToo whether {@code Active in (true, false)} is among the conditions
 * @param start 1 for the first
 * @param most how many at most
 */
record StandInQuery(
    String entity,
    List<String> columns,
    List<String[]> equal,
    boolean inactiveToo,
    int start,
    int most) {
  private static final Pattern WHOLE =
      Pattern.compile(
          "select (\\*|\\w+(?:, \\w+)*) from (\\w+)(?: where (.*?))?"
              + "(?: startposition ([0-9]+))?(?: maxresults ([0-9]+))?");
  private static final Pattern CONDITION =
      Pattern.compile("(\\w+) = '((?:[^'\\\\]|\\\\.)*)'|(Active in \\(true, false\\))");

  static Optional<StandInQuery> parse(String text) {
    Matcher whole = WHOLE.matcher(text);
    if (!whole.matches()) {
      return Optional.empty();
    }
    List<String[]> equal = new ArrayList<>();
    boolean inactiveToo = false;
    String conditions = whole.group(3) == null ? "" : whole.group(3);
    Matcher condition = CONDITION.matcher(conditions);
    int at = 0;
    while (at < conditions.length()) {
      if (at > 0 && conditions.startsWith(" and ", at)) {
        at += 5;
      }
      if (!condition.region(at, conditions.length()).lookingAt()) {
        return Optional.empty();
      }
      if (condition.group(3) != null) {
        inactiveToo = true;
      } else {
        String value = condition.group(2).replaceAll("\\\\(.)", "$1");
        equal.add(new String[] {condition.group(1), value});
      }
      at = condition.end();
    }
    int most = whole.group(5) == null ? 100 : Integer.parseInt(whole.group(5));
    return Optional.of(
        new StandInQuery(
            whole.group(2),
            whole.group(1).equals("*") ? List.of() : List.of(whole.group(1).split(", ")),
            equal,
            inactiveToo,
            whole.group(4) == null ? 1 : Integer.parseInt(whole.group(4)),
            Math.min(most, 1000)));
  }

  /** The page of these that is asked for. */
  List<ObjectNode> of(List<ObjectNode> all) {
    return all.stream()
        .filter(each -> inactiveToo || each.path("Active").asBoolean(true))
        .filter(
            each ->
                equal.stream()
                    .allMatch(pair -> each.path(pair[0]).asText().equalsIgnoreCase(pair[1])))
        .skip(start - 1L)
        .limit(most)
        .map(this::projected)
        .toList();
  }

  private ObjectNode projected(ObjectNode whole) {
    return columns.isEmpty() ? whole : whole.deepCopy().retain(columns);
  }
}
