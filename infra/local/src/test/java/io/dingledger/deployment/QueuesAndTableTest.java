package io.dingledger.deployment;

import static io.dingledger.deployment.Shipped.list;
import static io.dingledger.deployment.Shipped.map;
import static io.dingledger.deployment.Shipped.resource;
import static io.dingledger.deployment.Shipped.resources;
import static io.dingledger.deployment.Shipped.target;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.platform.store.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds data: encrypted, recoverable, and nothing falls out of it unseen. */
class QueuesAndTableTest {
  private static final Map<String, Map<?, ?>> QUEUES = resources("AWS::SQS::Queue");

  /** docs/settings.md says why. */
  private static final Map<String, Integer> RECEIVES =
      Map.of("EventsQueue", 5, "VouchersQueue", 5, "FailuresQueue", 10, "PatrolQueue", 3);

  @Test
  void everyQueueIsEncryptedAndKeepsItsMessagesAsLongAsSqsCan() {
    QUEUES.forEach(
        (id, queue) -> {
          assertEquals(true, queue.get("SqsManagedSseEnabled"), id);
          boolean isStaleSoon = id.equals("PatrolQueue");
          assertEquals(isStaleSoon ? 3600 : 1209600, queue.get("MessageRetentionPeriod"), id);
        });
  }

  @Test
  void everyQueueThatFeedsAFunctionHasDeadLettersAfterSoManyReceives() {
    Map<String, Integer> receives = new HashMap<>();
    QUEUES.forEach(
        (id, queue) -> {
          Map<?, ?> redrive = map(queue.get("RedrivePolicy"));
          if (!redrive.isEmpty()) {
            receives.put(id, (Integer) redrive.get("maxReceiveCount"));
            assertEquals(
                id.replace("Queue", "DeadLetterQueue"), target(redrive.get("deadLetterTargetArn")));
          }
        });
    assertEquals(RECEIVES, receives);
  }

  @Test
  void deadLettersComeFromTheirOwnQueueOnly() {
    RECEIVES
        .keySet()
        .forEach(
            id -> {
              Map<?, ?> dead = QUEUES.get(id.replace("Queue", "DeadLetterQueue"));
              Map<?, ?> allowed = map(dead.get("RedriveAllowPolicy"));
              assertEquals("byQueue", allowed.get("redrivePermission"), id);
              String source = String.valueOf(list(allowed.get("sourceQueueArns")));
              String name = String.valueOf(map(QUEUES.get(id).get("QueueName")).get("Fn::Sub"));
              assertTrue(source.endsWith(":" + name + "}]"), source);
            });
  }

  @Test
  void everyQueueOfDeadLettersHasAnAlarm() {
    Set<String> watched =
        resources("AWS::CloudWatch::Alarm").values().stream()
            .filter(each -> "ApproximateNumberOfMessagesVisible".equals(each.get("MetricName")))
            .map(each -> target(map(list(each.get("Dimensions")).getFirst()).get("Value")))
            .collect(Collectors.toSet());
    Set<String> dead =
        QUEUES.keySet().stream()
            .filter(each -> each.endsWith("DeadLetterQueue"))
            .collect(Collectors.toSet());
    assertEquals(dead, watched);
    assertEquals(5, dead.size());
  }

  @Test
  void aScheduleThatCannotSendLeavesItsMessageBehind() {
    Map<String, Map<?, ?>> schedules = resources("AWS::Scheduler::Schedule");
    assertEquals(Set.of("SweepSchedule", "PatrolSchedule"), schedules.keySet());
    schedules.forEach(
        (id, schedule) -> {
          Map<?, ?> aim = map(schedule.get("Target"));
          assertEquals(
              "SchedulesDeadLetterQueue", target(map(aim.get("DeadLetterConfig")).get("Arn")), id);
          assertTrue(map(aim.get("RetryPolicy")).containsKey("MaximumEventAgeInSeconds"), id);
          assertEquals("ScheduleGroup", target(schedule.get("GroupName")), id);
          Object role = resource(target(aim.get("RoleArn")));
          assertTrue(Shipped.references(role).contains("SchedulesDeadLetterQueue"), id);
        });
  }

  @Test
  void theTableCanBeRecoveredIsNotDeletedAndForgetsOnlyWhatSaysSo() {
    Map<?, ?> table = resources("AWS::DynamoDB::Table").get("Table");
    assertEquals(
        Map.of("PointInTimeRecoveryEnabled", true), table.get("PointInTimeRecoverySpecification"));
    assertEquals(Map.of("SSEEnabled", true), table.get("SSESpecification"));
    assertEquals(true, table.get("DeletionProtectionEnabled"));
    assertEquals("PAY_PER_REQUEST", table.get("BillingMode"));
    assertEquals(
        Map.of("AttributeName", Item.GONE_AFTER, "Enabled", true),
        table.get("TimeToLiveSpecification"));
  }

  @Test
  void onlyCountsOfCallsAndAccessTokensAreForgotten() throws IOException {
    try (Stream<Path> files = Files.walk(Shipped.ROOT.resolve("shared"))) {
      Set<String> forgetful = new HashSet<>();
      for (Path file : files.filter(each -> each.toString().contains("src/main/java")).toList()) {
        if (Files.isRegularFile(file) && Files.readString(file).contains("goneAfter")) {
          forgetful.add(file.getFileName().toString());
        }
      }
      assertEquals(
          Set.of("Item.java", "TableCallBudget.java", "TableAccessTokenStore.java"), forgetful);
    }
  }

  @Test
  void whatCannotBeMadeAnewStaysWhenTheStackGoes() {
    for (String id : Set.of("Table", "Key", "AddressA", "AddressB")) {
      assertEquals("Retain", resource(id).get("DeletionPolicy"), id);
      assertEquals("Retain", resource(id).get("UpdateReplacePolicy"), id);
    }
  }

  @Test
  void everyKeyIsRenewed() {
    resources("AWS::KMS::Key")
        .forEach((id, key) -> assertEquals(true, key.get("EnableKeyRotation"), id));
  }
}
