package io.dingledger.local.tenants;

import io.dingledger.local.tenants.TenantFile.Invalid;
import io.dingledger.local.tenants.TenantFile.Valid;
import io.dingledger.rules.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All tenants of a folder: one {@code *.yaml} or {@code *.yml} file for each. Files in folders
 * below it, such as rule books, are not read.
 *
 * @param tenants those that can be used, by file
 * @param findings what is wrong, by file; when this is not empty, nothing should be started
 */
public record TenantFolder(Map<Path, Valid> tenants, Map<Path, List<Finding>> findings) {

  /** Reads a folder; {@code env:} secrets come from this process's environment. */
  public static TenantFolder read(Path folder) {
    return read(folder, System::getenv);
  }

  /** Reads a folder with another environment. */
  static TenantFolder read(Path folder, UnaryOperator<String> environment) {
    Map<Path, Valid> tenants = new LinkedHashMap<>();
    Map<Path, List<Finding>> findings = new LinkedHashMap<>();
    List<Path> files = files(folder);
    if (files.isEmpty()) {
      Findings none = new Findings();
      none.add(1, 1, TenantFault.FOLDER_EMPTY, folder);
      findings.put(folder, none.inOrder());
    }
    for (Path file : files) {
      switch (TenantFile.read(file, environment)) {
        case Invalid(List<Finding> wrong) -> findings.put(file, wrong);
        case Valid tenant -> {
          List<Finding> clashes = clashes(tenant, tenants);
          if (clashes.isEmpty()) {
            tenants.put(file, tenant);
          } else {
            findings.put(file, clashes);
          }
        }
      }
    }
    return new TenantFolder(tenants, findings);
  }

  private static List<Finding> clashes(Valid tenant, Map<Path, Valid> earlier) {
    Findings clashes = new Findings();
    earlier.forEach(
        (file, other) -> {
          if (other.settings().tenant().equals(tenant.settings().tenant())) {
            clashes.add(
                1, 1, TenantFault.TENANT_REPEATED, tenant.settings().tenant(), file.getFileName());
          }
          if (other.settings().app().callbackKey().equals(tenant.settings().app().callbackKey())) {
            clashes.add(1, 1, TenantFault.CALLBACK_KEY_REPEATED, file.getFileName());
          }
        });
    return clashes.inOrder();
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
