package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.platform.support.LocalDynamo;
import io.dingledger.platform.support.LosingHttpClient;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

class DynamoTableTest extends TableContract {
  @Override
  Table empty() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }

  @Nested
  class When_an_answer_is_lost_after_the_write {
    private final LosingHttpClient http = new LosingHttpClient();
    private final Table losing = new DynamoTable(LocalDynamo.client(http), LocalDynamo.newTable());

    @Test
    void a_single_put_knows_its_own_success() {
      http.loseNext(1);
      assertTrue(losing.write(List.of(new Write.Put(versioned(1), Condition.ABSENT))));
      assertEquals(1, http.lost());
      http.loseNext(1);
      assertTrue(losing.write(List.of(new Write.Put(versioned(2), Condition.versionIs(1)))));
      assertEquals(2, http.lost());
    }

    @Test
    void a_transaction_knows_its_own_success() {
      http.loseNext(1);
      assertTrue(
          losing.write(
              List.of(
                  new Write.Put(versioned(1), Condition.ABSENT),
                  new Write.Put(Item.at(new Key("p", "beside")), Condition.ABSENT))));
      assertEquals(1, http.lost());
    }

    @Test
    void a_deletion_knows_its_own_success() {
      losing.write(List.of(new Write.Put(versioned(1), Condition.ABSENT)));
      http.loseNext(1);
      Write gone = new Write.Delete(versioned(1).key(), OptionalLong.of(1));
      assertTrue(losing.write(List.of(gone)));
      assertEquals(1, http.lost());
    }

    @Test
    void somebody_elses_item_is_not_taken_for_its_own() {
      losing.write(List.of(new Write.Put(versioned(1), Condition.ABSENT)));
      http.loseNext(1);
      assertFalse(losing.write(List.of(new Write.Put(versioned(1), Condition.ABSENT))));
    }
  }

  @Nested
  class When_DynamoDB_refuses {
    @Test
    void a_conflict_means_that_somebody_else_was_faster() {
      assertFalse(writeTwo(cancelled("None", "TransactionConflict")));
      assertFalse(
          new DynamoTable(
                  new Answering() {
                    @Override
                    public PutItemResponse putItem(PutItemRequest request) {
                      throw TransactionConflictException.builder().build();
                    }
                  },
                  "t")
              .write(List.of(new Write.Put(versioned(1), Condition.ABSENT))));
    }

    @Test
    void throttling_of_a_transaction_is_no_answer() {
      StoreUnreachable unreachable =
          assertThrows(
              StoreUnreachable.class,
              () -> writeTwo(cancelled("ConditionalCheckFailed", "ThrottlingError")));
      assertEquals("PLATFORM-STORE-UNREACHABLE", unreachable.reason().code());
    }

    @Test
    void a_condition_that_failed_on_our_own_item_is_our_own_success() {
      Table late =
          new DynamoTable(
              new Answering() {
                @Override
                public TransactWriteItemsResponse transactWriteItems(
                    TransactWriteItemsRequest request) {
                  throw TransactionCanceledException.builder()
                      .cancellationReasons(
                          CancellationReason.builder()
                              .code("ConditionalCheckFailed")
                              .item(request.transactItems().getFirst().put().item())
                              .build())
                      .build();
                }
              },
              "t");
      assertTrue(
          late.write(
              List.of(
                  new Write.Put(versioned(1), Condition.ABSENT),
                  new Write.Delete(new Key("p", "other")))));
    }

    @Test
    void a_cancellation_without_reasons_is_no_answer() {
      assertThrows(
          StoreUnreachable.class, () -> writeTwo(TransactionCanceledException.builder().build()));
    }

    @Test
    void a_network_failure_is_no_answer() {
      Table broken =
          new DynamoTable(
              new Answering() {
                @Override
                public GetItemResponse getItem(GetItemRequest request) {
                  throw SdkClientException.create("connection refused");
                }
              },
              "t");
      assertThrows(StoreUnreachable.class, () -> broken.get(new Key("p", "s")));
    }

    @Test
    void an_error_is_named_by_its_code() {
      var denied =
          software.amazon.awssdk.services.dynamodb.model.DynamoDbException.builder()
              .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDeniedException").build())
              .build();
      Table broken =
          new DynamoTable(
              new Answering() {
                @Override
                public GetItemResponse getItem(GetItemRequest request) {
                  throw denied;
                }
              },
              "t");
      StoreUnreachable unreachable =
          assertThrows(StoreUnreachable.class, () -> broken.get(new Key("p", "s")));
      assertTrue(unreachable.getMessage().contains("AccessDeniedException"));
    }

    @Test
    void keys_that_stay_unanswered_are_no_absence() {
      Table busy =
          new DynamoTable(
              new Answering() {
                @Override
                public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
                  return BatchGetItemResponse.builder()
                      .responses(Map.of())
                      .unprocessedKeys(request.requestItems())
                      .build();
                }
              },
              "t");
      assertThrows(StoreUnreachable.class, () -> busy.getAll(List.of(new Key("p", "s"))));
    }

    private boolean writeTwo(TransactionCanceledException answer) {
      Table table =
          new DynamoTable(
              new Answering() {
                @Override
                public TransactWriteItemsResponse transactWriteItems(
                    TransactWriteItemsRequest request) {
                  throw answer;
                }
              },
              "t");
      return table.write(
          List.of(
              new Write.Put(versioned(1), Condition.ABSENT),
              new Write.Delete(new Key("p", "other"))));
    }

    private TransactionCanceledException cancelled(String... codes) {
      return TransactionCanceledException.builder()
          .cancellationReasons(
              List.of(codes).stream()
                  .map(code -> CancellationReason.builder().code(code).build())
                  .toList())
          .build();
    }
  }

  /** A client of which only some calls answer. */
  private abstract static class Answering implements DynamoDbClient {
    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
