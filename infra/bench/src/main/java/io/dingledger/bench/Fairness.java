package io.dingledger.bench;

import io.dingledger.embedded.template.Template;
import io.dingledger.simulator.load.Load;
import io.dingledger.simulator.load.LoadPlan;
import io.dingledger.simulator.load.LoadPlan.Order;
import io.dingledger.simulator.load.LoadPlan.Scenario;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How long one tenant's single document takes while another tenant has ten thousand, in virtual
 * time: the real steps, the template's queues and batches, calls that take time, nothing that
 * fails. {@code -Ddingledger.many=…} takes another number.
 */
final class Fairness {
  private static final int MANY = 10_000;

  /** The steps log each decision; kept here, since a logger that nobody holds is forgotten. */
  private static final Logger STEPS = Logger.getLogger("io.dingledger");

  private Fairness() {}

  /** Prints a row for each scenario; false when a bound does not hold. */
  static boolean measure() {
    STEPS.setLevel(Level.OFF);
    int many = Integer.getInteger("dingledger.many", MANY);
    Template template =
        Template.read(Path.of(System.getProperty("dingledger.template", "template.yaml")));
    System.out.printf("fairness: one document of one tenant beside %,d of another%n", many);
    System.out.printf(
        "%-18s %12s %12s %14s %10s%n", "scenario", "alone s", "beside s", "bound s", "holds");
    boolean holds = true;
    for (Scenario scenario : Scenario.values()) {
      Load.Result alone = Load.of(LoadPlan.of(scenario, 0, Order.FAIR), template);
      Load.Result beside = Load.of(LoadPlan.of(scenario, many, Order.FAIR), template);
      boolean within = beside.single().compareTo(scenario.bound()) <= 0;
      holds &= within;
      System.out.printf(
          "%-18s %12s %12s %14s %10s%n",
          scenario,
          seconds(alone.single().toMillis()),
          seconds(beside.single().toMillis()),
          seconds(scenario.bound().toMillis()),
          within ? "yes" : "NO");
    }
    return holds;
  }

  private static String seconds(long milliseconds) {
    return "%d.%03d".formatted(milliseconds / 1000, milliseconds % 1000);
  }
}
