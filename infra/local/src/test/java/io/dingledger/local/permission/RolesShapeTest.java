package io.dingledger.local.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.permission.Policies;
import io.dingledger.embedded.permission.Role;
import io.dingledger.embedded.permission.Statement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds of every role, whatever it is for. */
class RolesShapeTest {
  private static final Policies POLICIES = Policies.of(Path.of("..", "..", "template.yaml"));
  private static final List<String> STEPS =
      List.of("Intake", "Translate", "Post", "Retry", "Patrol");

  @Test
  void everyFunctionHasARoleOfItsOwnAndNothingThatSamAdds() {
    for (String step : STEPS) {
      Map<?, ?> function = POLICIES.template().properties(step + "Function");
      assertEquals(POLICIES.template().arn(step + "Role"), function.get("Role"));
      assertFalse(function.containsKey("Policies"), step);
      Role role = POLICIES.role(step + "Role");
      assertEquals(
          List.of(List.of("Service lambda.amazonaws.com")),
          role.trust().stream().map(Statement::principals).toList());
    }
  }

  @Test
  void theOnlyStarIsThatOfTraces() {
    for (Role role : POLICIES.roles()) {
      for (Statement statement : role.statements()) {
        boolean traces =
            statement
                .actions()
                .equals(List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"));
        assertTrue(traces || !statement.resources().contains("*"), statement.name());
        assertTrue(
            statement.actions().stream().noneMatch(each -> each.contains("*")), statement.name());
        assertTrue(
            statement.resources().stream().noneMatch(each -> each.endsWith("/*")),
            statement.name());
      }
    }
  }

  @Test
  void whoeverReachesTheTableIsBoundToPartitionsAndCannotLeaveThemOut() {
    for (Role role : POLICIES.roles()) {
      for (Statement statement : role.statements()) {
        boolean looksAtAll = statement.actions().equals(List.of("dynamodb:Scan"));
        assertTrue(!looksAtAll || role.name().equals("OperatorPolicy"), statement.name());
        if (!looksAtAll
            && statement.actions().stream().anyMatch(each -> each.startsWith("dynamodb:"))) {
          assertFalse(statement.patterns().isEmpty(), statement.name());
          assertTrue(statement.requires("dynamodb:LeadingKeys"), statement.name());
        }
        if (statement.actions().stream().anyMatch(each -> each.startsWith("kms:"))) {
          assertTrue(
              !statement.patterns().isEmpty() || statement.requires("kms:EncryptionContext:tenant"),
              statement.name());
        }
      }
    }
  }

  @Test
  void everyFunctionWritesToItsOwnLogGroupOnly() {
    for (String step : STEPS) {
      List<String> groups =
          POLICIES.role(step + "Role").statements().stream()
              .filter(each -> each.actions().contains("logs:PutLogEvents"))
              .flatMap(each -> each.resources().stream())
              .toList();
      assertEquals(
          List.of(
              POLICIES
                  .template()
                  .regional(
                      "logs", "log-group:/aws/lambda/dingledger-dev-" + step.toLowerCase() + ":*")),
          groups);
    }
  }

  @Test
  void thePoliciesFitIntoWhatIamTakes() {
    for (Role role : POLICIES.roles()) {
      int most = role.name().equals("OperatorPolicy") ? 6144 : 10240;
      int size = POLICIES.sizeOf(role.name());
      // The longest stage and account make names a little longer than they are here.
      assertTrue(size * 11 / 10 < most, role.name() + " has " + size);
      assertTrue(POLICIES.sizeOf(role.name() + " trust") * 11 / 10 < 2048, role.name());
    }
  }
}
