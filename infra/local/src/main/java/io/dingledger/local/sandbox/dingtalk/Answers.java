package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.http.Reply;
import io.dingledger.local.http.Request;
import java.util.UUID;

/** The shapes in which DingTalk's two APIs answer and refuse. */
final class Answers {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  /** A request's JSON body; an empty object when it has none that can be read. */
  static JsonNode body(Request request) {
    try {
      JsonNode body = JSON.readTree(request.body().length == 0 ? "{}" : request.text());
      return body == null ? NODES.objectNode() : body;
    } catch (JsonProcessingException unreadable) {
      return NODES.objectNode();
    }
  }

  /** An answer of the new API. */
  static Reply ok(ObjectNode body) {
    return Reply.json(200, body);
  }

  /** A refusal of the new API. */
  static Reply refused(int status, String code, String message) {
    return Reply.json(status, refusal(code, message));
  }

  /** The new API's refusal of a call for which the app lacks a permission. */
  static Reply denied(String scope) {
    ObjectNode body =
        refusal(
            "Forbidden.AccessDenied.AccessTokenPermissionDenied", "应用尚未开通所需的权限：[" + scope + "]");
    body.putObject("accessdenieddetail").putArray("requiredScopes").add(scope);
    return Reply.json(403, body);
  }

  /** An answer of the old API with its usual envelope. */
  static Reply old(JsonNode result) {
    ObjectNode answer = oldEnvelope();
    answer.set("result", result);
    return Reply.json(200, answer);
  }

  /** The old API's envelope for success, to be filled. */
  static ObjectNode oldEnvelope() {
    return NODES.objectNode().put("errcode", 0).put("errmsg", "ok");
  }

  /** A refusal by the old API itself. */
  static Reply oldRefused(int code, String message) {
    return Reply.json(200, NODES.objectNode().put("errcode", code).put("errmsg", message));
  }

  /** A refusal by the gateway before the old API: the reason is the {@code sub_code}. */
  static Reply gatewayRefused(String code, String message) {
    return Reply.json(
        200,
        NODES
            .objectNode()
            .put("errcode", 88)
            .put("sub_code", code)
            .put("sub_msg", message)
            .put("errmsg", "ding talk error[subcode=" + code + ",submsg=" + message + "]")
            .put("request_id", UUID.randomUUID().toString()));
  }

  private static ObjectNode refusal(String code, String message) {
    return NODES
        .objectNode()
        .put("code", code)
        .put("message", message)
        .put("requestid", UUID.randomUUID().toString());
  }
}
