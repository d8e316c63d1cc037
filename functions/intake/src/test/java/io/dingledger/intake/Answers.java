package io.dingledger.intake;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.callback.CallbackCrypto;
import io.dingledger.dingtalk.callback.CallbackRequest;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.tenant.CallbackSettings;

/** Reads intake's answers as DingTalk does. */
final class Answers {
  private Answers() {}

  /** The decrypted text of an answer whose signature is right. */
  static String opened(CallbackSettings callback, String answer) {
    JsonNode json = JsonTexts.parse(answer).orElseThrow();
    assertTrue(json.hasNonNull("timeStamp"), "the reference spells it in camel case");
    CallbackRequest reply =
        new CallbackRequest(
            json.path("msg_signature").asText(),
            json.path("timeStamp").asText(),
            json.path("nonce").asText(),
            json.path("encrypt").asText());
    return assertInstanceOf(CallbackCrypto.Opened.class, CallbackCrypto.open(callback, reply))
        .message();
  }
}
