package io.dingledger.ledgers.yonbip;

import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.yonyou.RefusalWords;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a refusal means. Codes are coarse ({@code 404} for most refusals, {@code 999} for most
 * exceptions), so messages are looked at where the code leaves a choice that matters.
 */
final class YonbipVerdict {
  private static final String NOT_AUTHORISED = "310037";
  private static final String EXCEPTION = "999";
  private static final String TOO_MANY = "429";
  private static final Pattern SERVER_CODE = Pattern.compile("5[0-9]{2}");
  private static final Pattern SETTINGS_TEXT =
      Pattern.compile("(账簿|制单人|凭证类型).{0,30}(不存在|不能为空|停用|找不到|未找到|无效)");

  private static final String FOREIGN_TOKEN_CURE = "；请核对网关与令牌地址属于同一数据中心，并核对 AppKey";
  private static final String NOT_AUTHORISED_CURE = "；请在开放平台为该应用授权此接口";

  private YonbipVerdict() {}

  /** What a refused addVoucher means. */
  static Failure ofSend(YonbipReply reply, Set<String> duplicateCodes) {
    if (reply.refusesToken()) {
      return said(FailureKind.TOKEN, reply, "");
    }
    if (duplicateCodes.contains(reply.code())) {
      return said(FailureKind.AMBIGUOUS, reply, "");
    }
    if (reply.code().equals(NOT_AUTHORISED)) {
      return said(FailureKind.CONFIG, reply, NOT_AUTHORISED_CURE);
    }
    if (reply.code().equals(TOO_MANY)) {
      return said(FailureKind.THROTTLE, reply, "");
    }
    boolean unclear = reply.code().equals(EXCEPTION) || isOfTheServer(reply);
    FailureKind otherwise =
        SETTINGS_TEXT.matcher(reply.message()).find() ? FailureKind.CONFIG : FailureKind.DATA;
    return said(
        RefusalWords.ofSend(reply.message()).orElse(unclear ? FailureKind.AMBIGUOUS : otherwise),
        reply,
        "");
  }

  /** What a refused question means. Its words come from the settings alone. */
  static Failure ofAsk(YonbipReply reply) {
    if (reply.refusesToken()) {
      return said(FailureKind.CONFIG, reply, FOREIGN_TOKEN_CURE);
    }
    if (reply.code().equals(NOT_AUTHORISED)) {
      return said(FailureKind.CONFIG, reply, NOT_AUTHORISED_CURE);
    }
    if (reply.code().equals(TOO_MANY)) {
      return said(FailureKind.THROTTLE, reply, "");
    }
    return said(
        SETTINGS_TEXT.matcher(reply.message()).find()
            ? FailureKind.CONFIG
            : RefusalWords.ofAsk(reply.message()),
        reply,
        "");
  }

  /** What a refused look-up of the data centre, or a refused token, means. */
  static Failure ofLogin(YonbipReply reply) {
    boolean passing = isOfTheServer(reply);
    FailureKind kind = RefusalWords.ofAsk(reply.message());
    return said(
        kind == FailureKind.TRANSIENT && !passing ? FailureKind.CONFIG : kind,
        reply,
        "；请核对租户 ID、AppKey 与 AppSecret");
  }

  /** What an answer means that can't be read. */
  static Failure unreadable(Exchange.Answered answered, Errand errand, String what) {
    return answered.isPage()
        ? YonbipForm.FAILURES.of(errand.unclear(), LedgerReason.PAGE)
        : YonbipForm.FAILURES.of(errand.unclear(), LedgerReason.UNREADABLE, what);
  }

  private static boolean isOfTheServer(YonbipReply reply) {
    return SERVER_CODE.matcher(reply.code()).matches();
  }

  private static Failure said(FailureKind kind, YonbipReply reply, String cure) {
    return YonbipForm.FAILURES.said(kind, reply.code(), reply.message() + cure);
  }
}
