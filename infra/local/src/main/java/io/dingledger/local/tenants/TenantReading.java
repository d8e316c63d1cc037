package io.dingledger.local.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.command.RunningSystem;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Suite;
import io.dingledger.platform.codec.SuiteCodec;
import io.dingledger.rules.Checked;
import io.dingledger.rules.Finding;
import io.dingledger.rules.RuleBooks;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads a tenant's file for a command: everything that is wrong is told at once and before any
 * secret is asked for; secrets that the file leaves out stay as they are stored or are asked for.
 */
final class TenantReading {
  private static final int KEY_BYTES = 24;

  private final UnaryOperator<String> environment;
  private final SecretPrompt prompt;
  private final PrintStream out;

  TenantReading(UnaryOperator<String> environment, SecretPrompt prompt, PrintStream out) {
    this.environment = environment;
    this.prompt = prompt;
    this.out = out;
  }

  /**
   * What a person wrote.
   *
   * @param file the file, or the name under which something typed in is spoken of
   * @param text its text when it is not in the file
   */
  record Source(Path file, Optional<String> text) {}

  /** The file, as if all secrets that it leaves out were there; empty when something is wrong. */
  Optional<TenantFile> looked(Source source) {
    return right(source, (path, isNeeded) -> Optional.of(Kept.MARK));
  }

  /**
   * A company with its secrets.
   *
   * @return empty when something is wrong; that was told
   */
  Optional<TenantFile.Valid> company(Source source, RunningSystem system) {
    Optional<TenantFile> looked = looked(source);
    if (looked.isEmpty()) {
      return Optional.empty();
    }
    Set<String> stored = secretsOf(looked.get().claims().tenant(), system);
    return right(source, (path, isNeeded) -> secret(path, isNeeded, stored))
        .map(file -> valid(file, source, system));
  }

  /** A third-party app with its secrets; empty when something is wrong. */
  Optional<Suite> suite(Source source, RunningSystem system) {
    Optional<TenantFile> looked = looked(source);
    if (looked.isEmpty()) {
      return Optional.empty();
    }
    Set<String> stored = secretsOfSuite(looked.get().claims().suite(), system);
    return right(source, (path, isNeeded) -> secret(path, isNeeded, stored))
        .map(
            file ->
                switch (file) {
                  case TenantFile.Operator operator -> operator.suite();
                  default -> throw new Refusal(DeskFault.REQUEST_WRONG, "suite");
                });
  }

  private TenantFile.Valid valid(TenantFile file, Source source, RunningSystem system) {
    return switch (file) {
      case TenantFile.Valid valid -> valid;
      case TenantFile.OfSuite company -> company.with(storedSuite(company.suiteId(), system));
      case TenantFile.Operator suite -> throw new Refusal(DeskFault.REQUEST_WRONG, "tenant");
      case TenantFile.Invalid invalid -> throw new IllegalStateException(source.file().toString());
    };
  }

  private Optional<String> secret(String path, boolean isNeeded, Set<String> stored) {
    Optional<String> given = prompt.given(path);
    if (given.isPresent()) {
      return given;
    }
    if (stored.contains(path)) {
      return Optional.of(Kept.MARK);
    }
    if (!isNeeded) {
      return Optional.empty();
    }
    return SecretNames.rule(path) == Rule.CALLBACK_KEY
        ? Optional.of(random())
        : prompt.secret(path);
  }

  private static String random() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private Optional<TenantFile> right(Source source, SecretSource.Elsewhere elsewhere) {
    TenantFileReader reader = new TenantFileReader(source.file(), environment, elsewhere);
    TenantFile file = source.text().map(reader::read).orElseGet(reader::read);
    boolean isRight = true;
    if (file instanceof TenantFile.Invalid invalid) {
      print(source.file(), invalid.findings());
      isRight = false;
    }
    String book = file.claims().ruleBook();
    if (!book.isEmpty() && RuleBooks.check(book) instanceof Checked.Invalid invalid) {
      print(file.claims().ruleBookFile(), invalid.findings());
      isRight = false;
    }
    return isRight ? Optional.of(file) : Optional.empty();
  }

  private static Set<String> secretsOf(String tenant, RunningSystem system) {
    try {
      Set<String> names = new HashSet<>();
      system
          .get("", tenant, "settings")
          .path("secrets")
          .forEach(each -> names.add(each.path("name").asText()));
      return names;
    } catch (Refusal refusal) {
      return noneIf(refusal, DeskFault.UNKNOWN);
    }
  }

  private static Set<String> secretsOfSuite(String suite, RunningSystem system) {
    try {
      Set<String> names = new HashSet<>();
      system.getAt("suites", suite).path("secrets").forEach(each -> names.add(each.asText()));
      return names;
    } catch (Refusal refusal) {
      return noneIf(refusal, DeskFault.SUITE_NOT_STORED);
    }
  }

  private static Set<String> noneIf(Refusal refusal, DeskFault fault) {
    if (refusal.reasons().getFirst().code().equals(fault.code())) {
      return Set.of();
    }
    throw refusal;
  }

  private static Suite storedSuite(String id, RunningSystem system) {
    JsonNode settings = system.getAt("suites", id).path("settings");
    return new SuiteCodec(new ClearBox(Map.of())).fromJson(settings);
  }

  private void print(Path file, List<Finding> findings) {
    for (Finding finding : findings) {
      Reason reason = finding.reason();
      out.printf("%s:%d:%d %s%n", file, finding.line(), finding.column(), reason.code());
      out.printf("    %s%n    %s%n", reason.chinese(), reason.english());
    }
  }
}
