package io.dingledger.platform.store;

import io.dingledger.platform.access.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * A table of DynamoDB. Its definition stands in {@code docs/data-model.md}.
 *
 * <p>The SDK repeats a request whose answer was lost. A put that had succeeded then finds its own
 * item and its condition fails, though it was the one that won. Therefore each write carries an id
 * that is stored with the item and compared when a condition fails; transactions use it as their
 * client request token, too. How often and how long the SDK tries is the client's configuration.
 */
public final class DynamoTable implements WholeTable {
  private static final int KEYS_PER_BATCH = 100;
  private static final int ROUNDS = 6;
  private static final int PAUSE_MILLIS = 25;

  private final DynamoDbClient client;
  private final String table;
  private final Access access;

  /** A table by its name. The client's life is the caller's matter. */
  public DynamoTable(DynamoDbClient client, String table) {
    this(client, table, Access.OWN);
  }

  /** The same with these permissions. */
  public DynamoTable(DynamoDbClient client, String table, Access access) {
    this.client = client;
    this.table = table;
    this.access = access;
  }

  @Override
  public Optional<Item> get(Key key) {
    try {
      Map<String, AttributeValue> found =
          client
              .getItem(
                  request ->
                      request
                          .tableName(table)
                          .key(DynamoItems.key(key))
                          .consistentRead(true)
                          .overrideConfiguration(permitted()))
              .item();
      return found.isEmpty() ? Optional.empty() : Optional.of(DynamoItems.item(found));
    } catch (SdkException failure) {
      throw unreachable(failure);
    }
  }

  @Override
  public Map<Key, Item> getAll(List<Key> keys) {
    Map<Key, Item> found = new HashMap<>();
    List<Key> distinct = keys.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += KEYS_PER_BATCH) {
      int to = Math.min(distinct.size(), from + KEYS_PER_BATCH);
      getBatch(distinct.subList(from, to), found);
    }
    return found;
  }

  @Override
  public List<Item> query(String partition, String sortPrefix) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", DynamoItems.text(partition));
    String condition = DynamoItems.PARTITION + " = :pk";
    if (!sortPrefix.isEmpty()) {
      condition += " AND begins_with(" + DynamoItems.SORT + ", :sk)";
      values.put(":sk", DynamoItems.text(sortPrefix));
    }
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .overrideConfiguration(permitted())
            .consistentRead(true)
            .keyConditionExpression(condition)
            .expressionAttributeValues(values)
            .build();
    return queried(request, Integer.MAX_VALUE).stream().map(DynamoItems::item).toList();
  }

  @Override
  public List<Index.Entry> queryIndex(
      Index index, String partition, Optional<String> below, boolean descending, int limit) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", DynamoItems.text(partition));
    String condition = index.partitionAttribute() + " = :pk";
    if (below.isPresent()) {
      condition += " AND " + index.sortAttribute() + " < :below";
      values.put(":below", DynamoItems.text(below.get()));
    }
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .overrideConfiguration(permitted())
            .indexName(index.indexName())
            .keyConditionExpression(condition)
            .expressionAttributeValues(values)
            .scanIndexForward(!descending)
            .limit(limit)
            .build();
    return queried(request, limit).stream()
        .map(line -> new Index.Entry(DynamoItems.keyOf(line), line.get(index.sortAttribute()).s()))
        .toList();
  }

  @Override
  public Seen look(String partition, Optional<Key> after) {
    try {
      ScanResponse part =
          client.scan(
              request ->
                  request
                      .tableName(table)
                      .consistentRead(true)
                      .projectionExpression(DynamoItems.PARTITION + ", " + DynamoItems.SORT)
                      .filterExpression("pk = :own OR begins_with(pk, :below)")
                      .expressionAttributeValues(
                          Map.of(
                              ":own", DynamoItems.text(partition),
                              ":below", DynamoItems.text(partition + "#")))
                      .exclusiveStartKey(after.map(DynamoItems::key).orElse(null)));
      return new Seen(
          part.items().stream().map(DynamoItems::keyOf).toList(),
          part.lastEvaluatedKey().isEmpty()
              ? Optional.empty()
              : Optional.of(DynamoItems.keyOf(part.lastEvaluatedKey())));
    } catch (SdkException failure) {
      throw unreachable(failure);
    }
  }

  @Override
  public boolean write(List<Write> writes) {
    List<Write> checked = Write.checked(writes);
    String writeId = UUID.randomUUID().toString().replace("-", "");
    try {
      return checked.size() == 1
          ? writeOne(checked.getFirst(), writeId)
          : writeTogether(checked, writeId);
    } catch (SdkException failure) {
      throw unreachable(failure);
    }
  }

  private boolean writeOne(Write write, String writeId) {
    return switch (write) {
      case Write.Delete gone -> deleteOne(gone);
      case Write.Put put -> putOne(put, writeId);
      case Write.Check check -> writeTogether(List.of(check), writeId);
    };
  }

  private boolean deleteOne(Write.Delete gone) {
    try {
      client.deleteItem(
          request ->
              request
                  .tableName(table)
                  .overrideConfiguration(permitted())
                  .key(DynamoItems.key(gone.key()))
                  .conditionExpression(DynamoItems.expression(gone))
                  .expressionAttributeValues(DynamoItems.values(gone)));
      return true;
    } catch (ConditionalCheckFailedException | TransactionConflictException somebodyElse) {
      return false;
    }
  }

  private boolean putOne(Write.Put put, String writeId) {
    try {
      client.putItem(
          request ->
              request
                  .tableName(table)
                  .overrideConfiguration(permitted())
                  .item(DynamoItems.stored(put.item(), writeId))
                  .conditionExpression(DynamoItems.expression(put.condition()))
                  .expressionAttributeValues(DynamoItems.values(put.condition()))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return true;
    } catch (ConditionalCheckFailedException notHeld) {
      return notHeld.hasItem() && DynamoItems.isWrittenBy(notHeld.item(), writeId);
    } catch (TransactionConflictException somebodyElse) {
      return false;
    }
  }

  private boolean writeTogether(List<Write> writes, String writeId) {
    List<TransactWriteItem> parts =
        writes.stream().map(write -> DynamoItems.part(table, write, writeId)).toList();
    try {
      client.transactWriteItems(
          request ->
              request
                  .transactItems(parts)
                  .clientRequestToken(writeId)
                  .overrideConfiguration(permitted()));
      return true;
    } catch (TransactionCanceledException cancelled) {
      return isOwnSuccess(cancelled, writeId);
    }
  }

  private boolean isOwnSuccess(TransactionCanceledException cancelled, String writeId) {
    boolean lost = false;
    for (CancellationReason reason : cancelled.cancellationReasons()) {
      switch (String.valueOf(reason.code())) {
        case "None" -> {}
        case "ConditionalCheckFailed" -> {
          if (reason.hasItem() && DynamoItems.isWrittenBy(reason.item(), writeId)) {
            return true;
          }
          lost = true;
        }
        case "TransactionConflict" -> lost = true;
        default -> throw new StoreUnreachable(cancelled, reason.code());
      }
    }
    if (!lost) {
      throw unreachable(cancelled);
    }
    return false;
  }

  private List<Map<String, AttributeValue>> queried(QueryRequest first, int limit) {
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    QueryRequest request = first;
    try {
      while (true) {
        QueryResponse page = client.query(request);
        found.addAll(page.items());
        if (found.size() >= limit || page.lastEvaluatedKey().isEmpty()) {
          return found.subList(0, Math.min(limit, found.size()));
        }
        request = request.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
      }
    } catch (SdkException failure) {
      throw unreachable(failure);
    }
  }

  private void getBatch(List<Key> keys, Map<Key, Item> found) {
    Map<String, KeysAndAttributes> wanted =
        Map.of(
            table,
            KeysAndAttributes.builder()
                .keys(keys.stream().map(DynamoItems::key).toList())
                .consistentRead(true)
                .build());
    try {
      for (int round = 0; round < ROUNDS && !wanted.isEmpty(); round++) {
        pauseBefore(round);
        Map<String, KeysAndAttributes> asked = wanted;
        var answer =
            client.batchGetItem(
                request -> request.requestItems(asked).overrideConfiguration(permitted()));
        for (Map<String, AttributeValue> each : answer.responses().getOrDefault(table, List.of())) {
          Item item = DynamoItems.item(each);
          found.put(item.key(), item);
        }
        wanted = answer.unprocessedKeys();
      }
    } catch (SdkException failure) {
      throw unreachable(failure);
    }
    if (!wanted.isEmpty()) {
      throw new StoreUnreachable(null, "unprocessed keys");
    }
  }

  /** DynamoDB leaves keys unanswered when it is busy and asks for a growing pause. */
  private static void pauseBefore(int round) {
    if (round == 0) {
      return;
    }
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS << round) + 1L);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StoreUnreachable(stopped, "interrupted");
    }
  }

  /** With whose credentials a request is signed; null, which the SDK leaves out, for our own. */
  private AwsRequestOverrideConfiguration permitted() {
    return access
        .now()
        .map(given -> AwsRequestOverrideConfiguration.builder().credentialsProvider(given).build())
        .orElse(null);
  }

  private static StoreUnreachable unreachable(SdkException failure) {
    boolean coded =
        failure instanceof DynamoDbException answered && answered.awsErrorDetails() != null;
    return new StoreUnreachable(
        failure,
        coded
            ? ((DynamoDbException) failure).awsErrorDetails().errorCode()
            : failure.getClass().getSimpleName());
  }
}
