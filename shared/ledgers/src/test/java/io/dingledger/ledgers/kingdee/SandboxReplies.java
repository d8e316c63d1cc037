package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes what Kingdee answers, and reads what it is sent. */
final class SandboxReplies {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private SandboxReplies() {}

  /** A refusal that becomes an answer. */
  static final class Refused extends Exception {
    final String field;
    final int messageCode;

    Refused(int messageCode, String field, String message) {
      super(message);
      this.messageCode = messageCode;
      this.field = field;
    }
  }

  static ObjectNode refusal(Refused refused) {
    ObjectNode reply = JSON.createObjectNode();
    ObjectNode status = reply.putObject("Result").putObject("ResponseStatus");
    status.put("ErrorCode", 500).put("IsSuccess", false);
    status
        .putArray("Errors")
        .addObject()
        .put("FieldName", refused.field)
        .put("Message", refused.getMessage())
        .put("DIndex", 0);
    status.putArray("SuccessEntitys");
    status.putArray("SuccessMessages");
    status.put("MsgCode", refused.messageCode);
    return reply;
  }

  /** A refused query is wrapped twice. */
  static JsonNode queryRefusal(Refused refused) {
    return JSON.createArrayNode().add(JSON.createArrayNode().add(refusal(refused)));
  }

  static ObjectNode saved(SandboxVoucher voucher) {
    String number = Integer.toString(voucher.number());
    ObjectNode reply = JSON.createObjectNode();
    ObjectNode result = reply.putObject("Result");
    ObjectNode status = result.putObject("ResponseStatus");
    status.put("IsSuccess", true).putArray("Errors");
    status
        .putArray("SuccessEntitys")
        .addObject()
        .put("Id", Long.toString(voucher.id()))
        .put("Number", number)
        .put("DIndex", 0);
    status.put("MsgCode", 0);
    result.put("Id", voucher.id()).put("Number", number);
    ObjectNode returned = result.putArray("NeedReturnData").addObject();
    returned.put("FVOUCHERID", voucher.id()).put("FVOUCHERGROUPNO", number);
    return reply;
  }

  static ObjectNode uploaded(String file) {
    ObjectNode reply = JSON.createObjectNode();
    ObjectNode result = reply.putObject("Result");
    result.putObject("ResponseStatus").put("IsSuccess", true).put("MsgCode", 0);
    result.put("FileId", file);
    return reply;
  }

  static ObjectNode viewed(SandboxVoucher voucher) {
    ObjectNode reply = JSON.createObjectNode();
    ObjectNode result = reply.putObject("Result");
    result.putObject("ResponseStatus").put("IsSuccess", true).put("MsgCode", 0);
    result
        .putObject("Result")
        .put("Id", voucher.id())
        .put("FVOUCHERGROUPNO", Integer.toString(voucher.number()))
        .put("DocumentStatus", voucher.status())
        .set("Model", voucher.model());
    return reply;
  }

  static JsonNode tree(String text) throws Refused {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new Refused(8, "", "参数错误：不是有效的 JSON");
    }
  }

  static String text(JsonNode tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
