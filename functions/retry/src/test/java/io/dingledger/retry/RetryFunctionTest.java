package io.dingledger.retry;

import static io.dingledger.embedded.function.FunctionCall.failed;
import static io.dingledger.embedded.function.FunctionCall.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.embedded.function.EmbeddedAws;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.Wait;
import io.dingledger.platform.codec.PostWorkCodec;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.store.DynamoTable;
import io.dingledger.platform.store.TableDocumentStore;
import io.dingledger.platform.store.TableQuarantine;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The function as it is packaged, over a table and queues made from the template. */
@QuarkusTest
@QuarkusTestResource(LocalAws.class)
class RetryFunctionTest {
  private final DynamoDbClient dynamo = EmbeddedAws.administratorOfTable();

  @ConfigProperty(name = "dingledger.table")
  String table;

  private final SqsClient sqs = EmbeddedAws.administratorOfQueues();

  @ConfigProperty(name = "dingledger.events.queue")
  String events;

  @ConfigProperty(name = "dingledger.vouchers.dead.letters")
  String deadVouchers;

  @Test
  void theScheduleSweepsAndADeadLetterThatNobodyKnowsIsKept() {
    DynamoTable items = new DynamoTable(dynamo, table);
    DocumentRecord record =
        DocumentRecord.announced(
                RetryFixture.TENANT, RetryFixture.DOCUMENT, Optional.empty(), Instant.EPOCH)
            .changed()
            .fetch(Wait.watchedUntil(Instant.EPOCH))
            .build();
    new TableDocumentStore(items).save(record);
    String dead = new PostWorkCodec().encode(RetryFixture.POST);
    assertEquals(
        List.of(),
        failed(message("1", "arn:failures", "{\"sweep\":true}"), message("2", deadVouchers, dead)));
    String again =
        sqs.receiveMessage(request -> request.queueUrl(events).waitTimeSeconds(5))
            .messages()
            .getFirst()
            .body();
    assertEquals(RetryFixture.TRANSLATE, new TranslateWorkCodec().decode(again));
    assertEquals(1, new TableQuarantine(items).count());
  }
}
