package io.dingledger.translate;

import static io.dingledger.embedded.function.FunctionCall.failed;
import static io.dingledger.embedded.function.FunctionCall.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.embedded.function.EmbeddedAws;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.codec.TranslateWorkCodec;
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

/** The function as it is packaged, over a table and queues made from the template. */
@QuarkusTest
@QuarkusTestResource(LocalAws.class)
class TranslateFunctionTest {
  private final DynamoDbClient dynamo = EmbeddedAws.administratorOfTable();

  @ConfigProperty(name = "dingledger.table")
  String table;

  @Test
  void anEventIsRecordedAndOnlyTheBrokenMessageComesAgain() {
    Tenant tenant = Tenant.verified("nobody");
    EventSubject.Approval finished =
        new EventSubject.Approval(
            "p-1",
            "PROC-1",
            "",
            "",
            EventSubject.Phase.FINISH,
            Optional.of(EventSubject.Result.AGREE),
            "u-1",
            "",
            Optional.empty());
    SourceEvent event =
        new SourceEvent(tenant, "e-1", "bpms_instance_change", Instant.EPOCH, finished, "{}");
    String good = new TranslateWorkCodec().encode(new TranslateWork.Happened(event));
    assertEquals(
        List.of("2"), failed(message("1", "arn:events", good), message("2", "arn:events", "?")));
    DocumentRecord record =
        new TableDocumentStore(new DynamoTable(dynamo, table))
            .find(tenant, new DocumentId("p-1"))
            .orElseThrow();
    assertEquals(DocumentState.HELD, record.state());
    assertEquals(TranslateReason.NO_TENANT.code(), record.reasons().getFirst().code());
  }
}
