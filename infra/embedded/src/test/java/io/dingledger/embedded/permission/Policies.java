package io.dingledger.embedded.permission;

import io.dingledger.embedded.template.ResolvedTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The roles and managed policies of the template, word for word as they are deployed. */
public final class Policies {
  private final ResolvedTemplate template;
  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final Map<String, List<Map<?, ?>>> documents = new LinkedHashMap<>();

  private Policies(ResolvedTemplate template) {
    this.template = template;
    template.resources().keySet().forEach(id -> add(String.valueOf(id)));
    template.resources().keySet().forEach(id -> attach(String.valueOf(id)));
  }

  /** Those of this template. */
  public static Policies of(Path template) {
    return new Policies(ResolvedTemplate.read(template));
  }

  /** Every role and managed policy. */
  public List<Role> roles() {
    return List.copyOf(roles.values());
  }

  /** The documents of each role's and managed policy's permissions, and of each role's trust. */
  Map<String, List<Map<?, ?>>> documents() {
    return documents;
  }

  /** The role or managed policy with this logical id. */
  public Role role(String name) {
    return Optional.ofNullable(roles.get(name)).orElseThrow(() -> new Unknown("role " + name));
  }

  /** The template that they stand in. */
  public ResolvedTemplate template() {
    return template;
  }

  /**
   * How many characters IAM counts of the documents of a role or managed policy; of a role's trust
   * when {@code trust} follows its name.
   */
  public int sizeOf(String owner) {
    return documents.getOrDefault(owner, List.of()).stream()
        .mapToInt(each -> Records.text(each).length())
        .sum();
  }

  /** Whether somebody may do something. */
  public boolean allows(Caller caller, Call call) {
    return role(caller.role()).allowing(caller.seenIn(call)).isPresent();
  }

  private void add(String id) {
    switch (template.type(id)) {
      case "AWS::IAM::Role" -> {
        Map<?, ?> role = template.properties(id);
        List<Statement> statements = new ArrayList<>();
        for (Object policy : list(role.get("Policies"))) {
          Map<?, ?> each = (Map<?, ?>) policy;
          statements.addAll(statements(id + " " + each.get("PolicyName"), each));
        }
        if (role.get("ManagedPolicyArns") != null) {
          throw new Unknown("managed policies of " + id);
        }
        roles.put(id, new Role(id, trust(id, role), statements));
      }
      case "AWS::IAM::ManagedPolicy" ->
          roles.put(id, new Role(id, List.of(), statements(id, template.properties(id))));
      case "AWS::KMS::Key" ->
          documents.put(
              id + " trust", List.of((Map<?, ?>) template.properties(id).get("KeyPolicy")));
      default -> {
        return;
      }
    }
  }

  private void attach(String id) {
    if (!template.type(id).equals("AWS::IAM::Policy")) {
      return;
    }
    Map<?, ?> policy = template.properties(id);
    for (Object name : list(policy.get("Roles"))) {
      Role role = role(String.valueOf(name));
      List<Statement> more = new ArrayList<>(role.statements());
      more.addAll(statements(role.name() + " " + id, policy));
      roles.put(role.name(), new Role(role.name(), role.trust(), more));
    }
  }

  private List<Statement> trust(String id, Map<?, ?> role) {
    return statements(
        id + " trust", Map.of("PolicyDocument", role.get("AssumeRolePolicyDocument")));
  }

  private List<Statement> statements(String name, Map<?, ?> policy) {
    Map<?, ?> document = (Map<?, ?>) policy.get("PolicyDocument");
    if (!"2012-10-17".equals(String.valueOf(document.get("Version")))) {
      throw new Unknown("version " + document.get("Version") + " of " + name);
    }
    // The first word of a name is whose it is; trust stands apart.
    String owner = name.endsWith(" trust") ? name : name.split(" ")[0];
    documents.computeIfAbsent(owner, each -> new ArrayList<>()).add(document);
    List<Statement> statements = new ArrayList<>();
    for (Object statement : list(document.get("Statement"))) {
      statements.add(Statement.of(name + " " + statements.size(), (Map<?, ?>) statement));
    }
    return statements;
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
