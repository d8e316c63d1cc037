package io.dingledger.ledgers.chanjet;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.http.Json;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of an answer, without amounts and without what may be a credential. */
public final class Words {
  private static final List<String> FIELDS =
      List.of("message", "msg", "errorInfo", "errorMessage", "error", "exception", "hint");
  private static final Pattern AMOUNT = Pattern.compile("-?[0-9][0-9,]*\\.[0-9]+");
  private static final Pattern CREDENTIAL = Pattern.compile("[A-Za-z0-9_.=/+-]{32,}");

  private Words() {}

  /** The texts of all fields that carry words, cleaned. */
  public static String of(JsonNode answer) {
    String said =
        FIELDS.stream()
            .map(field -> text(answer.path(field)))
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    return CREDENTIAL.matcher(AMOUNT.matcher(said).replaceAll("*")).replaceAll("*");
  }

  private static String text(JsonNode node) {
    return node.isObject() ? of(node) : Json.scalar(node);
  }
}
