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
  MONTH_REFUSED(
      400,
      "API-MONTH-REFUSED",
      "{0} 不是月份。",
      "请写成 2026-03 这样的四位年份和两位月份。",
      "{0} is no month.",
      "Write it as 2026-03: four digits of the year, two of the month."),
  LINE_UNKNOWN(
      404,
      "API-LINE-UNKNOWN",
      "{0} 的薪资凭证 {1} 没有第 {2} 行。",
      "请从薪资期间的单据详情中取凭证编号和行号（从 1 开始）。",
      "{0} has no pay voucher {1} with a line {2}.",
      "Take the voucher's key and the line's number, from 1, from the month's document."),
  MONTH_NOT_OVER(
      409,
      "API-MONTH-NOT-OVER",
      "{0} 尚未结束，不能结账。",
      "请在该月结束之后再结账。",
      "{0} is not over yet, so it can't be closed.",
      "Close it when the month is over."),
  OPERATOR_UNKNOWN(
      401,
      "API-OPERATOR-UNKNOWN",
      "这个请求会改变数据，但没有带操作口令。",
      "请带上 Authorization: Bearer 和数据目录中 operator.token 文件的内容。",
      "This request changes something and does not carry the operator's token.",
      "Send Authorization: Bearer with the content of the file operator.token in the data folder."),
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
