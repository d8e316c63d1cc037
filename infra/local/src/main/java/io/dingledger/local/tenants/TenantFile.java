package io.dingledger.local.tenants;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.rules.Finding;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One tenant, configured in a YAML file: its DingTalk app, its ledger and its rule book. The format
 * is told in {@code docs/tenants.md} and described by {@code docs/tenants.schema.json}.
 */
public sealed interface TenantFile {
  /** What the file says that concerns more than itself. */
  Claims claims();

  /**
   * What is looked at across files and in the rule book, whether or not the rest is right.
   *
   * @param tenant the identifier; empty when it can't be one
   * @param callbackKey the callback key; empty when it can't be one
   * @param ruleBook the rule book's text; empty when there is none that can be read
   * @param ruleBookFile where that came from, for messages
   */
  record Claims(String tenant, String callbackKey, String ruleBook, Path ruleBookFile) {}

  /** The names that a file may have at its top. */
  Set<String> TOP = ordered("tenant", "name", "zone", "dingtalk", "ledger", "ruleBook");

  /** The names below {@code dingtalk}. */
  Set<String> DINGTALK =
      ordered(
          "callbackKey",
          "corpId",
          "clientId",
          "clientSecret",
          "token",
          "aesKey",
          "ownerKeys",
          "apiBase",
          "oldApiBase");

  /** The names below {@code ledger}. */
  Set<String> LEDGER = ordered("type", "settlingTime", "settings", "secrets");

  /**
   * A file that can be used; its ledger's settings are checked. The rule book's own check is still
   * to come.
   *
   * @param settings the tenant; the rule book's version is empty until the text is stored
   * @param ruleBook the rule book's text
   * @param ruleBookFile where it came from, for messages
   */
  record Valid(TenantSettings settings, String ruleBook, Path ruleBookFile) implements TenantFile {
    /** The settings with this version of the rule book in force. */
    public TenantSettings withRuleBook(String version) {
      return settings.withRuleBook(version);
    }

    @Override
    public Claims claims() {
      return new Claims(
          settings.tenant().id(), settings.callback().orElseThrow().key(), ruleBook, ruleBookFile);
    }

    @Override
    public String toString() {
      return "Valid[" + settings.tenant() + "]";
    }
  }

  /** A file that can't be used; every mistake is reported at once. */
  record Invalid(List<Finding> findings, Claims claims) implements TenantFile {
    public Invalid {
      findings = List.copyOf(findings);
    }
  }

  /** Reads a file; {@code env:} secrets come from this process's environment. */
  static TenantFile read(Path file) {
    return read(file, System::getenv);
  }

  /**
   * Reads a file.
   *
   * @param environment gives a variable's value, or null; for {@code env:} secrets
   */
  static TenantFile read(Path file, UnaryOperator<String> environment) {
    Findings findings = new Findings();
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root == null) {
        findings.add(1, 1, TenantFault.NOT_A_MAP, "YAML");
      } else {
        Path folder = file.toAbsolutePath().getParent();
        return parsed(root, folder, new SecretSource(folder, environment), findings);
      }
    } catch (MarkedYAMLException notYaml) {
      int line = notYaml.getProblemMark() == null ? 1 : notYaml.getProblemMark().getLine() + 1;
      findings.add(line, 1, TenantFault.UNREADABLE, notYaml.getProblem());
    } catch (IOException | YAMLException unreadable) {
      findings.add(1, 1, TenantFault.UNREADABLE, unreadable.getClass().getSimpleName());
    }
    return new Invalid(findings.inOrder(), new Claims("", "", "", file));
  }

  private static TenantFile parsed(
      Node root, Path folder, SecretSource secrets, Findings findings) {
    Fields top = Fields.of(root, TOP, findings, secrets);
    String id = top.required("tenant", Rule.TENANT);
    String name = top.required("name", Rule.NAME);
    String zone = top.optional("zone", Rule.ZONE).orElse("Asia/Shanghai");
    AppFields app = AppFields.of(top.child("dingtalk", DINGTALK, true));
    LedgerFields ledger = LedgerFields.of(top.child("ledger", LEDGER, true));
    String path = top.required("ruleBook", Rule.PATH);
    String ruleBook = path.isEmpty() ? "" : ruleBook(folder, path, top, findings);
    // The ledger is checked even when the identifier is wrong; nothing else sees the stand-in.
    Tenant tenant = Tenant.verified(Rule.TENANT.accepts(id) ? id : "-");
    ledger.faults(tenant).forEach(fault -> findings.add(top.placeOf("ledger"), fault));
    if (!findings.isEmpty()) {
      String known = Rule.TENANT.accepts(id) ? id : "";
      Path file = bookFile(folder, ruleBook, path);
      return new Invalid(
          findings.inOrder(), new Claims(known, app.usableCallbackKey(), ruleBook, file));
    }
    return new Valid(
        TenantSettings.ofInternalApp(
            tenant,
            name,
            ZoneId.of(zone),
            app.appOf(tenant),
            app.callback(),
            ledger.connectionOf(tenant),
            ""),
        ruleBook,
        bookFile(folder, ruleBook, path));
  }

  /** A path that could not be read may be none at all. */
  private static Path bookFile(Path folder, String ruleBook, String path) {
    return ruleBook.isEmpty() ? folder : folder.resolve(path);
  }

  private static String ruleBook(Path folder, String path, Fields top, Findings findings) {
    try {
      return Files.readString(folder.resolve(path), StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException unreadable) {
      findings.add(top.placeOf("ruleBook"), TenantFault.RULE_BOOK_UNREADABLE, path);
      return "";
    }
  }

  private static Set<String> ordered(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }
}
