package io.dingledger.platform.store;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** How items and writes look to DynamoDB. */
final class DynamoItems {
  /** The table's partition key. */
  static final String PARTITION = "pk";

  /** The table's sort key. */
  static final String SORT = "sk";

  private static final String WRITE_ID = "writeId";

  private DynamoItems() {}

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static Map<String, AttributeValue> key(Key key) {
    return Map.of(PARTITION, text(key.partition()), SORT, text(key.sort()));
  }

  static Key keyOf(Map<String, AttributeValue> stored) {
    return new Key(stored.get(PARTITION).s(), stored.get(SORT).s());
  }

  static Map<String, AttributeValue> stored(Item item, String writeId) {
    Map<String, AttributeValue> stored = new HashMap<>(key(item.key()));
    stored.put(WRITE_ID, text(writeId));
    item.attributes().forEach((name, value) -> stored.put(name, stored(value)));
    return stored;
  }

  static Item item(Map<String, AttributeValue> stored) {
    Map<String, Attribute> attributes = new HashMap<>();
    stored.forEach(
        (name, value) -> {
          switch (value.type()) {
            case S -> attributes.put(name, new Attribute.Text(value.s()));
            case N -> attributes.put(name, new Attribute.Whole(Long.parseLong(value.n())));
            case B -> attributes.put(name, new Attribute.Bytes(value.b().asByteArray()));
            default -> {
              // Not ours: a later version, or a person at the console.
            }
          }
        });
    Key key = keyOf(stored);
    attributes.remove(PARTITION);
    attributes.remove(SORT);
    attributes.remove(WRITE_ID);
    return new Item(key, attributes);
  }

  static boolean isWrittenBy(Map<String, AttributeValue> stored, String writeId) {
    return stored.containsKey(WRITE_ID) && writeId.equals(stored.get(WRITE_ID).s());
  }

  /** The condition as an expression; null, which the SDK leaves out, when there is none. */
  static String expression(Condition condition) {
    return switch (condition) {
      case Condition.None none -> null;
      case Condition.Absent absent -> "attribute_not_exists(" + PARTITION + ")";
      case Condition.VersionIs version -> Item.VERSION + " = :version";
    };
  }

  /** The values of the expression; null, which the SDK leaves out, when there are none. */
  static Map<String, AttributeValue> values(Condition condition) {
    return condition instanceof Condition.VersionIs(long version) ? values(version) : null;
  }

  /** The condition of a deletion as an expression; null when there is none. */
  static String expression(Write.Delete gone) {
    return gone.version().isEmpty()
        ? null
        : "attribute_not_exists(" + PARTITION + ") OR " + Item.VERSION + " = :version";
  }

  /** The values of that expression; null when there are none. */
  static Map<String, AttributeValue> values(Write.Delete gone) {
    return gone.version().isEmpty() ? null : values(gone.version().getAsLong());
  }

  private static Map<String, AttributeValue> values(long version) {
    return Map.of(":version", AttributeValue.fromN(Long.toString(version)));
  }

  static TransactWriteItem part(String table, Write write, String writeId) {
    return switch (write) {
      case Write.Delete gone ->
          TransactWriteItem.builder()
              .delete(
                  delete ->
                      delete
                          .tableName(table)
                          .key(key(gone.key()))
                          .conditionExpression(expression(gone))
                          .expressionAttributeValues(values(gone)))
              .build();
      case Write.Check(Key key, Condition condition) ->
          TransactWriteItem.builder()
              .conditionCheck(
                  check ->
                      check
                          .tableName(table)
                          .key(key(key))
                          .conditionExpression(expression(condition))
                          .expressionAttributeValues(values(condition)))
              .build();
      case Write.Put(Item item, Condition condition) ->
          TransactWriteItem.builder()
              .put(
                  put ->
                      put.tableName(table)
                          .item(stored(item, writeId))
                          .conditionExpression(expression(condition))
                          .expressionAttributeValues(values(condition))
                          .returnValuesOnConditionCheckFailure(
                              ReturnValuesOnConditionCheckFailure.ALL_OLD))
              .build();
    };
  }

  private static AttributeValue stored(Attribute value) {
    return switch (value) {
      case Attribute.Text(String text) -> text(text);
      case Attribute.Whole(long whole) -> AttributeValue.fromN(Long.toString(whole));
      case Attribute.Bytes(byte[] bytes) -> AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
    };
  }
}
