package io.dingledger.dingtalk.client;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.ReasonCode;

/**
 * Faults of a call to DingTalk for which DingTalk gave no code of its own. {@link Failure#code} is
 * {@link #code}, {@link Failure#detail} the English text.
 */
public enum DingTalkFault implements ReasonCode {
  /** A successful status, but no answer that can be understood. */
  UNREADABLE(
      FailureKind.TRANSIENT,
      "钉钉返回了无法理解的内容。",
      "系统会自动重试；若持续出现请联系运维。",
      "DingTalk's answer cannot be understood.",
      "It is tried again by itself; if it goes on, call the operator."),
  /** No complete answer in time. */
  TIMEOUT(
      FailureKind.TRANSIENT,
      "钉钉未在时限内答复。",
      "系统会自动重试。",
      "DingTalk did not answer in time.",
      "It is tried again by itself."),
  /** No connection, or it broke. */
  UNREACHABLE(
      FailureKind.TRANSIENT,
      "无法连接钉钉。",
      "系统会自动重试；若持续出现请检查出口网络。",
      "DingTalk cannot be reached.",
      "It is tried again by itself; if it goes on, check the way out of the network."),
  /** The thread was asked to stop while it waited. */
  INTERRUPTED(
      FailureKind.TRANSIENT,
      "等待钉钉答复时被中断。",
      "系统会自动重试。",
      "Waiting for DingTalk was interrupted.",
      "It is tried again by itself."),
  /** A page or a ban instead of an answer. */
  BLOCKED(
      FailureKind.THROTTLE_LONG,
      "钉钉拦截了来自本机地址的请求。",
      "请停止调用至少五分钟；若持续出现请检查调用频率。",
      "DingTalk blocks requests from our address.",
      "Stop calling for at least five minutes; if it goes on, look at the rate of calls."),
  /** {@code success} is false and no code says why. */
  REFUSED_WITHOUT_CODE(
      FailureKind.TRANSIENT,
      "钉钉答复失败，但没有给出错误码。",
      "系统会自动重试。",
      "DingTalk says that the call failed, but not why.",
      "It is tried again by itself."),
  /** A redirect. */
  REDIRECTED(
      FailureKind.CONFIG,
      "钉钉接口地址发生跳转，地址配置有误。",
      "请核对连接里的接口地址。",
      "The address redirects; it is not DingTalk's.",
      "Check the API addresses of the connection."),
  /** The address in the connection cannot be called at all. */
  BAD_ADDRESS(
      FailureKind.CONFIG,
      "连接里的钉钉接口地址无效。",
      "请核对连接里的接口地址。",
      "The connection's API address is not a valid one.",
      "Check the API addresses of the connection."),
  /** More than {@link DingTalkClient#LARGEST_ANSWER}. */
  ANSWER_TOO_LARGE(
      FailureKind.DATA,
      "钉钉的答复超过允许的大小。",
      "请人工处理该单据。",
      "DingTalk's answer is larger than allowed.",
      "Handle this document by hand."),
  /** More components than {@link io.dingledger.dingtalk.form.FormParser#MOST_COMPONENTS}. */
  FORM_TOO_LARGE(
      FailureKind.DATA,
      "表单的组件和明细行过多。",
      "请拆分单据或人工处理。",
      "The form has too many components and rows.",
      "Split the document or handle it by hand."),
  /** {@code bizAction} is neither NONE nor MODIFY nor REVOKE. */
  UNKNOWN_ACTION(
      FailureKind.DATA,
      "审批实例的 bizAction 未知，无法判断是新增、修改还是撤销。",
      "请人工核对该审批。",
      "The instance's bizAction is unknown: it may be new, a change or a withdrawal.",
      "Look at the approval by hand."),
  /** What was asked for cannot exist: an empty, overlong or non-numeric identifier. */
  BAD_IDENTIFIER(
      FailureKind.DATA,
      "标识为空或格式不对，未向钉钉查询。",
      "请人工核对单据里的人员、部门或实例标识。",
      "The identifier is empty or malformed; DingTalk was not asked.",
      "Check the person, department or instance that the document names.");

  private final FailureKind kind;
  private final Texts texts;

  DingTalkFault(
      FailureKind kind, String chinese, String chineseCure, String english, String englishCure) {
    this.kind = kind;
    this.texts =
        new Texts(
            "DINGTALK-" + name().replace('_', '-'), chinese, chineseCure, english, englishCure);
  }

  /** The failure that this fault is. */
  Failure failure() {
    return Failure.of(kind, FailureClassifier.SYSTEM, code(), english());
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
