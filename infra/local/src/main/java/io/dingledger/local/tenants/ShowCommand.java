package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.local.command.Arguments;
import io.dingledger.local.command.Command;
import io.dingledger.local.command.Deployment;
import java.io.PrintStream;
import java.util.List;

/** Shows a tenant; of its secrets which are set, never their values. */
final class ShowCommand implements Command {
  @Override
  public String name() {
    return "show";
  }

  @Override
  public String help() {
    return """
          show TENANT             显示租户设置、哪些密钥已设置、启用的规则簿和操作记录
                                  shows a tenant's settings, which secrets are set, its rule books
                                  and what operators did
        """;
  }

  @Override
  public int run(List<String> line, PrintStream out) {
    Arguments given =
        Arguments.of(line, Deployment.options()).counting(1, 1, "./dev tenant show TENANT");
    JsonNode answer =
        Deployment.ask(given, system -> system.get("", given.plain().getFirst(), "settings"));
    out.println("状态 standing: " + answer.path("standing").asText());
    out.println("日志中的编号 in logs: " + answer.path("inLogs").asText());
    print("  ", answer.path("settings"), out);
    out.println("密钥 secrets:");
    answer
        .path("secrets")
        .forEach(
            each ->
                out.println(
                    "  "
                        + each.path("name").asText()
                        + "  *** 指纹 fingerprint "
                        + each.path("fingerprint").asText()));
    out.println("规则簿 rule books:");
    answer
        .path("ruleBooks")
        .forEach(
            each ->
                out.println(
                    "  " + each.path("version").asText() + "  " + each.path("from").asText()));
    diary(answer.path("diary"), out);
    return FINE;
  }

  private static void diary(JsonNode entries, PrintStream out) {
    out.println("操作记录 diary:");
    for (JsonNode entry : entries) {
      String line =
          "  %s  %s  %s  %s"
              .formatted(
                  entry.path("at").asText(),
                  entry.path("by").asText(),
                  entry.path("what").asText(),
                  entry.path("detail").asText());
      out.println(line.stripTrailing());
    }
  }

  private static void print(String indent, JsonNode node, PrintStream out) {
    node.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isObject()) {
                out.println(indent + field.getKey() + ":");
                print(indent + "  ", value, out);
              } else if (!value.asText().isEmpty() || value.isArray()) {
                out.println(
                    indent + field.getKey() + ": " + (value.isArray() ? value : value.asText()));
              }
            });
  }
}
