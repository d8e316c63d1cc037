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
      "Check the person, department or instance that the document names."),
  /** A question that DingTalk never answers: too many people, too long a span. */
  BEYOND_LIMITS(
      FailureKind.DATA,
      "一次查询的人数或时间范围超出钉钉允许的上限，未向钉钉查询。",
      "请联系运维，缩小每次查询的范围。",
      "More people or a longer span than DingTalk allows; it was not asked.",
      "Call the operator: each question must be smaller."),
  /** A page that does not lead on, or more pages than there can be. */
  ENDLESS_PAGES(
      FailureKind.DATA,
      "钉钉的分页没有尽头，已停止读取。",
      "请联系运维核对钉钉接口的返回。",
      "DingTalk's pages never end; reading was stopped.",
      "Call the operator: DingTalk's answers need a look."),
  /** Something that third-party apps can't do. */
  INTERNAL_ONLY(
      FailureKind.CONFIG,
      "该接口只对企业内部应用开放，第三方应用无法调用。",
      "第三方应用请依靠事件推送和推送失败列表。",
      "Only the company's own apps may do this; a third-party app can't.",
      "A third-party app relies on pushes and on the list of failed ones."),
  /** The suite of a third-party app is not among the operator's. */
  SUITE_UNKNOWN(
      FailureKind.CONFIG,
      "找不到该第三方应用（套件）的配置。",
      "请运维配置该套件的 SuiteKey 和 SuiteSecret。",
      "The third-party app (suite) is not configured.",
      "The operator must configure the suite's SuiteKey and SuiteSecret."),
  /** No {@code suite_ticket} has been pushed yet. */
  TICKET_MISSING(
      FailureKind.TICKET,
      "尚未收到钉钉推送的 suite_ticket。",
      "钉钉约每五小时推送一次，收到后会自动继续；也可在开发者后台手动推送。",
      "DingTalk has not pushed a suite_ticket yet.",
      "It comes about every five hours and work goes on by itself; the console can push it at once."),
  /** DingTalk's token service keeps failing in the way it does for wrong identifiers. */
  TOKEN_SERVICE_FAILS(
      FailureKind.CONFIG,
      "获取访问凭证时钉钉反复报内部错误，很可能是 CorpId 或应用凭证填错。",
      "请核对连接里的 CorpId、Client ID 和 Client Secret。",
      "DingTalk fails again and again when asked for a token: probably a wrong CorpId or credential.",
      "Check CorpId, Client ID and Client Secret of the connection."),
  /** Another process has the right to fetch the token and brings none. */
  TOKEN_AWAITED(
      FailureKind.TRANSIENT,
      "等待另一进程获取访问凭证超时。",
      "系统会自动重试。",
      "Another process was fetching the access token for too long.",
      "It is tried again by itself."),
  /** The store of tokens, budgets or suites gave no answer. */
  STORE_SILENT(
      FailureKind.TRANSIENT,
      "共享的凭证或配额存储暂时不可用，本次调用未完成。",
      "系统会自动重试；若持续出现请联系运维。",
      "The shared store of tokens and budgets gave no answer; the call was not completed.",
      "It is tried again by itself; if it goes on, call the operator."),
  /** Too many calls of one app in this second. */
  TOO_FAST(
      FailureKind.THROTTLE,
      "该应用每秒的钉钉调用已达上限，未再调用。",
      "系统会稍后自动重试。",
      "The app's calls of this second are used up; DingTalk was not asked.",
      "It is tried again by itself in a moment."),
  /** The tenant's calls of this month are used up. */
  BUDGET_EXHAUSTED(
      FailureKind.QUOTA,
      "本月的钉钉接口调用量已用完，未再调用。",
      "下月初会自动继续；如需立即继续，请升级钉钉版本并调高每月调用量。",
      "This month's DingTalk calls are used up; DingTalk was not asked.",
      "It goes on by itself next month; or upgrade at DingTalk and raise the monthly calls.");

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
