package io.dingledger.dingtalk.client;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells success from failure, and one failure from another. The old API answers 200 always and puts
 * the reason into {@code sub_code} or {@code errcode}; the new one has {@code code} beside a 4xx or
 * 5xx; a ban has neither. For reading calls only: what can't be told is {@link
 * FailureKind#TRANSIENT}, for nothing can have happened.
 */
final class FailureClassifier {
  /** {@link Failure#system} of all failures from here. */
  static final String SYSTEM = "dingtalk";

  private static final Pattern WRAPPED_CODE = Pattern.compile("subcode=(\\d+)");
  private static final int OK = 200;
  private static final int REDIRECT = 300;
  private static final int BAD_REQUEST = 400;
  private static final int SERVER_FAULT = 500;

  private FailureClassifier() {}

  /**
   * The answer's JSON object, or why there is none.
   *
   * @param now for the waits that are stated as a time (UTC)
   * @param secrets what the call carried and no failure may repeat
   */
  static Answer<ObjectNode> judge(HttpReply reply, Instant now, List<Secret> secrets) {
    Optional<ObjectNode> body = JsonTexts.parseObject(reply.body());
    return body.map(object -> judged(reply, object, now, secrets))
        .orElseGet(() -> new Answer.Failed<>(notJson(reply, now)));
  }

  private static Answer<ObjectNode> judged(
      HttpReply reply, ObjectNode body, Instant now, List<Secret> secrets) {
    if (scalar(field(body, "punish")).equalsIgnoreCase("deny")) {
      return new Answer.Failed<>(DingTalkFault.BLOCKED.failure());
    }
    Optional<String> code = code(reply, body);
    if (code.isPresent()) {
      return new Answer.Failed<>(coded(reply, body, code.get(), now, secrets));
    }
    if (reply.status() < OK || reply.status() >= REDIRECT) {
      return new Answer.Failed<>(byStatus(reply, kindOfUncoded(reply.status()), now));
    }
    boolean refused = scalar(field(body, "success")).equalsIgnoreCase("false");
    return refused
        ? new Answer.Failed<>(DingTalkFault.REFUSED_WITHOUT_CODE.failure())
        : new Answer.Got<>(body);
  }

  /** The reason's code; empty when the body states none, as successful ones do. */
  private static Optional<String> code(HttpReply reply, ObjectNode body) {
    String old = scalar(field(body, "errcode")).strip();
    if (!old.isEmpty()) {
      return old.equals("0") ? Optional.empty() : Optional.of(oldCode(body, old));
    }
    boolean succeeded = reply.status() >= OK && reply.status() < REDIRECT;
    boolean refused = scalar(field(body, "success")).equalsIgnoreCase("false");
    if (succeeded && !refused && body.hasNonNull("result")) {
      return Optional.empty();
    }
    String code = scalar(field(body, "code", "errorCode")).strip();
    return code.isEmpty() ? Optional.empty() : Optional.of(code);
  }

  private static String oldCode(ObjectNode body, String errcode) {
    String inner = scalar(field(body, "sub_code")).strip();
    if (!inner.isEmpty()) {
      return inner;
    }
    Matcher wrapped = WRAPPED_CODE.matcher(scalar(field(body, "errmsg")));
    return wrapped.find() ? wrapped.group(1) : errcode;
  }

  private static Failure coded(
      HttpReply reply, ObjectNode body, String code, Instant now, List<Secret> secrets) {
    String words = scalar(field(body, "sub_msg", "errmsg", "message", "errorMsg"));
    FailureKind kind =
        ErrorCodes.kind(code, reply.status(), words).orElseGet(() -> kindOfUnknown(reply.status()));
    return new Failure(
        kind,
        SYSTEM,
        Redaction.cleaned(code, secrets),
        Redaction.cleaned(words + missingScopes(body), secrets),
        RetryWaits.of(reply, code, words, now));
  }

  private static String missingScopes(ObjectNode body) {
    JsonNode scopes = field(field(body, "accessdenieddetail"), "requiredScopes");
    return scopes.isMissingNode() ? "" : " requiredScopes=" + JsonTexts.text(scopes);
  }

  private static Failure notJson(HttpReply reply, Instant now) {
    int status = reply.status();
    if (reply.body().stripLeading().startsWith("<")) {
      return DingTalkFault.BLOCKED.failure();
    }
    if (status >= OK && status < REDIRECT) {
      return DingTalkFault.UNREADABLE.failure();
    }
    if (status >= REDIRECT && status < BAD_REQUEST) {
      return DingTalkFault.REDIRECTED.failure();
    }
    boolean told = status == 404 || status == 408 || status == 429 || status >= SERVER_FAULT;
    return told ? byStatus(reply, kindOfUncoded(status), now) : DingTalkFault.BLOCKED.failure();
  }

  private static Failure byStatus(HttpReply reply, FailureKind kind, Instant now) {
    return new Failure(
        kind,
        SYSTEM,
        "HTTP-" + reply.status(),
        "DingTalk answered with a status and no code.",
        RetryWaits.of(reply, "", "", now));
  }

  private static FailureKind kindOfUncoded(int status) {
    return switch (status) {
      case 401 -> FailureKind.TOKEN;
      case 403, 404 -> FailureKind.CONFIG;
      case 408 -> FailureKind.TRANSIENT;
      case 429 -> FailureKind.THROTTLE;
      default -> {
        if (status >= SERVER_FAULT) {
          yield FailureKind.TRANSIENT;
        }
        yield status >= REDIRECT && status < BAD_REQUEST ? FailureKind.CONFIG : FailureKind.DATA;
      }
    };
  }

  /** A code that nobody has listed: with 200 (the old API) a person must look at it. */
  private static FailureKind kindOfUnknown(int status) {
    return status >= OK && status < REDIRECT ? FailureKind.DATA : kindOfUncoded(status);
  }
}
