package io.dingledger.embedded.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.QueueDefinition.Redrive;
import io.dingledger.embedded.template.TableDefinition.Index;
import io.dingledger.embedded.template.TableDefinition.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  static final Path FILE = Path.of("src/test/resources/template.yaml");

  @TempDir Path folder;

  @Test
  void aTableHasItsNameFromSubstitutionItsKeysItsIndexAndItsEnd() {
    TableDefinition expected =
        new TableDefinition(
            "Table",
            "dingledger-demo",
            Map.of("PK", "S", "SK", "S", "dueDay", "S", "dueAt", "N"),
            new Key("PK", Optional.of("SK")),
            List.of(
                new Index(
                    "due", new Key("dueDay", Optional.of("dueAt")), "INCLUDE", List.of("state"))),
            Optional.of("expires"));
    assertEquals(List.of(expected), Template.read(FILE).tables());
  }

  @Test
  void aQueueHasTheTemplatesAttributesOrTheDefaultsOfSqs() {
    Template template = Template.read(FILE);
    assertEquals(
        new QueueDefinition(
            "EventsQueue",
            "dingledger-events",
            Duration.ofSeconds(2),
            Duration.ofDays(14),
            Duration.ZERO,
            Optional.of(new Redrive("EventsDeadLetterQueue", 2))),
        template.queues().getFirst());
    assertEquals(
        new QueueDefinition(
            "EventsDeadLetterQueue",
            "EventsDeadLetterQueue",
            Duration.ofSeconds(30),
            Duration.ofDays(4),
            Duration.ZERO,
            Optional.empty()),
        template.queues().get(1));
  }

  @Test
  void aResourceWhoseConditionFailsIsLeftOut() {
    assertEquals(
        List.of("EventsQueue", "EventsDeadLetterQueue", "FailuresQueue"),
        Template.read(FILE).queues().stream().map(QueueDefinition::logicalId).toList());
  }

  @Test
  void functionsAreFedByQueuesRoutesAndSchedules() {
    Template template = Template.read(FILE);
    assertEquals(
        new EventSource(
            "TranslateFunction",
            "EventsQueue",
            Duration.ofSeconds(20),
            3,
            Duration.ofSeconds(1),
            true),
        template.eventSourceOf("TranslateFunction"));
    assertEquals(
        new EventSource(
            "RetryFunction", "FailuresQueue", Duration.ofSeconds(45), 10, Duration.ZERO, false),
        template.eventSourceOf("RetryFunction"));
    assertEquals(
        List.of(new HttpRoute("IntakeFunction", "POST", "/callback/{key}")), template.routes());
    assertEquals(
        List.of(
            new ScheduleDefinition(
                "SweepSchedule", Duration.ofMinutes(1), "FailuresQueue", "{\"type\":\"sweep\"}")),
        template.schedules());
  }

  @Test
  void aFunctionWithoutAQueueIsNamed() {
    Template template = Template.read(FILE);
    assertEquals(
        "no queue feeds IntakeFunction",
        assertThrows(TemplateUnusable.class, () -> template.eventSourceOf("IntakeFunction"))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(1 minute)|!GetAtt FailuresQueue.Arn|!Ref Nowhere|Ref to Nowhere, which the template does not define",
        "cron(0 1 * * ? *)|!GetAtt Queue.Arn|x|Schedule.ScheduleExpression is no rate(…) of minutes, hours or days",
        "rate(1 minute)|!GetAtt Lost.Arn|x|GetAtt of Lost, which the template does not define",
        "rate(1 minute)|a text|x|Schedule.Target.Arn names no resource of this template",
        "rate(1 minute)|!Cidr [a]|x|the local system does not know Fn::Cidr",
      })
  void aMistakeNamesItsResourceAndProperty(
      String expression, String target, String input, String message) throws IOException {
    Path file = folder.resolve("template.yaml");
    Files.writeString(
        file,
        """
        Resources:
          FailuresQueue:
            Type: AWS::SQS::Queue
          Queue:
            Type: AWS::SQS::Queue
          Schedule:
            Type: AWS::Scheduler::Schedule
            Properties:
              ScheduleExpression: %s
              Target:
                Arn: %s
                Input: %s
        """
            .formatted(expression, target, input));
    assertEquals(
        message, assertThrows(TemplateUnusable.class, () -> Template.read(file)).getMessage());
  }

  @Test
  void aFileThatIsNoTemplateIsNamed() throws IOException {
    Path file = folder.resolve("template.yaml");
    Files.writeString(file, "a: [");
    String message = assertThrows(TemplateUnusable.class, () -> Template.read(file)).getMessage();
    assertTrue(message.startsWith(file + " can't be read"), message);
  }
}
