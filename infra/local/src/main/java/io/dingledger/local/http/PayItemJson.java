package io.dingledger.local.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayMonth;
import io.dingledger.rules.pay.PayrollTable;
import java.util.List;

/** Pay items and their months as the interface shows them. */
final class PayItemJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PayItemJson() {}

  static ObjectNode month(PayMonth month) {
    ObjectNode node = JSON.objectNode();
    node.put("month", month.month().toString());
    node.put("state", month.isClosed() ? "CLOSED" : "OPEN");
    month
        .closed()
        .ifPresent(
            closed ->
                node.put("closedAt", closed.at().toString())
                    .put("closedBy", closed.by())
                    .put("document", DocumentId.ofPayPeriod(month.month()).value()));
    return node;
  }

  static ArrayNode items(List<PayItem> items) {
    ArrayNode nodes = JSON.arrayNode();
    items.forEach(item -> nodes.add(item(item)));
    return nodes;
  }

  static ObjectNode item(PayItem item) {
    ObjectNode node = JSON.objectNode();
    node.put("id", item.id().value());
    node.put("document", item.document().value());
    node.put("userId", item.person().userId());
    node.put("name", item.person().name());
    node.put("jobNumber", item.person().jobNumber());
    node.put("departmentId", item.department().id());
    node.put("department", item.department().name());
    node.put("departmentCode", item.department().code());
    node.put("item", item.item());
    node.put("code", item.code());
    node.put("unit", item.unit().word());
    node.put("sign", item.sign().word());
    node.put("day", item.day().toString());
    node.put("month", item.month().toString());
    node.put("quantity", item.quantity().toPlainString());
    node.put("factor", item.factor().toPlainString());
    node.put("rate", item.rate().toPlainString());
    node.set("amount", DocumentJson.money(item.amount()));
    node.set("explanation", DocumentJson.explanation(item.explanation()));
    item.reverses().ifPresent(reversed -> node.put("reverses", reversed.value()));
    return node;
  }

  static ArrayNode sums(List<PayrollTable.Sum> sums) {
    ArrayNode nodes = JSON.arrayNode();
    for (PayrollTable.Sum sum : sums) {
      ObjectNode node = nodes.addObject();
      node.put("userId", sum.userId());
      node.put("jobNumber", sum.jobNumber());
      node.put("name", sum.name());
      node.put("item", sum.item());
      node.put("code", sum.code());
      node.put("unit", sum.unit().word());
      node.put("count", sum.count());
      node.put("quantity", sum.quantity().toPlainString());
      node.set("amount", DocumentJson.money(sum.amount()));
    }
    return nodes;
  }
}
