package io.dingledger.local.replay;

import io.dingledger.model.failure.ReasonCode;

/** Why a document is not tried again, or a voucher not settled, although somebody asks for it. */
public enum ReplayReason implements ReasonCode {
  /** Arguments: document, its state. */
  DONE(
      "REPLAY-DONE",
      "单据 {0} 已有结果（{1}），无需重试。",
      "无需处理。",
      "Document {0} is done ({1}): there is nothing to try again.",
      "Nothing to do."),
  /** Arguments: document, its state. */
  ON_ITS_WAY(
      "REPLAY-ON-ITS-WAY",
      "单据 {0} 正由一个执行者处理（{1}）。",
      "无需处理：系统会自动继续。",
      "A worker is at document {0} ({1}).",
      "Nothing to do: it goes on by itself."),
  /** Arguments: document, the codes of its reasons. */
  OWN_DOUBT(
      "REPLAY-OWN-DOUBT",
      "单据 {0} 因自身内容待人处理（{1}），其凭证不会被重新推送。",
      "请按其原因处理。",
      "Document {0} waits for a person for doubt of its own ({1}); its vouchers are not tried again.",
      "Deal with it as its reason says."),
  /** Arguments: key. */
  PERSON_DECIDES(
      "REPLAY-PERSON-DECIDES",
      "凭证 {0} 与账务系统中的不一致，或无法判断是否已入账，须由人确认。",
      "请核对账务系统，然后用 ./dev settle 说明：已入账，或未入账、重新推送。",
      "Voucher {0} differs from what the ledger holds, or only a person can tell whether it is there.",
      "Look into the ledger, then say by ./dev settle that it is there, or that it is not."),
  /** Arguments: document. */
  MOVED(
      "REPLAY-MOVED",
      "单据 {0} 刚刚被其他执行者改动。",
      "请重新预览。",
      "Document {0} was just changed by another worker.",
      "Look at the preview again."),
  /** Arguments: what is wrong. */
  REQUEST_WRONG(
      "REPLAY-REQUEST-WRONG",
      "请求内容不对：{0}。",
      "写法见 docs/api.openapi.yaml。",
      "The request is wrong: {0}.",
      "docs/api.openapi.yaml says how to write it."),
  /** Arguments: document, key. */
  VOUCHER_UNKNOWN(
      "SETTLE-VOUCHER-UNKNOWN",
      "单据 {0} 没有凭证 {1}。",
      "请从单据详情中取凭证的业务键；单据只有一张存疑的凭证时可以不写。",
      "Document {0} has no voucher {1}.",
      "Take the key from the document's detail; it may be left out where just one is in doubt."),
  /** Arguments: key, its state. */
  NOT_IN_DOUBT(
      "SETTLE-NOT-IN-DOUBT",
      "凭证 {0}（{1}）不需要人来确认：系统自己能弄清。",
      "如需立即重试，请用 ./dev replay。",
      "Voucher {0} ({1}) needs nobody's word: the machine finds out by itself.",
      "Use ./dev replay to have it tried at once."),
  /** Arguments: key, until when (UTC). */
  NOT_SETTLED(
      "SETTLE-TOO-EARLY",
      "凭证 {0} 的上一次请求在 {1}（UTC）之前仍可能生效，此前不能断言它不在账务系统中。",
      "请在该时间之后再核对一次。",
      "Until {1} (UTC) the last request for voucher {0} may still have its effect: nobody can say yet"
          + " that the ledger has not got it.",
      "Look into the ledger again after that."),
  /** Arguments: tenant, the code, the ledger's words. */
  LEDGER_SILENT(
      "SETTLE-LEDGER-SILENT",
      "租户 {0} 的账务系统现在无法查询（代码 {1}）：{2}。",
      "请在连接恢复后再确认。",
      "The ledger of tenant {0} can't be asked now (code {1}): {2}.",
      "Settle the voucher when the connection works again."),
  /** Arguments: key, what the ledger shows. */
  IS_THERE(
      "SETTLE-IS-THERE",
      "账务系统中查得到业务键 {0} 的凭证：{1}，不能再次推送。",
      "请先在账务系统中删除或红冲它并清除其业务键，或确认它已入账。",
      "The ledger shows key {0}: {1}. It is not sent again.",
      "Remove it in the ledger first, its key included, or say that it is there."),
  /** Arguments: key, the id that was given, what the ledger shows. */
  OTHER_ID(
      "SETTLE-OTHER-ID",
      "账务系统中业务键 {0} 的凭证是 {2}，不是 {1}。",
      "请核对编号。",
      "Under key {0} the ledger shows {2}, not {1}.",
      "Check the id.");

  private final Texts texts;

  ReplayReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
