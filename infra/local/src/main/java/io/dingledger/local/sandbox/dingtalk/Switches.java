package io.dingledger.local.sandbox.dingtalk;

import io.dingledger.local.http.Reply;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the real DingTalk does now and then, to be switched on. */
public final class Switches {
  private final Map<String, AtomicInteger> throttled = new ConcurrentHashMap<>();
  private final Set<Api> withdrawn = ConcurrentHashMap.newKeySet();
  private volatile boolean quotaExhausted;

  Switches() {}

  /**
   * Refuses so many of the next calls as too many per second.
   *
   * @param what a path, for example that of {@link Api#INSTANCE}, or an instance's id for the reads
   *     of that instance
   */
  public void throttle(String what, int calls) {
    throttled.put(what, new AtomicInteger(calls));
  }

  /** Has the company's monthly calls used up, or not any more. */
  public void exhaustQuota(boolean exhausted) {
    quotaExhausted = exhausted;
  }

  /** Takes the permission for these calls from the app. */
  public void withdraw(Api first, Api... others) {
    withdrawn.addAll(EnumSet.of(first, others));
  }

  /** Gives the permission for these calls back. */
  public void restore(Api first, Api... others) {
    withdrawn.removeAll(EnumSet.of(first, others));
  }

  /** Why a call is refused before anybody looks at it; empty when it is not. */
  Optional<Reply> refusal(Api api) {
    if (takesOne(api.path())) {
      return Optional.of(tooFast(api));
    }
    if (withdrawn.contains(api)) {
      return Optional.of(
          api.isOld()
              ? Answers.gatewayRefused("60011", "没有调用该接口的权限")
              : Answers.denied(api.scope()));
    }
    return quotaExhausted && api.isCounted() ? Optional.of(exhausted(api)) : Optional.empty();
  }

  /** Whether a call about one thing is refused as too many per second; uses one refusal up. */
  boolean takesOne(String what) {
    AtomicInteger left = throttled.get(what);
    return left != null && left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
  }

  static Reply tooFast(Api api) {
    String message = "调用该接口的频率超过限制";
    return api.isOld()
        ? Answers.gatewayRefused("90018", message)
        : Answers.refused(403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", message);
  }

  private static Reply exhausted(Api api) {
    String message = "企业本月的接口调用次数已用完";
    return api.isOld()
        ? Answers.gatewayRefused("90020", message)
        : Answers.refused(403, "Forbidden.AccessDenied.ApiCountLimitForOrg", message);
  }
}
