package io.dingledger.translate;

import io.dingledger.model.failure.ReasonCode;

/** Why a document is not processed again although somebody asks for it. */
public enum AgainReason implements ReasonCode {
  /** Arguments: document. */
  UNKNOWN(
      "AGAIN-UNKNOWN",
      "没有单据 {0}。",
      "请从单据列表中取编号。",
      "There is no document {0}.",
      "Take the identifier from the list of documents."),
  /** Arguments: document. */
  NO_DOCUMENT(
      "AGAIN-NO-DOCUMENT",
      "{0} 不是审批、打卡或考勤结果，无法重新处理。",
      "请按其原因处理。",
      "{0} is no approval, punch or result of a day: there is nothing to process again.",
      "Deal with it as its reason says."),
  /** Arguments: document, its state. */
  HAS_VOUCHERS(
      "AGAIN-HAS-VOUCHERS",
      "单据 {0} 已有凭证（{1}），不能重新处理。",
      "如凭证有误，请先在账务系统中红冲，然后手工处理。",
      "Document {0} has vouchers ({1}) and is not processed again.",
      "If a voucher is wrong, reverse it in the ledger and deal with the document by hand."),
  /** Arguments: document, its state. */
  ON_ITS_WAY(
      "AGAIN-ON-ITS-WAY",
      "单据 {0} 正在处理中（{1}）。",
      "无需处理：系统会自动继续。",
      "Document {0} is on its way ({1}).",
      "Nothing to do: it goes on by itself."),
  /** Arguments: document, the later document. */
  SUPERSEDED(
      "AGAIN-SUPERSEDED",
      "单据 {0} 已被之后的审批 {1} 撤销或修改。",
      "请查看审批 {1}。",
      "Document {0} was withdrawn or replaced by the later approval {1}.",
      "See approval {1}."),
  /** Arguments: document. */
  NOT_FETCHED(
      "AGAIN-NOT-FETCHED",
      "单据 {0} 的内容还没有从钉钉读取过，无法预览。",
      "请直接重新处理：系统会先读取（计一次接口调用），再翻译。",
      "Document {0} was never read from DingTalk, so there is nothing to preview.",
      "Process it again: it is read first, which costs a call, and then translated."),
  /** Arguments: document. */
  NOTHING_TO_TRANSLATE(
      "AGAIN-NOTHING-TO-TRANSLATE",
      "单据 {0} 未通过审批，或是对之前审批的撤销，没有可翻译的内容。",
      "如确需核对，请重新处理。",
      "Document {0} was not agreed to or withdraws an earlier one: there is nothing to translate.",
      "Process it again if its effect on the earlier one is to be looked at.");

  private final Texts texts;

  AgainReason(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
