package io.dingledger.post;

import static io.dingledger.embedded.function.FunctionCall.failed;
import static io.dingledger.embedded.function.FunctionCall.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.embedded.function.EmbeddedAws;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.codec.PostWorkCodec;
import io.dingledger.platform.codec.RetryWorkCodec;
import io.dingledger.platform.store.DynamoTable;
import io.dingledger.platform.store.TableDocumentStore;
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
class PostFunctionTest {
  private final DynamoDbClient dynamo = EmbeddedAws.administratorOfTable();

  @ConfigProperty(name = "dingledger.table")
  String table;

  private final SqsClient sqs = EmbeddedAws.administratorOfQueues();

  @ConfigProperty(name = "dingledger.failures.queue")
  String failures;

  @Test
  void aVoucherOfATenantWithoutSettingsIsReportedAndOnlyTheUnknownOneComesAgain() {
    TableDocumentStore documents = new TableDocumentStore(new DynamoTable(dynamo, table));
    DocumentRecord record =
        DocumentRecord.announced(
                PostFixture.TENANT, PostFixture.DOCUMENT, Optional.empty(), Instant.now())
            .changed()
            .state(DocumentState.POSTING)
            .postings(
                List.of(
                    Posting.ready(PostFixture.KEY, Purpose.RECORD, Instant.now().plusSeconds(300))))
            .build();
    documents.saveTranslated(record, PostFixture.SOURCE, List.of(PostFixture.voucher()));
    PostWork unknown = new PostWork(PostFixture.TENANT, new DocumentId("other"), PostFixture.KEY);
    PostWorkCodec codec = new PostWorkCodec();
    assertEquals(
        List.of("2"),
        failed(
            message("1", "arn:vouchers", codec.encode(PostFixture.WORK)),
            message("2", "arn:vouchers", codec.encode(unknown))));
    Posting posting =
        documents
            .find(PostFixture.TENANT, PostFixture.DOCUMENT)
            .flatMap(found -> found.posting(PostFixture.KEY))
            .orElseThrow();
    assertEquals(FailureKind.CONFIG, posting.pending().failure().orElseThrow().kind());
    String report =
        sqs.receiveMessage(request -> request.queueUrl(failures).waitTimeSeconds(5))
            .messages()
            .getFirst()
            .body();
    assertEquals(
        new RetryWork.TryFailed(
            PostFixture.TENANT, PostFixture.DOCUMENT, Optional.of(PostFixture.KEY)),
        new RetryWorkCodec().decode(report));
  }
}
