package io.dingledger.local.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.failure.ReasonCode;
import java.util.Locale;

/** What may be wrong with a request, told as a problem document of RFC 9457. */
enum ApiProblem implements ReasonCode {
  PATH_UNKNOWN(
      404,
      "API-PATH-UNKNOWN",
      "没有这个地址。",
      "可用的地址见 docs/api.openapi.yaml。",
      "There is nothing at this address.",
      "docs/api.openapi.yaml lists the addresses."),
  METHOD_REFUSED(
      405,
      "API-METHOD-REFUSED",
      "这个地址不接受 {0} 请求。",
      "请改用 {1}。",
      "This address takes no {0} requests.",
      "Use {1}."),
  HOST_REFUSED(
      403,
      "API-HOST-REFUSED",
      "数据接口只回答用本机地址发来的请求。",
      "请用 http://127.0.0.1 或 http://localhost 访问。",
      "The data interface only answers requests made to this machine's own address.",
      "Use http://127.0.0.1 or http://localhost."),
  TENANT_UNKNOWN(
      404,
      "API-TENANT-UNKNOWN",
      "没有编号为 {0} 的租户。",
      "请检查租户编号，大小写也须一致。",
      "There is no tenant {0}.",
      "Check the identifier; capitals matter."),
  DOCUMENT_UNKNOWN(
      404,
      "API-DOCUMENT-UNKNOWN",
      "该租户没有编号为 {0} 的单据。",
      "请从单据列表中取编号。",
      "This tenant has no document {0}.",
      "Take the identifier from the list of documents."),
  STATE_UNKNOWN(
      400,
      "API-STATE-UNKNOWN",
      "没有 {0} 这个状态。",
      "可用：{1}。",
      "There is no state {0}.",
      "Use one of {1}."),
  CURSOR_UNKNOWN(
      400,
      "API-CURSOR-UNKNOWN",
      "翻页标记无效。",
      "请原样使用上一页给出的 cursor，或不带它从头开始。",
      "The cursor is not one of ours.",
      "Use the cursor of the previous page as it is, or none to start again."),
  LIMIT_REFUSED(
      400,
      "API-LIMIT-REFUSED",
      "limit 须是 1 到 100 的整数。",
      "请改正 limit，或不带它。",
      "limit must be a whole number from 1 to 100.",
      "Mend it or leave it out.");

  private final int status;
  private final Texts texts;

  ApiProblem(
      int status,
      String code,
      String chinese,
      String chineseCure,
      String english,
      String englishCure) {
    this.status = status;
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  /** The answer that tells of it. */
  Reply reply(String instance, Object... arguments) {
    Reason reason = Reason.of(this, arguments);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "urn:dingledger:problem:" + code());
    body.put("title", name().replace('_', ' ').toLowerCase(Locale.ROOT));
    body.put("status", status);
    body.put("instance", instance);
    body.put("code", code());
    body.put("zh", reason.chinese());
    body.put("en", reason.english());
    return Reply.json(status, "application/problem+json", body);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
