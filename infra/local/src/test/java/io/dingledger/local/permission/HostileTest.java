package io.dingledger.local.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.permission.Call;
import io.dingledger.embedded.permission.Caller;
import io.dingledger.embedded.permission.Guard;
import io.dingledger.embedded.permission.Policies;
import io.dingledger.embedded.permission.Records;
import io.dingledger.local.permission.Hostile.Try;
import io.dingledger.platform.access.Escape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody gets at another tenant, and the calls that try it notice when a policy is weakened. */
class HostileTest {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");
  private static final Policies SHIPPED = Policies.of(TEMPLATE);
  private static final List<Try> TRIES = Hostile.all(SHIPPED.template());

  @TempDir Path folder;

  @Test
  void everyHostileCallIsRefused() throws IOException {
    Guard guard = new Guard(SHIPPED);
    assertEquals(List.of(), TRIES.stream().filter(each -> !each.isRefusedBy(guard)).toList());
    Records.write(
        SHIPPED,
        TRIES.stream().map(each -> guard.decide(each.caller(), each.call())).toList(),
        "hostile",
        Path.of("target", "permissions"));
    System.out.println("permissions: " + TRIES.size() + " hostile calls refused");
  }

  @Test
  void eachTenantReachesItsOwn() {
    Guard guard = new Guard(SHIPPED);
    for (String name : Hostile.TWINS) {
      String own = Escape.of(name);
      for (String step : Hostile.STEPS) {
        Caller caller = Hostile.session(step, name);
        Call document =
            new Call(
                "dynamodb:GetItem",
                SHIPPED.template().arn("Table"),
                Map.of(Call.LEADING_KEYS, List.of("T#" + own + "#D#x")));
        Call key =
            new Call(
                "kms:Decrypt",
                SHIPPED.template().arn("Key"),
                Map.of(Call.KEY_CONTEXT, List.of(own)));
        assertTrue(guard.decide(caller, document).isAllowed(), name);
        assertTrue(guard.decide(caller, key).isAllowed(), name);
      }
    }
  }

  @Test
  void aRoleThatMayAskIsStillRefusedByAnotherFunctionsTrust() {
    Call call =
        new Call(
            "sts:AssumeRole",
            SHIPPED.template().arn("PostTenantRole"),
            Map.of("aws:RequestTag/tenant", List.of("a"), "aws:TagKeys", List.of("tenant")));
    assertTrue(trusts("PostTenantRole", "PostRole", call));
    for (String other : List.of("TranslateRole", "PatrolRole", "IntakeRole", "PostTenantRole")) {
      assertFalse(trusts("PostTenantRole", other, call), other);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("weakened")
  void aWeakenedPolicyIsNoticed(String what, String strong, String weak) throws IOException {
    String text = Files.readString(TEMPLATE);
    String changed = text.replace(strong, weak);
    assertNotEquals(text, changed, "the template has what is to be weakened");
    Path file = Files.writeString(folder.resolve("template.yaml"), changed);
    Guard guard = new Guard(Policies.of(file));
    assertTrue(TRIES.stream().anyMatch(each -> !each.isRefusedBy(guard)), what);
  }

  static Stream<Arguments> weakened() {
    String tag = "${aws:PrincipalTag/tenant}";
    return Stream.of(
        Arguments.of(
            "requests without keys",
            "                  \"Null\":\n                    dynamodb:LeadingKeys: \"false\"\n",
            ""),
        Arguments.of("all documents", "\"T#" + tag + "#D#*\"", "\"T#*#D#*\""),
        Arguments.of("names that go on", "\"T#" + tag + "\"", "\"T#" + tag + "*\""),
        Arguments.of("one key is enough", "ForAllValues:StringLike", "ForAnyValue:StringLike"),
        Arguments.of("lists of names that go on", "L#" + tag + "#*", "L#" + tag + "*"),
        Arguments.of(
            "any key of KMS",
            "kms:EncryptionContext:tenant: " + tag,
            "aws:PrincipalTag/tenant: " + tag),
        Arguments.of("suites' keys for all", "suite=0020*", "\"*\""),
        Arguments.of(
            "another function's tenant role",
            "AWS: !GetAtt TranslateRole.Arn",
            "AWS: !GetAtt PostRole.Arn"),
        Arguments.of(
            "an empty tag", "aws:RequestTag/tenant: \"?*\"", "aws:RequestTag/tenant: \"*\""),
        Arguments.of("more tags", "aws:TagKeys: [tenant]", "aws:TagKeys: [tenant, more]"),
        Arguments.of("intake sees what lies below", "- \"T#*#*\"", "- \"T#*#D\""),
        Arguments.of("intake writes documents", "- \"T#*#??*\"", "- \"T#*#!\""),
        Arguments.of("retry sees settings", "- \"T#*#D#*\"", "- \"T#*\""),
        Arguments.of("any action", "Action: dynamodb:GetItem", "Action: dynamodb:*"),
        Arguments.of("any table", "Resource: !GetAtt Table.Arn", "Resource: \"*\""),
        Arguments.of("any key", "Resource: !GetAtt Key.Arn", "Resource: \"*\""),
        Arguments.of("any queue", "Resource: !GetAtt EventsQueue.Arn", "Resource: \"*\""));
  }

  private static boolean trusts(String wanted, String who, Call call) {
    return SHIPPED.role(wanted).trusts("AWS " + SHIPPED.template().arn(who), call);
  }
}
