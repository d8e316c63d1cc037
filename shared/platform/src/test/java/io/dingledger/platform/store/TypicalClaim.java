package io.dingledger.platform.store;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.ExpenseClaim;
import io.dingledger.model.document.Person;
import io.dingledger.model.money.Money;
import io.dingledger.platform.support.Samples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * An expense claim as companies write them: so many rows of seven cells each, an attachment in each
 * row, two approvers; identifiers and amounts that nothing repeats, as DingTalk's are.
 */
final class TypicalClaim {
  private final Random random;
  private final int rows;
  private final DocumentId id;

  TypicalClaim(DocumentId id, int rows) {
    this.random = new Random(rows);
    this.rows = rows;
    this.id = id;
  }

  DocumentStore.Source source(String businessId) {
    return new DocumentStore.Source(
        raw(businessId),
        Optional.of(typed(businessId)),
        Optional.of(new DocumentStore.Sibling(id, ApprovalDetail.Action.NONE, Samples.NOW)));
  }

  String raw(String businessId) {
    StringBuilder raw = new StringBuilder("{\"result\":{\"title\":\"示例员工提交的差旅费报销\"");
    raw.append(",\"finishTime\":\"2026-03-01T16:00Z\",\"originatorUserId\":\"manager4021\"");
    raw.append(",\"originatorDeptId\":\"918273645\",\"originatorDeptName\":\"华东大区-销售一部\"");
    raw.append(",\"status\":\"COMPLETED\",\"result\":\"agree\",\"businessId\":\"");
    raw.append(businessId).append("\",\"operationRecords\":[");
    for (String type : List.of("START_PROCESS_INSTANCE", "EXECUTE_TASK_NORMAL", "PROCESS_CC")) {
      raw.append("{\"userId\":\"").append(digits(18)).append("\",\"date\":\"2026-03-01T15:");
      raw.append(10 + random.nextInt(49)).append("Z\",\"type\":\"").append(type);
      raw.append("\",\"result\":\"AGREE\",\"remark\":\"同意\",\"activityId\":\"");
      raw.append(word()).append("\"},");
    }
    raw.append("{}],\"tasks\":[{\"taskId\":").append(digits(11)).append(",\"userId\":\"");
    raw.append(digits(18)).append("\",\"status\":\"COMPLETED\",\"result\":\"AGREE\"}]");
    raw.append(",\"bizAction\":\"NONE\",\"formComponentValues\":[").append(component("总金额"));
    raw.append(component("报销事由")).append(component("收款账户")).append("{\"id\":\"TableField_");
    raw.append(word()).append("\",\"componentType\":\"TableField\",\"value\":\"[");
    for (int row = 0; row < rows; row++) {
      raw.append("{\\\"rowNumber\\\":\\\"TableField_")
          .append(row)
          .append("\\\",\\\"rowValue\\\":[");
      for (String label : List.of("费用类型", "金额", "税额", "发票类型", "日期", "备注", "发票")) {
        raw.append("{\\\"label\\\":\\\"").append(label).append("\\\",\\\"key\\\":\\\"Field-");
        raw.append(word()).append("\\\",\\\"value\\\":\\\"").append(digits(5));
        raw.append("\\\",\\\"extendValue\\\":{\\\"key\\\":\\\"option_").append(word());
        raw.append("\\\"}},");
      }
      raw.append("{}]},");
    }
    return raw.append("{}]\"}]},\"success\":true}").toString();
  }

  private String component(String name) {
    return "{\"id\":\"MoneyField-"
        + word()
        + "\",\"name\":\""
        + name
        + "\",\"componentType\":\"MoneyField\",\"bizAlias\":\"\",\"value\":\""
        + digits(6)
        + "\",\"extValue\":\"{\\\"upper\\\":\\\"壹佰贰拾叁元整\\\"}\"},";
  }

  private ExpenseClaim typed(String businessId) {
    List<ExpenseClaim.Line> lines = new ArrayList<>();
    Map<String, String> origins = new LinkedHashMap<>();
    origins.put("total", "by id MoneyField-" + word());
    for (String field : List.of("category", "amount", "tax", "invoiceKind", "date", "note")) {
      origins.put("lines." + field, "by id Field-" + word());
    }
    for (int row = 1; row <= rows; row++) {
      lines.add(
          new ExpenseClaim.Line(
              row,
              "差旅费-打车",
              Money.of(random.nextInt(9999) + ".50", "CNY"),
              Optional.of(Money.of(random.nextInt(99) + ".03", "CNY")),
              "增值税专用发票",
              Optional.of(LocalDate.of(2026, 2, 1 + random.nextInt(28))),
              "客户 " + digits(5)));
    }
    return new ExpenseClaim(header(businessId, origins), Money.of("12345.67", "CNY"), lines);
  }

  private DocumentHeader header(String businessId, Map<String, String> origins) {
    return new DocumentHeader(
        id,
        businessId,
        "示例员工提交的差旅费报销",
        new Person("manager4021", "示例员工", "E" + digits(4)),
        new Department("918273645", "销售一部", "D01", "918273640", List.of("示例公司", "华东大区", "销售一部")),
        LocalDate.of(2026, 3, 1),
        List.of(
            new ApprovalDetail.Step(digits(18), Samples.NOW, "START_PROCESS_INSTANCE", "NONE"),
            new ApprovalDetail.Step(digits(18), Samples.NOW, "EXECUTE_TASK_NORMAL", "AGREE")),
        origins);
  }

  private String digits(int many) {
    StringBuilder digits = new StringBuilder();
    while (digits.length() < many) {
      digits.append(1 + random.nextInt(9));
    }
    return digits.toString();
  }

  private String word() {
    return Long.toString(random.nextLong(Integer.MAX_VALUE), 36).toUpperCase(Locale.ROOT);
  }
}
