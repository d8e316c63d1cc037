package io.dingledger.local.tenants;

import io.dingledger.local.rulebook.Signing;
import io.dingledger.local.tenants.TenantFile.Claims;
import io.dingledger.local.tenants.TenantFile.Invalid;
import io.dingledger.local.tenants.TenantFile.OfSuite;
import io.dingledger.local.tenants.TenantFile.Operator;
import io.dingledger.local.tenants.TenantFile.Valid;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one file of the tenants' folder. */
final class TenantFileReader {
  private final Path file;
  private final Path folder;
  private final SecretSource secrets;
  private final Findings findings = new Findings();

  TenantFileReader(Path file, UnaryOperator<String> environment, SecretSource.Elsewhere elsewhere) {
    this.file = file;
    this.folder = file.toAbsolutePath().getParent();
    this.secrets = new SecretSource(folder, environment, elsewhere);
  }

  TenantFile read() {
    try {
      return read(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      findings.add(1, 1, TenantFault.UNREADABLE, unreadable.getClass().getSimpleName());
      return new Invalid(findings.inOrder(), Claims.none(file));
    }
  }

  /** Reads a text as if it stood in the file. */
  TenantFile read(String text) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root != null) {
        return Fields.hasName(root, "suite") ? operator(root) : company(root);
      }
      findings.add(1, 1, TenantFault.NOT_A_MAP, "YAML");
    } catch (MarkedYAMLException notYaml) {
      int line = notYaml.getProblemMark() == null ? 1 : notYaml.getProblemMark().getLine() + 1;
      findings.add(line, 1, TenantFault.UNREADABLE, notYaml.getProblem());
    } catch (YAMLException unreadable) {
      findings.add(1, 1, TenantFault.UNREADABLE, unreadable.getClass().getSimpleName());
    }
    return new Invalid(findings.inOrder(), Claims.none(file));
  }

  private TenantFile operator(Node root) {
    SuiteFields suite = SuiteFields.of(Fields.of(root, TenantFile.SUITE, findings, secrets));
    return findings.isEmpty()
        ? new Operator(suite.suite(), file)
        : new Invalid(
            findings.inOrder(),
            new Claims("", suite.usableId(), suite.usableCallbackKey(), "", file));
  }

  /**
   * What both kinds of company have.
   *
   * @param ruleBook the rule book's text, empty when it can't be read
   * @param ruleBookFile where it is, or would be
   * @param signing who answers for it; empty when that can't be read
   * @param inbound how documents of other systems reach it
   */
  private record Common(
      String name,
      Optional<String> zone,
      LedgerFields ledger,
      String ruleBook,
      Path ruleBookFile,
      Optional<Signing> signing,
      Optional<InboundFields> inbound) {}

  private TenantFile company(Node root) {
    boolean thirdParty =
        Fields.valueOf(root, "dingtalk").filter(app -> Fields.hasName(app, "suite")).isPresent();
    return thirdParty ? ofSuite(root) : ownApp(root);
  }

  private TenantFile ownApp(Node root) {
    Fields top = Fields.of(root, TenantFile.TOP, findings, secrets);
    String id = top.required("tenant", Rule.TENANT);
    AppFields app = AppFields.of(top.child("dingtalk", TenantFile.DINGTALK, true));
    Common common = common(top, id);
    if (!findings.isEmpty()) {
      return invalid(Rule.TENANT.accepts(id) ? id : "", app.usableCallbackKey(), common);
    }
    Tenant tenant = Tenant.verified(id);
    return new Valid(
        new TenantSettings(
            tenant,
            common.name(),
            ZoneId.of(common.zone().orElse("Asia/Shanghai")),
            app.appOf(tenant),
            Optional.of(app.callback()),
            Optional.of(common.ledger().connectionOf(tenant)),
            app.monthlyCalls(),
            Standing.ACTIVE,
            common.inbound().map(InboundFields::settings)),
        common.ruleBook(),
        common.ruleBookFile(),
        common.signing().orElseThrow());
  }

  private TenantFile ofSuite(Node root) {
    Set<String> known = new LinkedHashSet<>(TenantFile.TOP);
    known.remove("tenant");
    Fields top = Fields.of(root, known, findings, secrets);
    Fields app = top.child("dingtalk", TenantFile.THIRD_PARTY, true);
    String suite = app.required("suite", Rule.SUITE);
    String corpId = app.required("corpId", Rule.IDENTIFIER);
    String id = corpId + "@" + suite;
    if (!corpId.isEmpty() && Rule.IDENTIFIER.accepts(corpId) && !Rule.TENANT.accepts(id)) {
      app.wrong("corpId", Rule.TENANT);
    }
    Common common = common(top, id);
    return findings.isEmpty()
        ? new OfSuite(
            suite,
            corpId,
            common.name(),
            common.zone().map(ZoneId::of),
            common.ledger(),
            common.ruleBook(),
            common.ruleBookFile(),
            common.signing().orElseThrow(),
            common.inbound().map(InboundFields::settings),
            Findings.of(app.placeOf("suite"), TenantFault.SUITE_UNKNOWN, suite))
        : invalid(Rule.TENANT.accepts(id) ? id : "", "", common);
  }

  private Common common(Fields top, String id) {
    String name = top.required("name", Rule.NAME);
    Optional<String> zone = top.optional("zone", Rule.ZONE);
    LedgerFields ledger = LedgerFields.of(top.child("ledger", TenantFile.LEDGER, true));
    Fields book = top.child("ruleBook", TenantFile.RULE_BOOK, true);
    String path = book.required("file", Rule.PATH);
    String ruleBook = path.isEmpty() ? "" : ruleBook(path, book);
    Optional<Signing> signing = signing(book);
    Optional<InboundFields> inbound = InboundFields.of(top);
    // The ledger is checked even when the identifier is wrong; nothing else sees the stand-in.
    Tenant tenant = Tenant.verified(Rule.TENANT.accepts(id) ? id : "-");
    ledger.faults(tenant).forEach(fault -> findings.add(top.placeOf("ledger"), fault));
    // A path that could not be read may be none at all.
    Path ruleBookFile = ruleBook.isEmpty() ? folder : folder.resolve(path);
    return new Common(name, zone, ledger, ruleBook, ruleBookFile, signing, inbound);
  }

  private Optional<Signing> signing(Fields book) {
    Optional<Signer> author = Signer.of(book.required("author", Rule.SIGNER));
    Optional<Signer> approver = Signer.of(book.required("approvedBy", Rule.SIGNER));
    Optional<String> from = book.optional("from", Rule.DAY);
    if (author.isPresent() && author.equals(approver)) {
      findings.add(book.placeOf("approvedBy"), TenantFault.RULE_BOOK_SAME_PERSON, approver.get());
    }
    return author.isPresent() && approver.isPresent()
        ? Optional.of(
            new Signing(
                author.get(), approver.get(), from.filter(Rule.DAY::accepts).map(LocalDate::parse)))
        : Optional.empty();
  }

  private Invalid invalid(String tenant, String callbackKey, Common common) {
    return new Invalid(
        findings.inOrder(),
        new Claims(tenant, "", callbackKey, common.ruleBook(), common.ruleBookFile()));
  }

  private String ruleBook(String path, Fields book) {
    try {
      return Files.readString(folder.resolve(path), StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException unreadable) {
      findings.add(book.placeOf("file"), TenantFault.RULE_BOOK_UNREADABLE, path);
      return "";
    }
  }
}
