package io.dingledger.local.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.embedded.permission.Policies;
import io.dingledger.embedded.permission.Role;
import io.dingledger.embedded.permission.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/permissions.md} has every statement of the template. Run with {@code
 * -Ddingledger.permissions=write} to write its table anew.
 */
class PermissionsPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "permissions.md");
  private static final String BEGIN = "<!-- permissions: written by a test from the template -->\n";
  private static final String END = "<!-- end -->\n";

  @Test
  void thePageIsTheTemplate() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    String right = page.substring(0, from) + table() + page.substring(page.indexOf(END, from));
    if ("write".equals(System.getProperty("dingledger.permissions"))) {
      Files.writeString(PAGE, right);
    }
    assertEquals(right, Files.readString(PAGE));
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("| Role | Actions | On | Bound to |\n|---|---|---|---|\n");
    for (Role role : Policies.of(Path.of("..", "..", "template.yaml")).roles()) {
      for (Statement statement : role.statements()) {
        table.append(
            "| %s | %s | %s | %s |\n"
                .formatted(
                    role.name(),
                    joined(statement.actions()),
                    joined(statement.resources().stream().map(PermissionsPageTest::brief).toList()),
                    bound(statement)));
      }
    }
    return table.toString();
  }

  private static String bound(Statement statement) {
    List<String> patterns =
        statement.patterns().stream()
            .map(each -> each.replace("${aws:PrincipalTag/tenant}", "‹tenant›"))
            .toList();
    String not = statement.exceptions().isEmpty() ? "" : "; not " + joined(statement.exceptions());
    return patterns.isEmpty()
        ? statement.requires("kms:EncryptionContext:tenant") ? "any tenant or suite" : "–"
        : joined(patterns) + not;
  }

  private static String brief(String resource) {
    String[] parts = resource.split(":", 6);
    return parts.length < 6 ? resource : parts[2] + " " + parts[5];
  }

  private static String joined(List<String> words) {
    return words.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
  }
}
