package io.dingledger.local.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.FunctionDefinition;
import io.dingledger.embedded.template.Template;
import io.dingledger.local.packages.Check;
import io.dingledger.local.packages.PackagedHandlers;
import io.dingledger.local.packages.Packages;
import io.dingledger.local.packages.SmokeTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packages that this build has just made, as Lambda runs them. Runs after packaging, in the
 * phase {@code integration-test}.
 */
@DisabledOnOs(OS.WINDOWS)
class PackagedFunctionsTest {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final int SHORTEST_SECRET = 8;

  @TempDir Path folder;

  private final Packages packages = Packages.find(ROOT, Optional.empty());

  @Test
  void aClaimGoesItsWholeWayThroughAllPackages() {
    Template template = Template.read(ROOT.resolve("template.yaml"));
    try (SmokeTest test = new SmokeTest(template, folder, Optional.empty());
        PackagedHandlers functions =
            packages.over(test.surroundings(), folder.resolve("functions.log"), 1)) {
      List<Check> checks = test.play(functions);
      assertEquals(List.of(), checks.stream().filter(check -> !check.isFine()).toList());
      assertEquals(
          packages.functions().stream()
              .map(FunctionDefinition::logicalId)
              .collect(Collectors.toSet()),
          checks.stream().map(Check::function).collect(Collectors.toSet()));
    }
  }

  /** Quarkus writes settings that it takes for constant into classes while it builds. */
  @Test
  void noPackageHoldsAValueOfTheEnvironmentThatItWasBuiltIn() throws IOException {
    Map<String, String> secrets =
        System.getenv().entrySet().stream()
            .filter(each -> each.getKey().matches("(AWS|DINGLEDGER)_.*"))
            .filter(each -> each.getValue().length() >= SHORTEST_SECRET)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    boolean looked = false;
    for (FunctionDefinition function : packages.functions()) {
      try (ZipFile zip = new ZipFile(packages.zip(function.logicalId()).file().toFile())) {
        for (ZipEntry entry : zip.stream().toList()) {
          if (!entry.getName().endsWith(".class")) {
            continue;
          }
          looked = true;
          String content =
              new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
          secrets.forEach(
              (name, value) ->
                  assertFalse(content.contains(value), () -> name + " in " + entry.getName()));
          assertFalse(content.contains(ROOT.toString()), entry.getName());
        }
      }
    }
    assertTrue(looked || packages.kind() == io.dingledger.runtime.FunctionPackage.Kind.NATIVE);
  }
}
