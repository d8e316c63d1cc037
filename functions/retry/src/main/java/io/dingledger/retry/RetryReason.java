package io.dingledger.retry;

import io.dingledger.model.failure.ReasonCode;

/** Why a document waits after failed tries, or was left to a person. */
public enum RetryReason implements ReasonCode {
  /** Arguments: outside system, its code, its words. */
  REFUSED(
      "RETRY-REFUSED",
      "{0} 拒绝了这次请求(代码 {1}):{2}。重复请求不会有不同的结果。",
      "请更正数据或连接设置后重新处理。",
      "{0} refused the request (code {1}): {2}. A repeat would not change that.",
      "Correct the data or the connection, then process it again."),
  /** Arguments: outside system, its code, its words, number of tries. */
  GAVE_UP(
      "RETRY-GAVE-UP",
      "{0} 连续 {3} 次没有成功(代码 {1}):{2}。系统已停止自动重试。",
      "请检查 {0} 的状态,确认凭证是否已存在,然后重新处理。",
      "{0} failed {3} times in a row (code {1}): {2}. The machine has stopped trying.",
      "Look at the state of {0}, see whether the voucher is there, then process it again."),
  /**
   * Arguments: what is waited for in Chinese and in English, outside system, its code, its words,
   * when it is looked at next (UTC), advice in Chinese and in English.
   */
  PARKED(
      "RETRY-PARKED",
      "正在等待:{0}({2},代码 {3}:{4})。下次检查时间(UTC):{5}。",
      "条件具备后会自动继续处理。{6}",
      "Waits for: {1} ({2}, code {3}: {4}). It is looked at again at {5}.",
      "It goes on by itself once that is there. {7}"),
  /** Arguments: outside system, its code, its words, number of failed tries. */
  STILL_TRYING(
      "RETRY-STILL-TRYING",
      "已连续 {3} 次没有成功,最近一次:{0}(代码 {1}):{2}。系统仍在自动重试。",
      "通常无需处理;如果长时间不变,请检查 {0} 的状态。",
      "{3} tries in a row have failed, the last one at {0} (code {1}): {2}. The machine goes on.",
      "Usually nothing to do; if this does not change for long, look at the state of {0}."),
  /** Arguments: none. */
  UNDELIVERABLE(
      "RETRY-UNDELIVERABLE",
      "处理该单据的消息多次失败,已进入死信队列。",
      "请联系运维人员查看日志后重新处理。",
      "The message about this document failed several times and went to the dead-letter queue.",
      "Ask the operator to look at the logs, then process it again.");

  private final Texts texts;

  RetryReason(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
