package io.dingledger.ledgers.chanjet;

import io.dingledger.model.failure.FailureKind;
import java.util.regex.Pattern;

/**
 * What the products' own refusals mean. Their codes are hardly published, so the words decide; what
 * may mean that the voucher is there, or that the server failed half-way, comes first.
 */
public final class Refusals {
  private static final Pattern REPEATED = pattern("重复|已存在|已经存在|已被(使用|占用)|duplicate|already exist");
  private static final Pattern CLOSED =
      pattern("已[经]?结[账帐]|(期间|月份).{0,20}(关闭|结[账帐])|period.{0,40}closed");
  private static final Pattern TROUBLE =
      pattern(
          "超时|死锁|系统(异常|错误|繁忙)|内部(错误|异常)|数据库|对象引用|time-?out|timed out|deadlock"
              + "|exception|internal|object reference");
  private static final Pattern FORBIDDEN =
      pattern("无权|没有.{0,12}权限|未授权|未开通|未订购|服务名|EXSV0011|permission|not authori[sz]ed");
  private static final Pattern UNKNOWN_NAME = pattern("不存在|未找到|没有找到|未查找到");
  private static final Pattern SERVER_CODE = Pattern.compile("5[0-9]{2}|5[0-9]{4}|-1");

  private Refusals() {}

  /** What a refused voucher means. */
  public static FailureKind ofSend(String code, String words) {
    if (REPEATED.matcher(words).find()) {
      return FailureKind.AMBIGUOUS;
    }
    if (CLOSED.matcher(words).find()) {
      return FailureKind.PERIOD_CLOSED;
    }
    if (TROUBLE.matcher(words).find() || words.isBlank() || SERVER_CODE.matcher(code).matches()) {
      return FailureKind.AMBIGUOUS;
    }
    return isForbidden(code, words) ? FailureKind.CONFIG : FailureKind.DATA;
  }

  /** What a refused question means. Its names come from the settings, never from a voucher. */
  public static FailureKind ofAsk(String code, String words) {
    if (TROUBLE.matcher(words).find()) {
      return FailureKind.TRANSIENT;
    }
    return isForbidden(code, words) || UNKNOWN_NAME.matcher(words).find()
        ? FailureKind.CONFIG
        : FailureKind.TRANSIENT;
  }

  private static boolean isForbidden(String code, String words) {
    return FORBIDDEN.matcher(words).find() || FORBIDDEN.matcher(code).find();
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }
}
