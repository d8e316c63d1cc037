package io.dingledger.ledgers.yonyou;

import io.dingledger.model.failure.FailureKind;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the words of a refusal mean. Yonyou publishes no list of codes for vouchers: most refusals
 * have one code and differ in their Chinese message alone, so these patterns are guesses from
 * messages that were seen. What they do not know is left to the adapter.
 */
public final class RefusalWords {
  private static final Pattern REPEATED = pattern("重复|已经?存在|already exist");
  private static final Pattern CLOSED_PERIOD =
      pattern("已[经]?[结关][账帐]|期间.{0,20}(关闭|[结关][账帐])|period.{0,40}closed");
  private static final Pattern THROTTLED = pattern("限流|频繁|调用频率|次数.{0,6}(超|上限)|too many requests");
  private static final Pattern TROUBLE =
      pattern("超时|死锁|(系统|服务|网络|数据库).{0,6}(异常|繁忙|错误|失败|不可用)|time-?out|timed out|deadlock");
  private static final Pattern LOCKED = pattern("锁定|加锁|正在被|被.{0,20}占用");
  private static final Pattern PERMISSION =
      pattern("(没有|无|未).{0,8}(权限|授权)|not authori[sz]ed|permission");

  private RefusalWords() {}

  /** What a refused sending request means by its words; empty when they are none of the known. */
  public static Optional<FailureKind> ofSend(String words) {
    if (words.isBlank() || REPEATED.matcher(words).find()) {
      return Optional.of(FailureKind.AMBIGUOUS);
    }
    if (CLOSED_PERIOD.matcher(words).find()) {
      return Optional.of(FailureKind.PERIOD_CLOSED);
    }
    if (THROTTLED.matcher(words).find()) {
      return Optional.of(FailureKind.THROTTLE);
    }
    if (TROUBLE.matcher(words).find()) {
      return Optional.of(FailureKind.AMBIGUOUS);
    }
    if (LOCKED.matcher(words).find()) {
      return Optional.of(FailureKind.LOCKED);
    }
    return PERMISSION.matcher(words).find() ? Optional.of(FailureKind.CONFIG) : Optional.empty();
  }

  /** What a refused question means by its words; nothing but a known cause lasts. */
  public static FailureKind ofAsk(String words) {
    if (THROTTLED.matcher(words).find()) {
      return FailureKind.THROTTLE;
    }
    return PERMISSION.matcher(words).find() ? FailureKind.CONFIG : FailureKind.TRANSIENT;
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }
}
