package io.dingledger.patrol;

import io.dingledger.model.tenant.Tenant;
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
      new Tally((tenant, now) -> TableCensus.Count.NONE, Metrics.NONE, Instant::now);

  private final BiFunction<Tenant, Instant, TableCensus.Count> census;
  private final Metrics metrics;
  private final InstantSource clock;

  /**
   * Measures.
   *
   * @param census counts the documents of a tenant, as {@link TableCensus#of} does
   */
  public Tally(
      BiFunction<Tenant, Instant, TableCensus.Count> census, Metrics metrics, InstantSource clock) {
    this.census = census;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Measures a tenant; what can't be counted is no reason to make no round. */
  void of(Tenant tenant) {
    try {
      TableCensus.Count count = census.apply(tenant, clock.instant());
      metrics.count(Measure.DOCUMENTS_OPEN.word(), count.open());
      metrics.count(Measure.DOCUMENTS_PARKED.word(), count.parked());
      metrics.count(Measure.DOCUMENTS_HELD.word(), count.held());
      metrics.time(Measure.DOCUMENTS_OLDEST.word(), count.oldest());
    } catch (RuntimeException uncounted) {
      LOG.log(System.Logger.Level.WARNING, "not counted: " + Stumble.places(uncounted));
    }
  }
}
