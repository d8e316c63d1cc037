package io.dingledger.dingtalk.callback;

import io.dingledger.model.failure.ReasonCode;

/**
 * Why a callback is refused. The texts are for our logs and alerts; the caller gets the status and
 * nothing else, so that a forger learns nothing.
 */
public enum CallbackRefusal implements ReasonCode {
  /** No app is configured under the last part of the URL. */
  UNKNOWN_KEY(
      403,
      "CALLBACK-UNKNOWN-KEY",
      "回调地址末尾的密钥不属于任何已配置的应用。",
      "请核对钉钉开放平台里填写的回调地址。",
      "The last part of the callback URL belongs to no configured app.",
      "Check the callback URL entered in the DingTalk developer console."),
  /** The body is longer than {@link CallbackRequest#LARGEST_BODY}. */
  BODY_TOO_LARGE(
      413,
      "CALLBACK-TOO-LARGE",
      "回调请求体超过允许的大小。",
      "若确为钉钉推送，请联系运维核实并提高上限。",
      "The body of the callback is larger than allowed.",
      "If DingTalk really sent it, ask the operator to look at it and raise the limit."),
  /** The body is not a JSON object. */
  BODY_NOT_JSON(
      400,
      "CALLBACK-NOT-JSON",
      "回调请求体不是 JSON 对象。",
      "请确认中间没有代理改写请求；伪造的请求可忽略。",
      "The body of the callback is not a JSON object.",
      "Make sure that no proxy rewrites requests; forged requests can be ignored."),
  /** The body has no {@code encrypt}. */
  ENCRYPT_MISSING(
      400,
      "CALLBACK-NO-ENCRYPT",
      "回调请求体缺少 encrypt 字段。",
      "请确认事件订阅使用加密推送；伪造的请求可忽略。",
      "The body of the callback has no encrypt field.",
      "Make sure that the event subscription is encrypted; forged requests can be ignored."),
  /** The query has no signature, timestamp or nonce. */
  PARAMETER_MISSING(
      400,
      "CALLBACK-NO-PARAMETER",
      "回调地址缺少 msg_signature（或 signature）、timestamp 或 nonce 参数。",
      "请确认网关把查询参数原样转发。",
      "The callback's query lacks msg_signature (or signature), timestamp or nonce.",
      "Make sure that the gateway passes the query on as it is."),
  /** The signature is not the one that our token gives. */
  SIGNATURE(
      403,
      "CALLBACK-SIGNATURE",
      "回调签名不符：不是钉钉发来的，或签名 token 配置有误。",
      "请核对事件订阅的签名 token；持续出现请按伪造请求处理。",
      "The callback's signature is wrong: DingTalk did not send it, or our token is wrong.",
      "Check the token of the event subscription; if it goes on, treat it as forgery."),
  /** The configured AES key is not 43 characters of base64. */
  AES_KEY_UNUSABLE(
      403,
      "CALLBACK-AES-KEY",
      "配置的加密 aes_key 不是 43 位的有效密钥。",
      "请从钉钉开放平台重新复制 aes_key。",
      "The configured AES key is not a valid key of 43 characters.",
      "Copy the aes_key again from the DingTalk developer console."),
  /** {@code encrypt} is not base64. */
  BASE64(
      403,
      "CALLBACK-BASE64",
      "回调密文不是有效的 base64。",
      "请确认中间没有代理改写请求体。",
      "The callback's ciphertext is not base64.",
      "Make sure that no proxy rewrites the body."),
  /** The ciphertext is empty or ends inside a block. */
  BLOCK_LENGTH(
      403,
      "CALLBACK-BLOCK-LENGTH",
      "回调密文长度不是加密块的整数倍。",
      "请确认中间没有代理截断请求体。",
      "The callback's ciphertext is not a whole number of cipher blocks.",
      "Make sure that no proxy cuts the body short."),
  /** The padding is wrong, most often because the key is. */
  PADDING(
      403,
      "CALLBACK-PADDING",
      "回调解密后填充错误，通常是 aes_key 配置有误。",
      "请从钉钉开放平台重新复制 aes_key。",
      "The decrypted callback is padded wrongly, most often because the AES key is wrong.",
      "Copy the aes_key again from the DingTalk developer console."),
  /** The stated length of the message does not fit into the content. */
  LENGTH(
      403,
      "CALLBACK-LENGTH",
      "回调解密后的长度字段与内容不符。",
      "请核对 aes_key；若无误请保留请求并联系运维。",
      "The length stated in the decrypted callback does not fit its content.",
      "Check the aes_key; if it is right, keep the request and call the operator."),
  /** The owner key at the end is none of ours. */
  OWNER_KEY(
      403,
      "CALLBACK-OWNER-KEY",
      "回调属于另一个应用：末尾的 Client ID、corpId 或 SuiteKey 不在允许之列。",
      "请核对连接里配置的应用标识。",
      "The callback is for another app: its Client ID, corpId or SuiteKey is not allowed here.",
      "Check the identifiers of the app in the connection."),
  /** The decrypted text is not a JSON object. */
  CONTENT_NOT_OBJECT(
      403,
      "CALLBACK-CONTENT",
      "回调解密后的内容不是 JSON 对象。",
      "请保留请求并联系运维。",
      "The decrypted callback is not a JSON object.",
      "Keep the request and call the operator."),
  /** The event names another company than the app's. */
  WRONG_CORP(
      403,
      "CALLBACK-WRONG-CORP",
      "事件里的 corpId 与该应用所属企业不一致。",
      "请核对连接里配置的 corpId。",
      "The event names another corpId than the app's company.",
      "Check the corpId of the connection.");

  private final int httpStatus;
  private final Texts texts;

  CallbackRefusal(
      int httpStatus,
      String code,
      String chinese,
      String chineseCure,
      String english,
      String englishCure) {
    this.httpStatus = httpStatus;
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  /**
   * The HTTP status to answer: 413 or 400 for the mere form of the request, and the same 403 for
   * whatever depends on our configuration, so that a forger can't tell an unknown URL from a wrong
   * signature.
   */
  public int httpStatus() {
    return httpStatus;
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
