package io.dingledger.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The process that is killed: sends, receives and deletes, and says so after each answer. */
final class QueueWriter {

  static final int MESSAGES = 500;
  static final int VISIBILITY_SECONDS = 4;
  static final int DELAY_SECONDS = 12;

  private QueueWriter() {}

  public static void main(String[] arguments) throws InterruptedException {
    long begin = System.nanoTime();
    EmbeddedQueues queues = EmbeddedQueues.inFolder(0, "eu-west-1", Path.of(arguments[0]));
    say("STARTED", String.valueOf((System.nanoTime() - begin) / 1_000_000));
    try (SqsClient client = LocalClients.queues(queues.endpoint())) {
      String queue = createQueues(client);
      client.sendMessage(
          request -> request.queueUrl(queue).messageBody("delayed").delaySeconds(DELAY_SECONDS));
      say("DELAYED", "delayed");
      if (arguments[1].equals("turmoil")) {
        turmoil(client, queue);
      } else {
        sendAll(client, queue);
        useSome(client, queue);
      }
      say("READY", "now");
      Thread.sleep(60_000);
    }
  }

  static String createQueues(SqsClient client) {
    String dead = client.createQueue(request -> request.queueName("work-dead")).queueUrl();
    String target =
        client
            .getQueueAttributes(
                request -> request.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    return client
        .createQueue(
            request ->
                request
                    .queueName("work")
                    .attributes(
                        Map.of(
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            String.valueOf(VISIBILITY_SECONDS),
                            QueueAttributeName.REDRIVE_POLICY,
                            "{\"deadLetterTargetArn\":\"" + target + "\",\"maxReceiveCount\":3}")))
        .queueUrl();
  }

  private static void sendAll(SqsClient client, String queue) {
    long begin = System.nanoTime();
    for (int number = 0; number < MESSAGES; number++) {
      send(client, queue, "message-" + number);
    }
    say("RATE", String.valueOf(MESSAGES * 1_000_000_000L / (System.nanoTime() - begin)));
  }

  private static void useSome(SqsClient client, String queue) {
    for (int round = 0; round < 8; round++) {
      List<Message> messages =
          client
              .receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10))
              .messages();
      for (Message message : messages.subList(0, messages.size() / 2)) {
        delete(client, queue, message);
      }
      messages
          .subList(messages.size() / 2, messages.size())
          .forEach(message -> say("RECEIVED", message.body()));
    }
    send(client, queue, "message-last");
  }

  private static void turmoil(SqsClient client, String queue) throws InterruptedException {
    CountDownLatch finished = new CountDownLatch(4);
    for (int thread = 0; thread < 2; thread++) {
      String name = "sender-" + thread + "-";
      Thread.ofPlatform()
          .start(
              () -> {
                for (int number = 0; number < 100_000; number++) {
                  send(client, queue, name + number);
                }
              });
      Thread.ofPlatform()
          .start(
              () -> {
                while (true) {
                  client
                      .receiveMessage(
                          request ->
                              request.queueUrl(queue).maxNumberOfMessages(3).waitTimeSeconds(1))
                      .messages()
                      .forEach(message -> delete(client, queue, message));
                }
              });
    }
    finished.await();
  }

  private static void send(SqsClient client, String queue, String body) {
    client.sendMessage(request -> request.queueUrl(queue).messageBody(body));
    say("SENT", body);
  }

  private static void delete(SqsClient client, String queue, Message message) {
    say("DELETING", message.body());
    client.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
    say("DELETED", message.body());
  }

  private static void say(String word, String argument) {
    synchronized (QueueWriter.class) {
      System.out.println(word + " " + argument);
      System.out.flush();
    }
  }
}
