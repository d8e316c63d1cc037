package io.dingledger.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.EventSource;
import io.dingledger.embedded.template.QueueDefinition;
import io.dingledger.embedded.template.ScheduleDefinition;
import io.dingledger.embedded.template.Template;
import io.dingledger.ledgers.Ledger;
import io.dingledger.local.TimedTemplate;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is deployed has the times that the settings say; that they fit each other is theirs. */
class TimesAgreeTest {
  private static final Path ROOT = Path.of("..", "..");
  private final Template template = Template.read(ROOT.resolve("template.yaml"));

  private static String text() throws IOException {
    return Files.readString(ROOT.resolve("template.yaml"));
  }

  @Test
  void theTemplateHasTheUsualTimes() {
    Template timed = TimedTemplate.of(template, Times.USUAL);
    assertEquals(timed.queues(), template.queues());
    assertEquals(timed.eventSources(), template.eventSources());
    assertEquals(timed.schedules(), template.schedules());
  }

  @Test
  void everyTimeOutAndVisibilityIsOneParameterThatFunctionsAreToldAsWell() throws IOException {
    for (Span span : Span.values()) {
      String[] words = span.name().toLowerCase(Locale.ROOT).split("_");
      boolean isTold = words[1].equals("timeout") || words[1].equals("visibility");
      if (isTold) {
        String parameter = capital(words[0]) + capital(words[1]);
        String property = words[1].equals("timeout") ? "Timeout" : "VisibilityTimeout";
        assertTrue(
            text().contains("        " + span.setting() + ": !Sub ${" + parameter + "}s\n"),
            span.setting());
        assertTrue(
            text().contains("\n      " + property + ": !Ref " + parameter + "\n"), parameter);
        assertTrue(
            text()
                .contains(
                    "  "
                        + parameter
                        + ": { Type: Number, Default: "
                        + span.usual().toSeconds()
                        + ","),
            parameter);
      }
    }
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  @Test
  void otherTimesReachEveryQueueFunctionAndSchedule() {
    Map<Span, Duration> other = new EnumMap<>(Span.class);
    for (Span span : Span.values()) {
      other.put(span, span.usual().multipliedBy(2));
    }
    Template twice = TimedTemplate.of(template, Times.of(other));
    for (QueueDefinition queue : twice.queues()) {
      boolean isRead =
          twice.eventSources().stream().anyMatch(each -> each.queue().equals(queue.logicalId()));
      assertEquals(
          usual(queue).visibilityTimeout().multipliedBy(isRead ? 2 : 1), queue.visibilityTimeout());
    }
    for (EventSource source : twice.eventSources()) {
      Duration usual = template.eventSourceOf(source.function()).timeout();
      assertEquals(usual.multipliedBy(2), source.timeout());
    }
    for (ScheduleDefinition schedule : twice.schedules()) {
      Duration usual =
          template.schedules().stream()
              .filter(each -> each.logicalId().equals(schedule.logicalId()))
              .findFirst()
              .orElseThrow()
              .every();
      assertEquals(usual.multipliedBy(2), schedule.every());
    }
  }

  private QueueDefinition usual(QueueDefinition queue) {
    return template.queues().stream()
        .filter(each -> each.logicalId().equals(queue.logicalId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMessageSurvivesSomeDeadWorkersAndIsNotForgottenMeanwhile() {
    for (QueueDefinition queue : template.queues()) {
      queue
          .redrive()
          .ifPresent(
              redrive -> {
                assertTrue(redrive.maximumReceives() >= 3, queue.logicalId());
                Duration hidden = queue.visibilityTimeout().multipliedBy(redrive.maximumReceives());
                assertTrue(queue.retention().compareTo(hidden) > 0, queue.logicalId());
              });
    }
  }

  @Test
  void whatOtherModulesTakeForGrantedIsTheUsualTime() throws IOException {
    assertEquals(Ledger.LONGEST_SEND, Span.LEDGER_LONGEST_SEND.usual());
    assertEquals(MessageQueue.LONGEST_DELAY, Span.RETRY_LONGEST_DELAY.usual());
    String intake =
        Files.readString(
            ROOT.resolve("functions/intake/src/main/resources/application.properties"));
    for (String client : List.of("dynamodb", "sqs", "kms")) {
      String line = "quarkus." + client + ".api-call-timeout=${DINGLEDGER_INTAKE_CALL:1500ms}\n";
      assertTrue(intake.contains(line), client);
    }
    assertEquals(Duration.ofMillis(1500), Span.INTAKE_CALL.usual());
  }
}
