package io.dingledger.ledgers.webhook;

import io.dingledger.model.failure.ReasonCode;

/** Our own codes around receivers of webhooks. */
public enum WebhookReason implements ReasonCode {
  /** The receiver has switched this address off (410). */
  GONE(
      "WEBHOOK-GONE",
      "接收方已停用此地址（HTTP 410）。",
      "请在接收方重新启用或新建接收地址，并更新连接中的 url。",
      "The receiver has switched this address off (HTTP 410).",
      "Switch it on again or make a new one there, and update url in the connection."),
  /** The body is larger than the connection allows. */
  TOO_LARGE(
      "WEBHOOK-TOO-LARGE",
      "凭证报文有 {0} 字节，超过连接设置的 {1} 字节，没有发送。",
      "请调大 mostBytes（接收方须能收下），或在规则簿中少汇总一些分录，或人工录入。",
      "The voucher makes a body of {0} bytes, more than the {1} of the connection; it was not sent.",
      "Raise mostBytes if the receiver takes it, sum fewer lines in the rule book, or record it by"
          + " hand."),
  /** The receiver refuses this very message. */
  REFUSED(
      "WEBHOOK-REFUSED",
      "接收方拒绝了这张凭证（HTTP {0}）。{1}",
      "请按接收方的说明更正；接收方收到重复的 webhook-id 时应回答 2xx。",
      "The receiver refuses this voucher (HTTP {0}). {1}",
      "Correct what it says; to a repeated webhook-id a receiver should answer with 2xx."),
  /** The receiver does not let us in. */
  NOT_LET_IN(
      "WEBHOOK-NOT-LET-IN",
      "接收方不接受此请求（HTTP {0}）。",
      "请核对地址、签名密钥与接收方的访问限制。",
      "The receiver does not take this request (HTTP {0}).",
      "Check the address, the signing secret and whom the receiver lets in."),
  /** The look-up does not answer as it must. */
  LOOKUP_UNCLEAR(
      "WEBHOOK-LOOKUP-UNCLEAR",
      "查询地址的答复不符合约定（{0}），不能据此判断凭证是否存在。",
      "请让查询地址按文档回答：没有时 found 为 false，有时含 key 与 vouchers。",
      "The look-up does not answer as agreed ({0}), so nothing follows from it.",
      "Make it answer as the documentation says: found and, when true, key and vouchers.");

  private final Texts texts;

  WebhookReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
