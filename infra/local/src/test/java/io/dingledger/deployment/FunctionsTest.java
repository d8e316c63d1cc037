package io.dingledger.deployment;

import static io.dingledger.deployment.Shipped.list;
import static io.dingledger.deployment.Shipped.map;
import static io.dingledger.deployment.Shipped.resources;
import static io.dingledger.deployment.Shipped.target;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.Ledgers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every function has its name, its logs and its alarms, and new settings reach it. */
class FunctionsTest {
  private static final Map<String, Map<?, ?>> FUNCTIONS = resources("AWS::Serverless::Function");
  private static final Pattern SECRET = Pattern.compile("(?i)secret|token|password|credential");

  private static String step(String function) {
    return function.replace("Function", "").toLowerCase(Locale.ROOT);
  }

  @Test
  void thereAreFive() {
    assertEquals(
        Set.of(
            "IntakeFunction",
            "TranslateFunction",
            "PostFunction",
            "RetryFunction",
            "PatrolFunction"),
        FUNCTIONS.keySet());
  }

  @Test
  void eachHasItsNameAndItsOwnLogsThatEnd() {
    FUNCTIONS.forEach(
        (id, function) -> {
          String name = "dingledger-${Stage}-" + step(id);
          assertEquals(Map.of("Fn::Sub", name), function.get("FunctionName"), id);
          String group = target(map(function.get("LoggingConfig")).get("LogGroup"));
          Map<?, ?> logs = resources("AWS::Logs::LogGroup").get(group);
          assertEquals(Map.of("Fn::Sub", "/aws/lambda/" + name), logs.get("LogGroupName"), id);
          assertEquals("LogRetentionDays", target(logs.get("RetentionInDays")), id);
        });
  }

  @Test
  void eachHasAlarmsOfErrorsAndThrottles() {
    for (String metric : Set.of("Errors", "Throttles")) {
      Set<String> watched = new HashSet<>();
      resources("AWS::CloudWatch::Alarm")
          .forEach(
              (id, alarm) -> {
                if (metric.equals(alarm.get("MetricName"))) {
                  String function =
                      target(map(list(alarm.get("Dimensions")).getFirst()).get("Value"));
                  assertEquals(function.replace("Function", metric + "Alarm"), id);
                  watched.add(function);
                }
              });
      assertEquals(FUNCTIONS.keySet(), watched, metric);
    }
  }

  /** A version keeps the settings it was published with, and the translator sees values no more. */
  @Test
  void everyParameterThatAFunctionDependsOnPublishesAVersionAndNoOtherDoes() {
    Map<?, ?> globals = map(Shipped.section("Globals").get("Function"));
    assertEquals(true, globals.get("AutoPublishAliasAllProperties"));
    FUNCTIONS.forEach(
        (id, function) -> {
          Set<String> needed = new TreeSet<>(Shipped.parameters(globals));
          Map<Object, Object> own = new HashMap<>(function);
          own.remove("VersionDescription");
          own.remove("ReservedConcurrentExecutions");
          own.remove("Events");
          own.remove("Policies");
          own.remove("Role");
          needed.addAll(Shipped.parameters(own));
          // In the name: another stage is another function.
          needed.remove("Stage");
          assertEquals(
              needed, new TreeSet<>(Shipped.parameters(function.get("VersionDescription"))), id);
        });
  }

  @Test
  void nothingSecretStandsInAnEnvironment() {
    Set<Object> names =
        new HashSet<>(variables(map(Shipped.section("Globals").get("Function"))).keySet());
    FUNCTIONS.values().forEach(each -> names.addAll(variables(each).keySet()));
    assertTrue(names.size() > 10, names.toString());
    names.forEach(
        name -> assertFalse(SECRET.matcher(String.valueOf(name)).find(), name.toString()));
  }

  private static Map<?, ?> variables(Map<?, ?> function) {
    return map(map(function.get("Environment")).get("Variables"));
  }

  @Test
  void everyQueueIsReadInBatchesThatNameTheirFailuresAndByLimitedCopies() {
    Map<String, Integer> copies = new HashMap<>();
    FUNCTIONS.forEach(
        (id, function) ->
            map(function.get("Events"))
                .forEach(
                    (name, event) -> {
                      Map<?, ?> source = map(map(event).get("Properties"));
                      if ("SQS".equals(map(event).get("Type"))) {
                        assertEquals(
                            "[ReportBatchItemFailures]",
                            String.valueOf(source.get("FunctionResponseTypes")),
                            id + name);
                        copies.put(
                            String.valueOf(name),
                            (Integer) map(source.get("ScalingConfig")).get("MaximumConcurrency"));
                      }
                    }));
    assertEquals(
        Map.of(
            "Events",
            20,
            "Vouchers",
            60,
            "Failures",
            10,
            "DeadEvents",
            2,
            "DeadVouchers",
            2,
            "Rounds",
            10),
        copies);
    assertTrue(copies.get("Vouchers") > mostAtOnce(), "one slow ledger must not take all copies");
  }

  /** How many vouchers a connection may have under way: what its form accepts. */
  private static int mostAtOnce() {
    Setting atOnce =
        Ledgers.commonSettings().stream()
            .filter(each -> each.key().equals("vouchersAtOnce"))
            .findFirst()
            .orElseThrow();
    int most = 1;
    while (atOnce.accepted().test(String.valueOf(most + 1))) {
      most++;
    }
    return most;
  }
}
