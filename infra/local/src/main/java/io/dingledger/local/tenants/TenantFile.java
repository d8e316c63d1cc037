package io.dingledger.local.tenants;

import io.dingledger.local.rulebook.Signing;
import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.rules.Finding;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One YAML file of the tenants' folder: a company with a DingTalk app of its own, a third-party app
 * of the operator's, or a company that uses such an app. The format is told in {@code
 * docs/tenants.md} and described by {@code docs/tenants.schema.json}.
 */
public sealed interface TenantFile {
  /** What the file says that concerns more than itself. */
  Claims claims();

  /**
   * What is looked at across files and in the rule book, whether or not the rest is right. Texts
   * are empty when the file has none that can be used.
   *
   * @param tenant the tenant's identifier
   * @param suite the third-party app that the file describes
   * @param callbackKey the callback key
   * @param ruleBook the rule book's text
   * @param ruleBookFile where that came from, for messages
   */
  record Claims(
      String tenant, String suite, String callbackKey, String ruleBook, Path ruleBookFile) {
    /** Nothing that others could clash with. */
    static Claims none(Path file) {
      return new Claims("", "", "", "", file);
    }
  }

  /** The names that the file of a company may have at its top. */
  Set<String> TOP = ordered("tenant", "name", "zone", "dingtalk", "ledger", "ruleBook", "inbound");

  /** The names that the file of a third-party app may have. */
  Set<String> SUITE =
      ordered(
          "suite",
          "suiteKey",
          "suiteSecret",
          "callbackKey",
          "token",
          "aesKey",
          "ownerKeys",
          "zone",
          "apiBase",
          "oldApiBase");

  /** The names below {@code dingtalk} for an app of the company's own. */
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
          "oldApiBase",
          "monthlyCalls",
          "agentId");

  /** The names below {@code dingtalk} for a third-party app. */
  Set<String> THIRD_PARTY = ordered("suite", "corpId");

  /** The names below {@code ruleBook}. */
  Set<String> RULE_BOOK = ordered("file", "author", "approvedBy", "from");

  /** The names below {@code inbound}. */
  Set<String> INBOUND = ordered("key", "secret", "secondSecret", "hose");

  /** The names below {@code inbound.hose}. */
  Set<String> HOSE =
      ordered(
          "base",
          "corpId",
          "appKey",
          "appSecurity",
          "signKey",
          "states",
          "category",
          "form",
          "writesBack");

  /** The names below {@code ledger}. */
  Set<String> LEDGER = ordered("type", "settlingTime", "settings", "secrets");

  /**
   * A company that can be served; its ledger's settings are checked. The rule book's own check is
   * still to come.
   *
   * @param settings the tenant
   * @param ruleBook the rule book's text
   * @param ruleBookFile where it came from, for messages
   * @param signing who answers for the rule book
   */
  record Valid(TenantSettings settings, String ruleBook, Path ruleBookFile, Signing signing)
      implements TenantFile {
    @Override
    public Claims claims() {
      return new Claims(
          settings.tenant().id(),
          "",
          settings.callback().map(callback -> callback.key()).orElse(""),
          ruleBook,
          ruleBookFile);
    }

    @Override
    public String toString() {
      return "Valid[" + settings.tenant() + "]";
    }
  }

  /** A third-party app of the operator's. */
  record Operator(Suite suite, Path file) implements TenantFile {
    @Override
    public Claims claims() {
      return new Claims("", suite.id(), suite.callback().key(), "", file);
    }
  }

  /**
   * A company that uses a third-party app, which another file describes.
   *
   * @param suiteId the app
   * @param corpId the company
   * @param name its name
   * @param zone its zone; the app's when the file has none
   * @param ledger its ledger, checked
   * @param signing who answers for the rule book
   * @param inbound how documents of other systems reach it
   * @param unknown what is wrong when no file describes the app
   */
  record OfSuite(
      String suiteId,
      String corpId,
      String name,
      Optional<ZoneId> zone,
      LedgerFields ledger,
      String ruleBook,
      Path ruleBookFile,
      Signing signing,
      Optional<InboundSettings> inbound,
      Finding unknown)
      implements TenantFile {
    /** The tenant, as it is until the company authorises the app: known and without standing. */
    Valid with(Suite suite) {
      TenantSettings settings =
          TenantSettings.authorised(suite, corpId, name, new Standing(false, Instant.EPOCH));
      return new Valid(
          new TenantSettings(
              settings.tenant(),
              name,
              zone.orElse(suite.zone()),
              settings.app(),
              settings.callback(),
              Optional.of(ledger.connectionOf(settings.tenant())),
              settings.monthlyCalls(),
              settings.standing(),
              inbound),
          ruleBook,
          ruleBookFile,
          signing);
    }

    @Override
    public Claims claims() {
      return new Claims(corpId + "@" + suiteId, "", "", ruleBook, ruleBookFile);
    }

    @Override
    public String toString() {
      return "OfSuite[" + corpId + "@" + suiteId + "]";
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
    return new TenantFileReader(file, environment, SecretSource.Elsewhere.NOWHERE).read();
  }

  private static Set<String> ordered(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }
}
