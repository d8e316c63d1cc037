package io.dingledger.patrol;

import static io.dingledger.embedded.function.FunctionCall.failed;
import static io.dingledger.embedded.function.FunctionCall.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.embedded.function.EmbeddedAws;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.platform.Platform;
import io.dingledger.platform.codec.PatrolWorkCodec;
import io.dingledger.platform.store.DynamoTable;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The function as it is packaged, over a table and queues made from the template. */
@QuarkusTest
@QuarkusTestResource(LocalAws.class)
class PatrolFunctionTest {
  private final DynamoDbClient dynamo = EmbeddedAws.administratorOfTable();
  private final KmsClient kms = EmbeddedAws.administratorOfKeys();
  private final SqsClient sqs = EmbeddedAws.administratorOfQueues();

  @ConfigProperty(name = "dingledger.table")
  String table;

  @ConfigProperty(name = "dingledger.key")
  String key;

  @ConfigProperty(name = "dingledger.patrol.queue")
  String rounds;

  @Test
  void theScheduleHasARoundMadeAndOnlyTheBrokenMessageComesAgain() {
    Clock clock = Clock.systemUTC();
    new Platform(new DynamoTable(dynamo, table), Platform.keys(key, kms, clock), clock)
        .tenants()
        .put(
            PatrolFixture.settings(PatrolFixture.TENANT, PatrolFixture.internal())
                .withStanding(new Standing(false, clock.instant())));
    assertEquals(
        List.of("2"),
        failed(
            message("1", "arn:patrol", "{\"tick\":true}"), message("2", "arn:patrol", "neither")));
    String round =
        sqs.receiveMessage(request -> request.queueUrl(rounds).waitTimeSeconds(5))
            .messages()
            .getFirst()
            .body();
    assertEquals(new PatrolWork.Round(PatrolFixture.TENANT), new PatrolWorkCodec().decode(round));
    assertEquals(List.of(), failed(message("3", "arn:patrol", round)));
  }
}
