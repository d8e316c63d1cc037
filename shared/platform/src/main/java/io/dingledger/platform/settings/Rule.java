package io.dingledger.platform.settings;

import io.dingledger.model.failure.Reason;
import io.dingledger.platform.failure.PlatformReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How spans must fit each other: one is longer than others together.
 *
 * @param longer the one that must be longer
 * @param shorter those that it must outlast, one after another
 * @param chinese what goes wrong otherwise, in Chinese
 * @param english the same in English
 */
public record Rule(Span longer, List<Span> shorter, String chinese, String english) {
  /** All rules. */
  public static final List<Rule> ALL =
      List.of(
          of(
              Span.INTAKE_TIMEOUT,
              "回调还没有答复，函数就会被终止",
              "the function would end before it has answered a callback",
              Span.INTAKE_CALL,
              Span.INTAKE_CALL,
              Span.INTAKE_CALL),
          of(
              Span.TRANSLATE_LEASE,
              "租约到期时，原来的执行者可能还在读取单据",
              "a worker whose lease has run out could still be at the document",
              Span.TRANSLATE_TIMEOUT),
          of(
              Span.EVENTS_VISIBILITY,
              "消息会在租约到期前重新出现，白白消耗接收次数",
              "a message would come back while the lease still holds, and be received for nothing",
              Span.TRANSLATE_LEASE),
          of(
              Span.TRANSLATE_WATCH,
              "重试步骤还没有决定，巡扫就会插手",
              "the sweep would step in before the retry step could decide",
              Span.FAILURES_VISIBILITY),
          of(
              Span.TRANSLATE_RECHECK,
              "仍在审批的单据会被反复读取",
              "an approval that still runs would be fetched again and again",
              Span.RETRY_WATCH),
          of(
              Span.POST_TIMEOUT,
              "发送凭证的请求会被函数超时打断",
              "the function would end while its request to the ledger is under way",
              Span.LEDGER_LONGEST_SEND,
              Span.LEDGER_QUESTION),
          of(
              Span.POST_LEASE,
              "租约到期时，原来的执行者可能还会发送凭证，造成重复",
              "a worker whose lease has run out could still send, and a voucher be doubled",
              Span.POST_TIMEOUT),
          of(
              Span.VOUCHERS_VISIBILITY,
              "消息会在租约到期前重新出现，白白消耗接收次数",
              "a message would come back while the lease still holds, and be received for nothing",
              Span.POST_LEASE),
          of(
              Span.GATE_PLACE,
              "账务系统同时处理的凭证会超过连接的上限",
              "more vouchers than the connection's limit would be at the ledger at once",
              Span.POST_LEASE),
          of(
              Span.POST_WATCH,
              "重试步骤还没有决定，巡扫就会插手",
              "the sweep would step in before the retry step could decide",
              Span.FAILURES_VISIBILITY),
          of(
              Span.FAILURES_VISIBILITY,
              "同一条消息会有两个执行者",
              "one message would have two workers",
              Span.RETRY_TIMEOUT),
          of(
              Span.RETRY_WATCH,
              "巡扫会打扰仍在投递凭证的执行者",
              "the sweep would hand on a voucher that a worker still holds",
              Span.POST_LEASE),
          of(
              Span.RETRY_WATCH,
              "巡扫会打扰仍在读取单据的执行者",
              "the sweep would hand on a document that a worker still holds",
              Span.TRANSLATE_LEASE),
          of(
              Span.RETRY_WATCH,
              "到期的单据要等到监视期之后才会被看到",
              "what is due would be seen later than it is watched",
              Span.SWEEP_EVERY),
          of(
              Span.GATE_LONGEST_PROBE,
              "第一次试探就会超过最长的间隔",
              "the first trial of a broken connection would come later than the longest wait",
              Span.GATE_FIRST_PROBE),
          of(
              Span.DINGTALK_TOKEN_LOCK,
              "两个进程会同时领取令牌，钉钉会封禁频繁领取者",
              "two processes would fetch a token at once, and DingTalk blocks those who ask often",
              Span.DINGTALK_CALL),
          of(
              Span.TRANSLATE_TIMEOUT,
              "等待他人领取令牌时函数就会超时",
              "the function would end while it waits for another to fetch a token",
              Span.DINGTALK_TOKEN_LOCK,
              Span.DINGTALK_CALL),
          of(
              Span.PATROL_TIMEOUT,
              "巡查会在一轮中途被终止",
              "a round of the patrol would be cut off",
              Span.PATROL_NUMBERS,
              Span.PATROL_ROUND,
              Span.DINGTALK_CALL),
          of(
              Span.PATROL_VISIBILITY,
              "同一轮巡查会有两个执行者",
              "one round of the patrol would have two workers",
              Span.PATROL_TIMEOUT));

  public Rule {
    shorter = List.copyOf(shorter);
  }

  private static Rule of(Span longer, String chinese, String english, Span... shorter) {
    return new Rule(longer, List.of(shorter), chinese, english);
  }

  /** How these times break the rule; empty when they keep it. */
  Optional<Reason> brokenBy(Times times) {
    Duration sum = shorter.stream().map(times::of).reduce(Duration.ZERO, Duration::plus);
    Duration value = times.of(longer);
    return value.compareTo(sum) > 0
        ? Optional.empty()
        : Optional.of(
            Reason.of(
                PlatformReason.TIMES_DISAGREE,
                longer.setting(),
                SpanText.of(value),
                shorter.stream()
                    .map(each -> each.setting() + "=" + SpanText.of(times.of(each)))
                    .collect(Collectors.joining(" + ")),
                chinese,
                english));
  }
}
