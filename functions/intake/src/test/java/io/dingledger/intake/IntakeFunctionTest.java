package io.dingledger.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.dingledger.embedded.function.EmbeddedAws;
import io.dingledger.embedded.function.FunctionCall;
import io.dingledger.platform.Platform;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.store.DynamoTable;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The function as it is packaged, over a table and queues made from the template. */
@QuarkusTest
@QuarkusTestResource(LocalAws.class)
class IntakeFunctionTest {
  private final DynamoDbClient dynamo = EmbeddedAws.administratorOfTable();
  private final KmsClient kms = EmbeddedAws.administratorOfKeys();
  private final SqsClient sqs = EmbeddedAws.administratorOfQueues();

  @ConfigProperty(name = "dingledger.table")
  String table;

  @ConfigProperty(name = "dingledger.key")
  String key;

  @ConfigProperty(name = "dingledger.events.queue")
  String events;

  private final IntakeFixture fixture = new IntakeFixture();

  @Test
  void aCallbackIsQueuedAndAnswered() {
    storeTenant();
    JsonPath answer = invoke(IntakeFixture.KEY);
    assertEquals(200, answer.getInt("statusCode"));
    assertEquals("success", fixture.opened(answer.getString("body")));
    List<Message> messages =
        sqs.receiveMessage(request -> request.queueUrl(events).waitTimeSeconds(5)).messages();
    assertEquals(1, messages.size());
    assertEquals(
        IntakeFixture.TENANT, new TranslateWorkCodec().decode(messages.getFirst().body()).tenant());
    assertEquals(403, invoke("guessed").getInt("statusCode"));
  }

  private void storeTenant() {
    Clock clock = Clock.systemUTC();
    Platform platform =
        new Platform(new DynamoTable(dynamo, table), Platform.keys(key, kms, clock), clock);
    platform.tenants().put(fixture.settings);
    assertTrue(platform.tenants().byCallbackKey(IntakeFixture.KEY).isPresent());
  }

  private JsonPath invoke(String callbackKey) {
    IntakeFixture.Callback callback =
        fixture.callback(
            "{\"EventType\":\"bpms_instance_change\",\"eventId\":\"e-1\",\"type\":\"finish\","
                + "\"result\":\"agree\",\"processInstanceId\":\"p-1\"}");
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setPathParameters(Map.of("key", callbackKey));
    event.setQueryStringParameters(callback.query());
    event.setBody(callback.body());
    return FunctionCall.answer(event);
  }
}
