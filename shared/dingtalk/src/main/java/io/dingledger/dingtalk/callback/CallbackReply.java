package io.dingledger.dingtalk.callback;

import io.dingledger.dingtalk.json.JsonTexts;

/**
 * The encrypted answer to a push. Plain text, other field names or a redirect count as failure
 * (EV0230).
 *
 * @param msgSignature over this reply's own timestamp and nonce
 * @param timeStamp opaque text
 * @param nonce opaque text
 * @param encrypt the ciphertext, base64
 */
public record CallbackReply(String msgSignature, String timeStamp, String nonce, String encrypt) {
  /** The body to answer with status 200; {@code timeStamp} is spelled as the reference does. */
  public String json() {
    return JsonTexts.render(
        JsonTexts.object()
            .put("msg_signature", msgSignature)
            .put("timeStamp", timeStamp)
            .put("nonce", nonce)
            .put("encrypt", encrypt));
  }
}
