package io.dingledger.local.torture.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.tenants.TenantFolder;
import io.dingledger.local.torture.company.Claim.Telling;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTest {
  private static final List<Claim> CLAIMS = Claims.of(1000, 7, Duration.ofMinutes(2), false);

  @TempDir Path folder;

  @Test
  void aSeedMeansAlwaysTheSameClaims() {
    assertEquals(CLAIMS, Claims.of(1000, 7, Duration.ofMinutes(2), false));
    assertNotEquals(CLAIMS, Claims.of(1000, 8, Duration.ofMinutes(2), false));
  }

  @Test
  void aThousandAreOfEveryCompanyAndToldInEveryWay() {
    assertEquals(
        EnumSet.allOf(Telling.class),
        CLAIMS.stream().map(Claim::telling).collect(Collectors.toSet()));
    assertEquals(List.copyOf(Firm.ALL).size(), CLAIMS.stream().map(Claim::firm).distinct().count());
    assertTrue(CLAIMS.stream().anyMatch(claim -> claim.lagging() > 0));
  }

  @Test
  void forASystemElsewhereEachIsPushed() {
    List<Claim> pushed = Claims.of(1000, 7, Duration.ofMinutes(2), true);
    assertTrue(
        pushed.stream()
            .map(Claim::telling)
            .noneMatch(each -> each == Telling.LISTED_AS_FAILED || each == Telling.NEVER));
  }

  @Test
  void whatIsChangedIsChangedOnceAndByItsOwnCompany() {
    List<Claim> changing = CLAIMS.stream().filter(claim -> claim.change().isPresent()).toList();
    Map<String, List<Claim>> byEarlier =
        changing.stream()
            .collect(Collectors.groupingBy(claim -> claim.change().orElseThrow().earlier().id()));
    assertTrue(changing.size() > 20);
    assertEquals(changing.size(), byEarlier.size());
    for (Claim claim : changing) {
      Claim earlier = claim.change().orElseThrow().earlier();
      assertEquals(earlier.firm(), claim.firm());
      assertEquals(Optional.empty(), earlier.change());
    }
  }

  @Test
  void theCompaniesFilesAreUsable() {
    URI anywhere = URI.create("http://127.0.0.1:9");
    Firm.ALL.forEach(firm -> FirmFiles.write(folder, firm, anywhere, anywhere));
    TenantFolder read = TenantFolder.read(folder);
    assertEquals(Map.of(), read.findings());
    assertEquals(Firm.ALL.size(), read.tenants().size());
  }
}
