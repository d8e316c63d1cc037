package io.dingledger.translate;

import io.dingledger.model.failure.ReasonCode;

/** Why a document of another system than DingTalk waits or was ignored, before any rule saw it. */
public enum InboundReason implements ReasonCode {
  /** Arguments: the sender's message, where the other content is kept. */
  CHANGED_AFTER_POSTING(
      "INBOUND-CHANGED-AFTER-POSTING",
      "凭证或薪资项目生成之后，来源系统又发来内容不同的同一张单据（消息 {0}）。原凭证没有改动，新内容保存在 {1}。",
      "请核对两份内容；如新内容有效，请在账务系统中红冲原凭证，并以新的单据编号重新发送。",
      "After vouchers or pay items were made, the source sent the same document with other content"
          + " (message {0}). Nothing was changed; the other content is kept as {1}.",
      "Compare the two; if the new one is right, reverse the voucher in the ledger and send the"
          + " document again under another id."),
  /** Arguments: the document, the sender's message. */
  CONTENT_KEPT(
      "INBOUND-CONTENT-KEPT",
      "这里保存着单据 {0} 后来收到的另一份内容（消息 {1}），仅供核对，不会生成凭证。",
      "请在单据 {0} 上处理。",
      "Kept here is another content of document {0} that came later (message {1}). It is for"
          + " comparison only and makes no voucher.",
      "Deal with document {0}."),
  /** Arguments: the first fault. */
  UNREADABLE(
      "INBOUND-UNREADABLE",
      "收到的单据无法读取：{0}",
      "请改正后重新发送。",
      "The document that came can't be read: {0}",
      "Correct it and send it again."),
  /** Arguments: none. */
  MISSING(
      "INBOUND-MISSING",
      "没有保存该单据的内容，无法重新处理。",
      "请从来源系统重新发送。",
      "The content of this document is not stored, so it can't be processed again.",
      "Send it again from its source."),
  /** Arguments: none. */
  HOSE_NOT_CONNECTED(
      "INBOUND-HOSE-NOT-CONNECTED",
      "租户没有配置合思，无法读取该单据。",
      "请在租户设置中补上 inbound.hose，然后重新处理。",
      "The tenant has no settings for Hose, so this document can't be read.",
      "Add inbound.hose to the tenant's settings, then process it again."),
  /** Arguments: the state. */
  HOSE_STATE(
      "INBOUND-HOSE-STATE",
      "合思单据处于“{0}”状态，尚不计入。",
      "无需处理：状态变化后合思会再次通知；哪些状态计入由租户设置 inbound.hose.states 决定。",
      "The document in Hose is in state “{0}” and does not count yet.",
      "Nothing to do: Hose tells of each change. Which states count is set by inbound.hose.states."),
  /** Arguments: the type of form. */
  HOSE_FORM_TYPE(
      "INBOUND-HOSE-FORM-TYPE",
      "合思单据类型“{0}”不是报销单，不生成凭证。",
      "如需入账，请手工录入，或用 /inbound/ 接口发送。",
      "A document of type “{0}” in Hose is no expense claim; no voucher is made.",
      "Enter it by hand if it is to be booked, or send it to /inbound/."),
  /** Arguments: the state. */
  HOSE_ENDED_AFTER_POSTING(
      "INBOUND-HOSE-ENDED-AFTER-POSTING",
      "凭证生成之后，合思单据变为“{0}”状态。凭证没有改动。",
      "请核对并在需要时红冲该凭证。",
      "After the voucher was made, the document in Hose went into state “{0}”. The voucher was left"
          + " as it is.",
      "Check it and reverse the voucher if need be.");

  private final Texts texts;

  InboundReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
