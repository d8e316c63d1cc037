package io.dingledger.embedded.permission;

import io.dingledger.embedded.template.ResolvedTemplate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What requests to a table are in the words of policies.
 *
 * <p>Which partitions AWS shows the permission of one part of a transaction, that part's own or
 * those of all parts, is not documented. So each part needs its permission either way.
 */
final class TableCalls {
  private static final java.util.regex.Pattern EQUALS =
      java.util.regex.Pattern.compile("([#A-Za-z]\\w*)\\s*=\\s*(:\\w+)");
  private static final Map<String, String> PARTITIONS =
      Map.of("", "pk", "due", "duePk", "list", "listPk");

  private final ResolvedTemplate template;

  TableCalls(ResolvedTemplate template) {
    this.template = template;
  }

  List<Call> of(SdkRequest request) {
    return switch (request) {
      case GetItemRequest get -> List.of(one("GetItem", get.tableName(), get.key()));
      case PutItemRequest put -> List.of(one("PutItem", put.tableName(), put.item()));
      case DeleteItemRequest gone -> List.of(one("DeleteItem", gone.tableName(), gone.key()));
      case UpdateItemRequest changed ->
          List.of(one("UpdateItem", changed.tableName(), changed.key()));
      case BatchGetItemRequest batch ->
          batch.requestItems().entrySet().stream()
              .map(
                  each ->
                      call(
                          "BatchGetItem",
                          each.getKey(),
                          each.getValue().keys().stream().map(TableCalls::partition).toList()))
              .toList();
      case QueryRequest query -> List.of(queried(query));
      case ScanRequest scan ->
          List.of(call("Scan", path(scan.tableName(), scan.indexName()), List.of()));
      case ExecuteStatementRequest partiql -> throw new Unknown(partiql.statement());
      case TransactWriteItemsRequest together -> together(together.transactItems());
      default -> throw new Unknown(request.getClass().getSimpleName());
    };
  }

  private Call queried(QueryRequest query) {
    String attribute = PARTITIONS.get(query.indexName() == null ? "" : query.indexName());
    List<String> keys = new ArrayList<>();
    if (query.keyConditionExpression() != null) {
      Matcher equal = EQUALS.matcher(query.keyConditionExpression());
      while (equal.find()) {
        String name = query.expressionAttributeNames().getOrDefault(equal.group(1), equal.group(1));
        if (name.equals(attribute)) {
          keys.add(query.expressionAttributeValues().get(equal.group(2)).s());
        }
      }
    }
    return call("Query", path(query.tableName(), query.indexName()), keys);
  }

  private List<Call> together(List<TransactWriteItem> parts) {
    List<Call> own = new ArrayList<>();
    for (TransactWriteItem part : parts) {
      if (part.put() != null) {
        own.add(one("PutItem", part.put().tableName(), part.put().item()));
      }
      if (part.delete() != null) {
        own.add(one("DeleteItem", part.delete().tableName(), part.delete().key()));
      }
      if (part.update() != null) {
        own.add(one("UpdateItem", part.update().tableName(), part.update().key()));
      }
      if (part.conditionCheck() != null) {
        own.add(
            one(
                "ConditionCheckItem",
                part.conditionCheck().tableName(),
                part.conditionCheck().key()));
      }
    }
    List<String> all =
        own.stream().flatMap(each -> each.values(Call.LEADING_KEYS).stream()).distinct().toList();
    Set<Call> calls = new LinkedHashSet<>(own);
    own.forEach(each -> calls.add(each.with(Call.LEADING_KEYS, all)));
    return List.copyOf(calls);
  }

  private Call one(String action, String table, Map<String, AttributeValue> key) {
    return call(action, table, List.of(partition(key)));
  }

  private Call call(String action, String path, List<String> keys) {
    return new Call(
        "dynamodb:" + action,
        template.regional("dynamodb", "table/" + path),
        keys.isEmpty() ? Map.of() : Map.of(Call.LEADING_KEYS, keys.stream().distinct().toList()));
  }

  private static String partition(Map<String, AttributeValue> key) {
    return key.get("pk").s();
  }

  private static String path(String table, String index) {
    return index == null ? table : table + "/index/" + index;
  }
}
