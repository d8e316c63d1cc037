package io.dingledger.local.permission;

import io.dingledger.embedded.permission.Call;
import io.dingledger.embedded.permission.Caller;
import io.dingledger.embedded.permission.Guard;
import io.dingledger.embedded.template.ResolvedTemplate;
import io.dingledger.platform.access.Escape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calls that nobody may make, whoever is clever about names, sets and tags. */
final class Hostile {
  /**
   * Names that look alike, that mean something in keys or in policies, or that escape to each
   * other.
   */
  static final List<String> TWINS =
      List.of(
          "a",
          "A",
          "ab",
          "a#b",
          "a=0023b",
          "a*",
          "a?",
          "*",
          "${aws:PrincipalTag/tenant}",
          "甲",
          "a b");

  static final List<String> STEPS = List.of("Translate", "Post", "Patrol");
  private static final List<String> BELOW =
      List.of(
          "",
          "#D#x",
          "#B#x",
          "#Y#x#2026",
          "#W#2026-03",
          "#Z",
          "#Z#2026-03#0",
          "#P",
          "#O",
          "#M",
          "#N",
          "#Q",
          "#G",
          "#K",
          "#X",
          "#E",
          "#E#W",
          "#E#V#x",
          "#R#v",
          "#V");
  private static final List<String> ACTIONS =
      List.of(
          "GetItem",
          "BatchGetItem",
          "Query",
          "PutItem",
          "DeleteItem",
          "ConditionCheckItem",
          "UpdateItem");
  private static final List<String> NEVER =
      List.of(
          "Scan",
          "PartiQLSelect",
          "PartiQLInsert",
          "PartiQLUpdate",
          "PartiQLDelete",
          "BatchWriteItem",
          "DeleteTable",
          "UpdateTable",
          "ExportTableToPointInTime",
          "CreateBackup",
          "UpdateItem");

  /** One of them. */
  record Try(Caller caller, Call call) {
    boolean isRefusedBy(Guard guard) {
      return call.action().startsWith("sts:")
          ? !guard.trusts(caller, call)
          : !guard.decide(caller, call).isAllowed();
    }
  }

  private final ResolvedTemplate template;
  private final List<Try> tries = new ArrayList<>();

  private Hostile(ResolvedTemplate template) {
    this.template = template;
  }

  /** All of them, against the resources of a template. */
  static List<Try> all(ResolvedTemplate template) {
    Hostile hostile = new Hostile(template);
    hostile.otherTenants();
    hostile.noKeys();
    hostile.noTag();
    hostile.roles();
    hostile.shapes();
    hostile.queuesAndTables();
    return hostile.tries;
  }

  static Caller session(String step, String tenant) {
    return new Caller(step + "TenantRole", Map.of("tenant", Escape.of(tenant)));
  }

  private static Caller role(String name) {
    return new Caller(name, Map.of());
  }

  private void otherTenants() {
    for (String step : STEPS) {
      for (String tenant : TWINS) {
        for (String victim : TWINS) {
          if (!tenant.equals(victim)) {
            otherTenant(session(step, tenant), Escape.of(tenant), Escape.of(victim));
          }
        }
      }
    }
  }

  private void otherTenant(Caller caller, String own, String victim) {
    for (String below : BELOW) {
      for (String action : ACTIONS) {
        add(caller, action, "", "T#" + victim + below);
        add(caller, action, "", "T#" + own + below, "T#" + victim + below);
      }
    }
    add(caller, "Query", "/index/list", "L#" + victim + "#HELD");
    add(caller, "Query", "/index/list", "L#" + own + "#HELD", "L#" + victim + "#HELD");
    add(caller, "Query", "/index/list", "T#" + own + "#D#x");
    add(caller, "Query", "/index/due", "DUE#0");
    for (String action : List.of("kms:Decrypt", "kms:GenerateDataKey")) {
      tries.add(new Try(caller, ofKey(action, Map.of("tenant", victim))));
      tries.add(new Try(caller, ofKey(action, Map.of())));
      tries.add(new Try(caller, ofKey(action, Map.of("owner", own))));
    }
    tries.add(new Try(caller, ofKey("kms:GenerateDataKey", Map.of("tenant", "suite=00201"))));
  }

  private void noKeys() {
    List<Caller> callers = new ArrayList<>();
    for (String step : List.of("Intake", "Translate", "Post", "Retry", "Patrol")) {
      callers.add(role(step + "Role"));
    }
    STEPS.forEach(step -> callers.add(session(step, "a")));
    callers.add(role("OperatorPolicy"));
    for (Caller caller : callers) {
      for (String path : List.of("", "/index/list", "/index/due")) {
        ACTIONS.forEach(action -> add(caller, action, path));
        for (String action : NEVER) {
          if (!isOperatorsLook(caller, action, path)) {
            add(caller, action, path);
            add(caller, action, path, "T#a#D#x");
          }
        }
      }
    }
  }

  /** An export or a deletion of a tenant looks at the whole table; nobody else may. */
  private static boolean isOperatorsLook(Caller caller, String action, String path) {
    return caller.role().equals("OperatorPolicy") && action.equals("Scan") && path.isEmpty();
  }

  private void noTag() {
    for (String step : STEPS) {
      Caller caller = role(step + "TenantRole");
      for (String below : BELOW) {
        for (String name : List.of("", "a", "${aws:PrincipalTag/tenant}")) {
          ACTIONS.forEach(action -> add(caller, action, "", "T#" + name + below));
        }
      }
      tries.add(new Try(caller, ofKey("kms:Decrypt", Map.of("tenant", "a"))));
    }
  }

  private void roles() {
    for (String step : STEPS) {
      String wanted = template.arn(step + "TenantRole");
      for (String other : List.of("Intake", "Translate", "Post", "Retry", "Patrol")) {
        if (!other.equals(step)) {
          takes(role(other + "Role"), wanted, Map.of("tenant", "a"));
        }
      }
      takes(session(step, "a"), wanted, Map.of("tenant", "A"));
      Caller own = role(step + "Role");
      takes(own, wanted, Map.of());
      takes(own, wanted, Map.of("tenant", ""));
      takes(own, wanted, Map.of("Tenants", "a"));
      takes(own, wanted, Map.of("tenant", "a", "more", "b"));
    }
  }

  private void shapes() {
    Caller intake = role("IntakeRole");
    Caller retry = role("RetryRole");
    for (String below : BELOW.subList(1, BELOW.size())) {
      for (String action : ACTIONS) {
        if (!(below.equals("#N") && action.equals("PutItem"))) {
          add(intake, action, "", "T#a" + below);
          add(intake, action, "", "T#a", "T#a" + below);
        }
        if (!below.equals("#D#x")) {
          add(retry, action, "", "T#a" + below);
          add(retry, action, "", "T#a#D#x", "T#a" + below);
        }
        STEPS.forEach(step -> add(role(step + "Role"), action, "", "T#a" + below));
      }
    }
    ACTIONS.forEach(action -> add(retry, action, "", "T#a"));
    ACTIONS.forEach(action -> add(retry, action, "", "S#a"));
    tries.add(new Try(retry, ofKey("kms:Decrypt", Map.of("tenant", "a"))));
    STEPS.forEach(
        step ->
            tries.add(new Try(role(step + "Role"), ofKey("kms:Decrypt", Map.of("tenant", "a")))));
    for (String index : List.of("/index/list", "/index/due")) {
      add(intake, "Query", index, "L#a#HELD");
      add(role("PatrolRole"), "Query", index, "TENANTS");
    }
  }

  private void queuesAndTables() {
    for (String step : STEPS) {
      Caller own = session(step, "a");
      tries.add(
          new Try(
              own,
              new Call(
                  "dynamodb:GetItem",
                  template.regional("dynamodb", "table/other"),
                  Map.of(Call.LEADING_KEYS, List.of("T#a#D#x")))));
      tries.add(
          new Try(
              own,
              new Call(
                  "kms:Decrypt",
                  template.regional("kms", "key/other"),
                  Map.of(Call.KEY_CONTEXT, List.of("a")))));
      for (String action :
          List.of("SendMessage", "ReceiveMessage", "DeleteMessage", "PurgeQueue")) {
        for (String queue : List.of("FailuresDeadLetterQueue", "PatrolDeadLetterQueue")) {
          onQueue(role(step + "Role"), action, queue);
        }
        onQueue(own, action, "EventsQueue");
      }
    }
    onQueue(role("IntakeRole"), "SendMessage", "VouchersQueue");
    onQueue(role("IntakeRole"), "ReceiveMessage", "EventsQueue");
    onQueue(role("PostRole"), "SendMessage", "EventsQueue");
    onQueue(role("TranslateRole"), "ReceiveMessage", "VouchersQueue");
    onQueue(role("OperatorPolicy"), "PurgeQueue", "EventsQueue");
  }

  private void onQueue(Caller caller, String action, String queue) {
    tries.add(new Try(caller, new Call("sqs:" + action, template.arn(queue), Map.of())));
  }

  private void takes(Caller caller, String role, Map<String, String> tags) {
    Map<String, List<String>> context = new TreeMap<>();
    tags.forEach((key, value) -> context.put("aws:RequestTag/" + key, List.of(value)));
    if (!tags.isEmpty()) {
      context.put("aws:TagKeys", tags.keySet().stream().sorted().toList());
    }
    tries.add(new Try(caller, new Call("sts:AssumeRole", role, context)));
    tries.add(new Try(caller, new Call("sts:TagSession", role, context)));
  }

  private Call ofKey(String action, Map<String, String> given) {
    Map<String, List<String>> context = new TreeMap<>();
    given.forEach((key, value) -> context.put("kms:EncryptionContext:" + key, List.of(value)));
    return new Call(action, template.arn("Key"), context);
  }

  private void add(Caller caller, String action, String path, String... keys) {
    Call call =
        new Call(
            "dynamodb:" + action,
            template.arn("Table") + path,
            keys.length == 0 ? Map.of() : Map.of(Call.LEADING_KEYS, List.of(keys)));
    tries.add(new Try(caller, call));
  }
}
