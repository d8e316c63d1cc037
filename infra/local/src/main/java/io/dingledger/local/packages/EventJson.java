package io.dingledger.local.packages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON of events and answers, as AWS sends and takes it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">events of SQS</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">events
 *     of HTTP APIs, payload format 2.0</a>
 */
final class EventJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private EventJson() {}

  /** A batch of messages. */
  static String of(SQSEvent batch) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    var records = json.putArray("Records");
    for (SQSEvent.SQSMessage message : batch.getRecords()) {
      ObjectNode record = records.addObject();
      record.put("messageId", message.getMessageId());
      record.put("receiptHandle", message.getReceiptHandle());
      record.put("body", message.getBody());
      record.set("attributes", texts(message.getAttributes()));
      ObjectNode attributes = record.putObject("messageAttributes");
      if (message.getMessageAttributes() != null) {
        message
            .getMessageAttributes()
            .forEach(
                (name, value) ->
                    attributes
                        .putObject(name)
                        .put("stringValue", value.getStringValue())
                        .put("dataType", value.getDataType()));
      }
      record.put("md5OfBody", message.getMd5OfBody());
      record.put("eventSource", message.getEventSource());
      record.put("eventSourceARN", message.getEventSourceArn());
      record.put("awsRegion", message.getAwsRegion());
    }
    return json.toString();
  }

  /** A request. */
  static String of(APIGatewayV2HTTPEvent event) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", event.getVersion());
    json.put("routeKey", event.getRouteKey());
    json.put("rawPath", event.getRawPath());
    json.put("rawQueryString", event.getRawQueryString());
    json.set("headers", texts(event.getHeaders()));
    if (event.getQueryStringParameters() != null && !event.getQueryStringParameters().isEmpty()) {
      json.set("queryStringParameters", texts(event.getQueryStringParameters()));
    }
    json.set("pathParameters", texts(event.getPathParameters()));
    var context = event.getRequestContext();
    ObjectNode request = json.putObject("requestContext");
    request.put("accountId", "000000000000").put("apiId", "local").put("domainName", "localhost");
    request.put("routeKey", context.getRouteKey()).put("stage", context.getStage());
    request.put("requestId", context.getRequestId()).put("timeEpoch", context.getTimeEpoch());
    request
        .putObject("http")
        .put("method", context.getHttp().getMethod())
        .put("path", context.getHttp().getPath())
        .put("protocol", context.getHttp().getProtocol())
        .put("sourceIp", context.getHttp().getSourceIp())
        .put("userAgent", context.getHttp().getUserAgent());
    json.put("body", event.getBody());
    json.put("isBase64Encoded", event.getIsBase64Encoded());
    return json.toString();
  }

  /** What a function answered to a batch; nothing at all means that nothing failed. */
  static SQSBatchResponse batchAnswer(String json) {
    List<BatchItemFailure> failures = new ArrayList<>();
    read(json)
        .path("batchItemFailures")
        .forEach(each -> failures.add(new BatchItemFailure(each.path("itemIdentifier").asText())));
    return new SQSBatchResponse(failures);
  }

  /** What a function answered to a request. */
  static APIGatewayV2HTTPResponse httpAnswer(String json) {
    JsonNode answer = read(json);
    Map<String, String> headers = new HashMap<>();
    answer
        .path("headers")
        .properties()
        .forEach(each -> headers.put(each.getKey(), each.getValue().asText()));
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(answer.path("statusCode").asInt())
        .withHeaders(headers)
        .withBody(answer.path("body").asText(""))
        .withIsBase64Encoded(answer.path("isBase64Encoded").asBoolean())
        .build();
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("the function answered no JSON", unreadable);
    }
  }

  private static ObjectNode texts(Map<String, String> texts) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (texts != null) {
      texts.forEach(json::put);
    }
    return json;
  }
}
