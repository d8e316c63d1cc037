package io.dingledger.local.tenants;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.rules.Finding;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The {@code ledger} of a tenant's file, whatever else the file holds or lacks. */
public final class ConnectionFile {
  private ConnectionFile() {}

  /**
   * All that is wrong with it, each at its place; secrets are fetched from where the file points.
   *
   * @param environment gives a variable's value, or null
   */
  public static List<Finding> faults(Path file, UnaryOperator<String> environment) {
    Findings findings = new Findings();
    try {
      Node root =
          new Yaml(new LoaderOptions())
              .compose(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
      if (root == null) {
        findings.add(1, 1, TenantFault.NOT_A_MAP, "YAML");
      } else {
        check(root, file, findings, environment);
      }
    } catch (IOException | YAMLException unreadable) {
      findings.add(1, 1, TenantFault.UNREADABLE, unreadable.getClass().getSimpleName());
    }
    return findings.inOrder();
  }

  private static void check(
      Node root, Path file, Findings findings, UnaryOperator<String> environment) {
    SecretSource secrets = new SecretSource(file.toAbsolutePath().getParent(), environment);
    Fields top = Fields.of(root, Set.of(), findings, secrets);
    LedgerFields ledger = LedgerFields.of(top.child("ledger", TenantFile.LEDGER, true));
    ledger
        .faults(Tenant.verified("-"))
        .forEach(fault -> findings.add(top.placeOf("ledger"), fault));
  }
}
