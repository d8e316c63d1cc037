package io.dingledger.local.tenants;

import io.dingledger.local.tenants.TenantFile.Claims;
import io.dingledger.local.tenants.TenantFile.Invalid;
import io.dingledger.local.tenants.TenantFile.OfSuite;
import io.dingledger.local.tenants.TenantFile.Operator;
import io.dingledger.local.tenants.TenantFile.Valid;
import io.dingledger.model.tenant.Suite;
import io.dingledger.rules.Checked;
import io.dingledger.rules.Finding;
import io.dingledger.rules.RuleBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All tenants of a folder, and the operator's third-party apps: one {@code *.yaml} or {@code *.yml}
 * file for each. Files in folders below it are read only as the rule books that these name.
 *
 * @param suites the third-party apps whose file can be used, by file
 * @param tenants those whose own file can be used, by file
 * @param findings all that is wrong with tenants' files, their ledgers' settings and their rule
 *     books, by file; when this is not empty, nothing should be started
 */
public record TenantFolder(
    Map<Path, Suite> suites, Map<Path, Valid> tenants, Map<Path, List<Finding>> findings) {

  /** Reads a folder; {@code env:} secrets come from this process's environment. */
  public static TenantFolder read(Path folder) {
    return read(folder, System::getenv);
  }

  /** Reads a folder with another environment. */
  static TenantFolder read(Path folder, UnaryOperator<String> environment) {
    Map<Path, TenantFile> files = new LinkedHashMap<>();
    files(folder).forEach(file -> files.put(file, TenantFile.read(file, environment)));
    Map<Path, Suite> suites = new LinkedHashMap<>();
    files.forEach(
        (file, read) -> {
          if (read instanceof Operator operator) {
            suites.put(file, operator.suite());
          }
        });
    Map<Path, List<Finding>> findings = new LinkedHashMap<>();
    if (files.isEmpty()) {
      Findings none = new Findings();
      none.add(1, 1, TenantFault.FOLDER_EMPTY, folder);
      findings.put(folder, none.inOrder());
    }
    Map<Path, Valid> tenants = new LinkedHashMap<>();
    Map<Path, Claims> earlier = new LinkedHashMap<>();
    files.forEach(
        (file, read) -> {
          List<Finding> wrong = new ArrayList<>(clashes(read.claims(), earlier));
          earlier.put(file, read.claims());
          wrong.addAll(taken(file, read, files.values(), tenants));
          if (!wrong.isEmpty()) {
            findings.put(file, wrong);
          }
          check(read, findings);
        });
    return new TenantFolder(suites, tenants, findings);
  }

  /** Takes a company among the tenants; what hinders that is found. */
  private static List<Finding> taken(
      Path file, TenantFile read, Collection<TenantFile> all, Map<Path, Valid> tenants) {
    switch (read) {
      case Operator operator -> {}
      case Invalid invalid -> {
        return invalid.findings();
      }
      case Valid tenant -> tenants.put(file, tenant);
      case OfSuite company -> {
        if (all.stream().noneMatch(each -> each.claims().suite().equals(company.suiteId()))) {
          return List.of(company.unknown());
        }
        // A suite whose file is wrong is told there; nothing starts then.
        all.stream()
            .filter(Operator.class::isInstance)
            .map(each -> ((Operator) each).suite())
            .filter(suite -> suite.id().equals(company.suiteId()))
            .findFirst()
            .ifPresent(suite -> tenants.put(file, company.with(suite)));
      }
    }
    return List.of();
  }

  private static void check(TenantFile tenant, Map<Path, List<Finding>> findings) {
    Claims claims = tenant.claims();
    boolean none =
        tenant instanceof Operator || (tenant instanceof Invalid && claims.ruleBook().isEmpty());
    if (!none && RuleBooks.check(claims.ruleBook()) instanceof Checked.Invalid invalid) {
      findings.put(claims.ruleBookFile(), invalid.findings());
    }
  }

  private static List<Finding> clashes(Claims claims, Map<Path, Claims> earlier) {
    Findings clashes = new Findings();
    earlier.forEach(
        (file, other) -> {
          if (isRepeated(claims.tenant(), other.tenant())) {
            clashes.add(1, 1, TenantFault.TENANT_REPEATED, claims.tenant(), file.getFileName());
          }
          if (isRepeated(claims.suite(), other.suite())) {
            clashes.add(1, 1, TenantFault.SUITE_REPEATED, claims.suite(), file.getFileName());
          }
          if (isRepeated(claims.callbackKey(), other.callbackKey())) {
            clashes.add(1, 1, TenantFault.CALLBACK_KEY_REPEATED, file.getFileName());
          }
        });
    return clashes.inOrder();
  }

  private static boolean isRepeated(String text, String earlier) {
    return !text.isEmpty() && text.equals(earlier);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return new ArrayList<>(
          entries
              .filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
              .sorted()
              .toList());
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
