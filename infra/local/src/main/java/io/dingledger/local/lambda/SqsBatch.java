package io.dingledger.local.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * The two translations at the edge of an event source: received messages to the event that a
 * function gets, and its answer to the messages that are done.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">how
 *     Lambda handles errors of SQS event sources</a>
 */
final class SqsBatch {
  private SqsBatch() {}

  /** The event for these messages. */
  static SQSEvent event(List<Message> messages, String queueArn) {
    String region = queueArn.split(":", 5)[3];
    SQSEvent event = new SQSEvent();
    event.setRecords(messages.stream().map(message -> record(message, queueArn, region)).toList());
    return event;
  }

  /**
   * The messages that may be deleted after the function answered. No answer and an empty list of
   * failures mean success of all; an empty or unknown identifier means failure of all, as AWS
   * documents.
   */
  static List<Message> done(List<Message> messages, SQSBatchResponse answer) {
    if (answer == null || answer.getBatchItemFailures() == null) {
      return messages;
    }
    Set<String> known = messages.stream().map(Message::messageId).collect(Collectors.toSet());
    Set<String> failed = new HashSet<>();
    answer.getBatchItemFailures().forEach(each -> failed.add(each.getItemIdentifier()));
    if (!known.containsAll(failed)) {
      return List.of();
    }
    return messages.stream().filter(message -> !failed.contains(message.messageId())).toList();
  }

  private static SQSMessage record(Message message, String queueArn, String region) {
    SQSMessage result = new SQSMessage();
    result.setMessageId(message.messageId());
    result.setReceiptHandle(message.receiptHandle());
    result.setBody(message.body());
    result.setMd5OfBody(message.md5OfBody());
    result.setAttributes(new HashMap<>(message.attributesAsStrings()));
    result.setMessageAttributes(attributes(message.messageAttributes()));
    result.setEventSource("aws:sqs");
    result.setEventSourceArn(queueArn);
    result.setAwsRegion(region);
    return result;
  }

  private static Map<String, MessageAttribute> attributes(Map<String, MessageAttributeValue> all) {
    Map<String, MessageAttribute> result = new HashMap<>();
    all.forEach(
        (name, value) -> {
          MessageAttribute attribute = new MessageAttribute();
          attribute.setDataType(value.dataType());
          attribute.setStringValue(value.stringValue());
          if (value.binaryValue() != null) {
            attribute.setBinaryValue(value.binaryValue().asByteBuffer());
          }
          result.put(name, attribute);
        });
    return result;
  }
}
