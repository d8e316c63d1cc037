package io.dingledger.local;

import io.dingledger.platform.metrics.Metrics;
import io.dingledger.platform.observe.Handling;
import io.dingledger.platform.settings.Times;
import io.dingledger.platform.store.Table;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How a local system differs from the usual one.
 *
 * @param store where its documents lie
 * @param times how long things may take
 * @param watched gives the table that takes the place of another, for those who look at it
 * @param watching who watches a step, with what measures it
 * @param callers as whom its parts call table and queues; empty when nobody asks. Only over the
 *     embedded database
 * @param elsewhere makes the functions over what they are to stand on, when they don't run in this
 *     process; closed with the system. Only over the embedded database
 */
public record Setup(
    Options.Store store,
    Times times,
    UnaryOperator<Table> watched,
    BiFunction<String, Metrics, Handling> watching,
    Optional<Callers> callers,
    Optional<Function<Ground, Handlers>> elsewhere) {
  /** The usual system, with the times that this process's settings say. */
  public static Setup of(Options.Store store) {
    return new Setup(
        store,
        Times.ofProcess(),
        UnaryOperator.identity(),
        LocalFunctions::unseen,
        Optional.empty(),
        Optional.empty());
  }

  /** With other times. */
  public Setup with(Times other) {
    return new Setup(store, other, watched, watching, callers, elsewhere);
  }

  /** Over a table that somebody looks at. */
  public Setup watched(UnaryOperator<Table> table) {
    return new Setup(store, times, table, watching, callers, elsewhere);
  }

  /** With steps that somebody looks at. */
  public Setup watching(BiFunction<String, Metrics, Handling> steps) {
    return new Setup(store, times, watched, steps, callers, elsewhere);
  }

  /** With parts that call as different roles. */
  public Setup with(Callers roles) {
    return new Setup(store, times, watched, watching, Optional.of(roles), elsewhere);
  }

  /** With functions that run elsewhere. */
  public Setup with(Function<Ground, Handlers> functions) {
    return new Setup(store, times, watched, watching, callers, Optional.of(functions));
  }
}
