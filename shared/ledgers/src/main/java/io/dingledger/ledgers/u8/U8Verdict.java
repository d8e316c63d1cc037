package io.dingledger.ledgers.u8;

import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.yonyou.RefusalWords;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.util.regex.Pattern;

/**
 * What a refusal means. No list of codes is published, so messages are looked at. The platform
 * passes requests on to the company's own server; when that one is silent nobody knows the outcome.
 */
final class U8Verdict {
  private static final Pattern SERVER_CODE = Pattern.compile("-1|5[0-9]{2}");
  private static final Pattern AWAY_TEXT =
      Pattern.compile("不在线|离线|未启动|未运行|(无法|不能)连接|连接(失败|断开)|无响应|没有响应");
  private static final Pattern SETTINGS_TEXT =
      Pattern.compile(
          "(app_?key|app_?secret|from_account|to_account|ds_sequence|调用方|提供方|应用|数据源|账套|制单人|凭证类别)"
              + ".{0,30}(错误|无效|不存在|不正确|不匹配|未授权|不能为空|停用|找不到)",
          Pattern.CASE_INSENSITIVE);

  private U8Verdict() {}

  /** What a refused voucher/add means. */
  static Failure ofSend(U8Reply reply) {
    if (reply.refusesToken()) {
      return said(FailureKind.TOKEN, reply);
    }
    if (SERVER_CODE.matcher(reply.code()).matches() || AWAY_TEXT.matcher(reply.message()).find()) {
      return said(FailureKind.AMBIGUOUS, reply);
    }
    FailureKind otherwise =
        SETTINGS_TEXT.matcher(reply.message()).find() ? FailureKind.CONFIG : FailureKind.DATA;
    return said(RefusalWords.ofSend(reply.message()).orElse(otherwise), reply);
  }

  /** What a refused question means. */
  static Failure ofAsk(U8Reply reply) {
    boolean config = reply.refusesToken() || SETTINGS_TEXT.matcher(reply.message()).find();
    return said(config ? FailureKind.CONFIG : RefusalWords.ofAsk(reply.message()), reply);
  }

  /** What it means that there is no token. */
  static FailureKind kindOfLogin(U8Reply reply) {
    FailureKind kind = RefusalWords.ofAsk(reply.message());
    boolean passing = kind == FailureKind.THROTTLE || SERVER_CODE.matcher(reply.code()).matches();
    return passing ? kind : FailureKind.CONFIG;
  }

  /** What an answer means that can't be read. */
  static Failure unreadable(Exchange.Answered answered, Errand errand) {
    return answered.isPage()
        ? U8Form.FAILURES.of(errand.unclear(), LedgerReason.PAGE)
        : U8Form.FAILURES.of(errand.unclear(), LedgerReason.UNREADABLE, "no errcode");
  }

  private static Failure said(FailureKind kind, U8Reply reply) {
    return U8Form.FAILURES.said(kind, reply.code(), reply.message());
  }
}
