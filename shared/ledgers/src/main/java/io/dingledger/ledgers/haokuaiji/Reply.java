package io.dingledger.ledgers.haokuaiji;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.chanjet.Refusals;
import io.dingledger.ledgers.chanjet.Words;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An answer of the product. Some services wrap it ({@code code 000000, data, successful}), others
 * give the bare content, whose {@code code} may be a voucher's number; refusals have a code such as
 * {@code gl.e0001}, {@code errorInfo} or a flag that says no.
 */
record Reply(JsonNode tree) {
  private static final Set<String> GOOD = Set.of("", "000000", "0", "200");
  private static final Pattern REFUSED = Pattern.compile("[A-Za-z]+\\.[A-Za-z]?[0-9]+");

  /** Whether it says of itself that it is a refusal. */
  boolean isRefusal() {
    boolean flagged =
        Stream.of("successful", "success", "isSuccess")
            .map(tree::path)
            .anyMatch(flag -> flag.isBoolean() && !flag.booleanValue());
    boolean wrapped = tree.has("data") || tree.has("successful");
    String code = code();
    return flagged
        || REFUSED.matcher(code).matches()
        || !Json.scalar(tree.path("errorInfo")).isEmpty()
        || !Json.scalar(tree.path("errorCode")).isEmpty()
        || (wrapped && !GOOD.contains(code))
        || isMerelyCodeAndWords();
  }

  /** What it is about: what is wrapped, or all of it. */
  JsonNode content() {
    return tree.isObject() && tree.has("data") && tree.path("data").isContainerNode()
        ? tree.path("data")
        : tree;
  }

  /** Its code; empty when it has none. */
  String code() {
    String code = Json.scalar(tree.path("code"));
    return code.isEmpty() ? Json.scalar(tree.path("errorCode")) : code;
  }

  /** What a refused voucher means. */
  Failure refusedVoucher() {
    return HaokuaijiForm.FAILURES.said(Refusals.ofSend(code(), words()), named(), words());
  }

  /** The content of an answer to a question, or why there is none. */
  Answer<JsonNode> asked() {
    return isRefusal()
        ? new Answer.Failed<>(
            HaokuaijiForm.FAILURES.said(Refusals.ofAsk(code(), words()), named(), words()))
        : new Answer.Got<>(content());
  }

  /** That a question was answered by something that can't be read. */
  static Failure unreadable(String what) {
    return HaokuaijiForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, what);
  }

  private String words() {
    return Words.of(tree);
  }

  private String named() {
    return Optional.of(code()).filter(code -> !GOOD.contains(code)).orElse("REFUSED");
  }

  /** A code that is not that of success, a message, and nothing else to be read. */
  private boolean isMerelyCodeAndWords() {
    return !GOOD.contains(code())
        && (tree.has("message") || tree.has("msg"))
        && !tree.has("id")
        && !tree.has("result");
  }
}
