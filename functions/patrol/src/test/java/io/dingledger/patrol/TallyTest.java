package io.dingledger.patrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.metrics.EmbeddedMetrics;
import io.dingledger.platform.store.TableCensus;
import io.dingledger.platform.support.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Tenant TENANT = Tenant.verified("a-company");

  private final HandClock clock = new HandClock(Instant.parse("2026-03-31T02:00:00Z"));
  private static final TenantSettings SETTINGS =
      PatrolFixture.settings(TENANT, PatrolFixture.internal());

  private static final Tally.Watch WATCH =
      new Tally.Watch() {
        @Override
        public int unconnected(Tenant tenant) {
          return 2;
        }

        @Override
        public boolean isSilent(TenantSettings tenant) {
          return true;
        }
      };

  private final List<String> lines = new ArrayList<>();
  private final EmbeddedMetrics metrics = new EmbeddedMetrics("test", clock, lines::add);

  @Test
  void aRoundMeasuresWhatIsNotAtRestAndNamesNobody() {
    TableCensus.Count count = new TableCensus.Count(1, 2, 3, Duration.ofSeconds(4));
    new Tally((tenant, now) -> count, WATCH, metrics, clock).of(SETTINGS);

    assertEquals(6, lines.size());
    assertTrue(lines.get(0).endsWith("\"documents.open\":1}"), lines.get(0));
    assertTrue(lines.get(1).endsWith("\"documents.parked\":2}"), lines.get(1));
    assertTrue(lines.get(2).endsWith("\"documents.held\":3}"), lines.get(2));
    assertTrue(lines.get(3).endsWith("\"documents.oldest\":4000}"), lines.get(3));
    assertTrue(lines.get(4).endsWith("\"connections.parked\":2}"), lines.get(4));
    assertTrue(lines.get(5).endsWith("\"tenants.silent\":1}"), lines.get(5));
    assertTrue(lines.stream().noneMatch(line -> line.contains(TENANT.id())));
  }

  @Test
  void whatCannotBeCountedStopsNoRound() {
    new Tally(
            (tenant, now) -> {
              throw new IllegalStateException("no answer");
            },
            Tally.Watch.NONE,
            metrics,
            clock)
        .of(SETTINGS);
    assertEquals(List.of(), lines);
  }
}
