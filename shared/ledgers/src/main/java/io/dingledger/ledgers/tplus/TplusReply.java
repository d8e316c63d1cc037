package io.dingledger.ledgers.tplus;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.chanjet.Refusals;
import io.dingledger.ledgers.chanjet.Words;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.VoucherKey;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what T+ answers to a new voucher. The shape is not published: a voucher is posted only when
 * the code is that of success and an id stands where the settings look for it.
 */
record TplusReply(TplusSettings settings) {
  private static final Set<String> SUCCESS = Set.of("0", "200");
  private static final Pattern ID =
      Pattern.compile("[1-9][0-9]{0,19}|[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}");

  /** The code of an answer; empty when it has none. */
  static String code(JsonNode reply) {
    return Json.scalar(reply.path("code"));
  }

  /** Whether an answer says that all went well. */
  static boolean isGood(JsonNode reply) {
    JsonNode success = reply.path("success");
    return SUCCESS.contains(code(reply)) && !(success.isBoolean() && !success.booleanValue());
  }

  /** What became of the voucher with this key. */
  Sent sent(JsonNode reply, VoucherKey key) {
    if (!reply.isObject()) {
      return unclear("not an object");
    }
    Optional<String> id =
        settings.replyId().in(reply).map(Json::scalar).filter(ID.asMatchPredicate()).findFirst();
    if (!isGood(reply)) {
      return id.isPresent() ? unclear("failure with an id") : new Sent.Failed(refused(reply));
    }
    if (id.isEmpty()) {
      return unclear("success without an id");
    }
    return isAnothers(reply, key)
        ? unclear("another external code")
        : new Sent.Posted(new LedgerReference(id.get(), number(reply)));
  }

  private String number(JsonNode reply) {
    return settings
        .replyNumber()
        .in(reply)
        .map(Json::scalar)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static boolean isAnothers(JsonNode reply, VoucherKey key) {
    return Stream.of(reply, reply.path("data"), reply.path("result"))
        .map(place -> Json.scalar(place.path("ExternalCode")))
        .anyMatch(code -> !code.isEmpty() && !code.equals(key.value()));
  }

  private static Failure refused(JsonNode reply) {
    String code = code(reply);
    String words = Words.of(reply);
    return code.isEmpty()
        ? TplusForm.FAILURES.of(FailureKind.AMBIGUOUS, LedgerReason.UNREADABLE, "no code")
        : TplusForm.FAILURES.said(Refusals.ofSend(code, words), code, words);
  }

  private static Sent unclear(String how) {
    return new Sent.Failed(TplusForm.FAILURES.of(FailureKind.AMBIGUOUS, LedgerReason.UNCLEAR, how));
  }
}
