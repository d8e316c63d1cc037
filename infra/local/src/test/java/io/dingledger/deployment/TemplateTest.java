package io.dingledger.deployment;

import static io.dingledger.deployment.Shipped.content;
import static io.dingledger.deployment.Shipped.map;
import static io.dingledger.deployment.Shipped.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The template as a whole: nothing in it is idle, and the same again is the same. */
class TemplateTest {
  /** Types that do something by standing there. */
  private static final Set<String> ALONE =
      Set.of(
          "AWS::Serverless::Function",
          "AWS::KMS::Alias",
          "AWS::ApiGatewayV2::ApiMapping",
          "AWS::Route53::RecordSet",
          "AWS::EC2::Route",
          "AWS::EC2::SubnetRouteTableAssociation",
          "AWS::EC2::VPCEndpoint",
          "AWS::Scheduler::Schedule",
          "AWS::SNS::TopicPolicy",
          "AWS::IAM::ManagedPolicy",
          "AWS::IAM::RolePolicy",
          "AWS::IAM::Policy",
          "AWS::CloudWatch::Dashboard");

  private static Set<String> references(String... sections) {
    Set<String> found = new HashSet<>();
    for (String name : sections) {
      found.addAll(Shipped.references(content().get(name)));
    }
    section("Resources").values().stream()
        .map(each -> map(each).get("DependsOn"))
        .forEach(each -> found.add(String.valueOf(each)));
    section("Resources").values().stream()
        .map(each -> map(each).get("Condition"))
        .forEach(each -> found.add(String.valueOf(each)));
    return found;
  }

  @Test
  void everyParameterAndConditionIsUsed() {
    Set<String> used = references("Globals", "Resources", "Conditions", "Outputs", "Rules");
    for (String name : List.of("Parameters", "Conditions")) {
      Set<Object> idle = new HashSet<>(section(name).keySet());
      idle.removeAll(used);
      assertEquals(Set.of(), idle, name);
    }
  }

  @Test
  void everyParameterHasADefaultAndLongOnesAreExplained() {
    section("Parameters")
        .forEach(
            (name, parameter) -> {
              assertTrue(map(parameter).containsKey("Default"), name.toString());
              boolean isNumber = "Number".equals(map(parameter).get("Type"));
              assertTrue(isNumber || map(parameter).containsKey("Description"), name.toString());
            });
  }

  @Test
  void everyResourceIsUsedBySomethingOrWorksAlone() {
    Set<String> used = references("Globals", "Resources", "Outputs");
    Set<String> idle =
        section("Resources").entrySet().stream()
            .filter(each -> !ALONE.contains(String.valueOf(map(each.getValue()).get("Type"))))
            .map(each -> String.valueOf(each.getKey()))
            .filter(id -> !used.contains(id))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), idle);
  }

  /**
   * What has a name in its account has one that follows from the stage, so two stages never meet.
   */
  @Test
  void everyNameIsOfTheStage() {
    Set<String> named = new HashSet<>();
    for (Map.Entry<?, ?> each : section("Resources").entrySet()) {
      Object type = map(each.getValue()).get("Type");
      map(map(each.getValue()).get("Properties"))
          .forEach(
              (property, value) -> {
                if (isName(String.valueOf(property), value)) {
                  String name = String.valueOf(map(value).get("Fn::Sub"));
                  assertTrue(
                      name.startsWith("dingledger-${Stage}")
                          || name.contains("/dingledger-${Stage}"),
                      each.getKey() + ": " + name);
                  assertTrue(named.add(type + "." + property + name), name + " is the name of two");
                }
              });
    }
    assertTrue(named.size() > 60, named.size() + " names");
  }

  private static boolean isName(String property, Object value) {
    return property.matches("(Table|Queue|Alias|Function|LogGroup|Topic|Alarm|Dashboard)?Name")
        && !map(value).containsKey("Ref");
  }

  @Test
  void nothingInItDiffersFromOneDeploymentToTheNext() throws IOException {
    String text = Files.readString(Shipped.ROOT.resolve("template.yaml"));
    for (String moving : List.of("resolve:", "AWS::StackId", "Fn::Transform", "Timestamp")) {
      assertFalse(text.contains(moving), moving);
    }
  }

  @Test
  void accessLogsHoldNoPathNoQueryNoHeaderAndNoAddress() {
    String format =
        String.valueOf(
            map(Shipped.resources("AWS::Serverless::HttpApi")
                    .get("CallbackApi")
                    .get("AccessLogSettings"))
                .get("Format"));
    Set<String> told =
        Pattern.compile("\\$context\\.([A-Za-z.]+)")
            .matcher(format)
            .results()
            .map(place -> place.group(1))
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "requestTime",
            "requestId",
            "routeKey",
            "status",
            "responseLength",
            "responseLatency",
            "integrationLatency",
            "integrationStatus",
            "integration.requestId",
            "error.responseType"),
        told);
  }
}
