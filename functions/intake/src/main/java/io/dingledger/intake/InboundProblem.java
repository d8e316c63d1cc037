package io.dingledger.intake;

import io.dingledger.model.failure.ReasonCode;

/**
 * Why a document of another system was not taken in. Who can't prove who he is learns nothing: an
 * unknown address, a wrong signature and a missing header are one and the same answer.
 */
public enum InboundProblem implements ReasonCode {
  /** The sender did not prove who he is. */
  REFUSED(
      401,
      "INBOUND-REFUSED",
      "请求未被接受：地址或签名不对。",
      "请核对地址和密钥，并按原始字节计算签名（webhook-id、webhook-timestamp、webhook-signature）。",
      "The request was not accepted: its address or its signature is wrong.",
      "Check address and secret, and sign the very bytes that are sent (webhook-id,"
          + " webhook-timestamp, webhook-signature)."),
  /** Rightly signed, but too long ago or in the future. Arguments: our time. */
  CLOCK(
      401,
      "INBOUND-CLOCK",
      "签名正确，但签名时间与我们的时间（UTC {0}）相差超过 5 分钟。",
      "请校准发送方的时钟；重试时请重新签名。",
      "The signature is right, but it was made more than 5 minutes from our time ({0} UTC).",
      "Set the sender's clock; sign anew when you send again."),
  /** More than a queue takes. Arguments: the limit in bytes. */
  TOO_LARGE(
      413,
      "INBOUND-TOO-LARGE",
      "单据过大：编码后的上限为 {0} 字节（一个汉字算 6 字节）。",
      "请去掉附件等无关内容，或拆成多份单据。",
      "The document is too large: at most {0} bytes once it is encoded (6 for a Chinese"
          + " character).",
      "Leave out what rules do not read, such as attachments, or split it into several documents."),
  /** The body is not text in UTF-8. */
  NOT_UTF_8(
      400,
      "INBOUND-NOT-UTF-8",
      "正文不是 UTF-8 文本。",
      "请用 UTF-8 编码发送 JSON。",
      "The body is not text in UTF-8.",
      "Send JSON in UTF-8."),
  /** It can't be read as a document; the faults say why. Arguments: how many faults. */
  FAULTY(
      422,
      "INBOUND-FAULTY",
      "单据有 {0} 处错误，没有保存任何内容；faults 逐条列出位置、原因和改法。",
      "请全部改好后重新发送。",
      "The document has {0} faults, and nothing of it was kept; faults lists each with its place,"
          + " cause and cure.",
      "Mend them all and send it again."),
  /** A message of 合思 does not say what it is about. */
  HOSE_MESSAGE(
      422,
      "INBOUND-HOSE-MESSAGE",
      "合思的消息里没有可用的 flowId。",
      "请检查合思“出站消息”的配置，消息须带单据编号 flowId。",
      "The message of Hose has no usable flowId.",
      "Check the outbound message in Hose; it must name the document by flowId."),
  /** It could not be made safe. */
  UNAVAILABLE(
      503,
      "INBOUND-UNAVAILABLE",
      "暂时无法保存，没有保存任何内容。",
      "请稍后用同一个 webhook-id 重新发送。",
      "It can't be kept right now, and nothing of it was.",
      "Send it again later with the same webhook-id.");

  private final int httpStatus;
  private final Texts texts;

  InboundProblem(
      int httpStatus,
      String code,
      String chinese,
      String chineseCure,
      String english,
      String englishCure) {
    this.httpStatus = httpStatus;
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  /** The HTTP status to answer. */
  public int httpStatus() {
    return httpStatus;
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
