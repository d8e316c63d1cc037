package io.dingledger.patrol;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.Stumble;
import io.dingledger.platform.metrics.Measure;
import io.dingledger.platform.metrics.Metrics;
import io.dingledger.platform.store.TableCensus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;

/**
 * Measures with each round how many documents of a tenant are not at rest. No metric names the
 * tenant: the sum over the time between two ticks is that of all tenants, the maximum that of the
 * worst one.
 */
public final class Tally {
  private static final System.Logger LOG = System.getLogger(Tally.class.getName());

  /** Measures nothing, at no cost. */
  public static final Tally NONE =
      new Tally((tenant, now) -> TableCensus.Count.NONE, Watch.NONE, Metrics.NONE, Instant::now);

  private final BiFunction<Tenant, Instant, TableCensus.Count> census;
  private final Watch watch;
  private final Metrics metrics;
  private final InstantSource clock;

  /**
   * Measures.
   *
   * @param census counts the documents of a tenant, as {@link TableCensus#of} does
   */
  public static Tally of(
      PatrolPorts ports,
      BiFunction<Tenant, Instant, TableCensus.Count> census,
      Metrics metrics,
      InstantSource clock) {
    return new Tally(census, Watch.over(ports, clock), metrics, clock);
  }

  Tally(
      BiFunction<Tenant, Instant, TableCensus.Count> census,
      Watch watch,
      Metrics metrics,
      InstantSource clock) {
    this.census = census;
    this.watch = watch;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** What takes more than counting. */
  interface Watch {
    /** Sees nothing. */
    Watch NONE =
        new Watch() {
          @Override
          public int unconnected(Tenant tenant) {
            return 0;
          }

          @Override
          public boolean isSilent(TenantSettings tenant) {
            return false;
          }
        };

    /** How many parked documents wait for a connection. */
    int unconnected(Tenant tenant);

    /** Whether documents used to come and come no more; people are told. */
    boolean isSilent(TenantSettings tenant);

    /** As these ports say. */
    static Watch over(PatrolPorts ports, InstantSource clock) {
      Silence silence = new Silence(ports, clock);
      return new Watch() {
        @Override
        public int unconnected(Tenant tenant) {
          return Connections.waitedFor(ports.documents(), tenant);
        }

        @Override
        public boolean isSilent(TenantSettings tenant) {
          return silence.of(tenant);
        }
      };
    }
  }

  /** Measures a tenant; what can't be counted is no reason to make no round. */
  void of(TenantSettings settings) {
    Tenant tenant = settings.tenant();
    try {
      TableCensus.Count count = census.apply(tenant, clock.instant());
      metrics.count(Measure.DOCUMENTS_OPEN.word(), count.open());
      metrics.count(Measure.DOCUMENTS_PARKED.word(), count.parked());
      metrics.count(Measure.DOCUMENTS_HELD.word(), count.held());
      metrics.time(Measure.DOCUMENTS_OLDEST.word(), count.oldest());
      metrics.count(
          Measure.CONNECTIONS_PARKED.word(), count.parked() == 0 ? 0 : watch.unconnected(tenant));
      metrics.count(Measure.TENANTS_SILENT.word(), watch.isSilent(settings) ? 1 : 0);
    } catch (RuntimeException uncounted) {
      LOG.log(System.Logger.Level.WARNING, "not counted: " + Stumble.places(uncounted));
    }
  }
}
