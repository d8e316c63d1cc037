package io.dingledger.simulator.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.template.Template;
import io.dingledger.model.access.LedgerGate.Limits;
import io.dingledger.retry.RetrySettings;
import io.dingledger.simulator.load.LoadPlan.Order;
import io.dingledger.simulator.load.LoadPlan.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What another tenant's single document waits at most while one tenant has many, in virtual time.
 * The many are few here, so that it takes no time; {@code ./dev bench fairness} does the same with
 * ten thousand. That the bound does not grow with their number is the point, and is tested.
 */
class LoadTest {
  private static final Template TEMPLATE = Template.read(Path.of("..", "..", "template.yaml"));

  private static Duration single(Scenario scenario, int many) {
    return Load.of(LoadPlan.of(scenario, many, Order.FAIR), TEMPLATE).single();
  }

  private static void assertWithinBound(Scenario scenario) {
    Duration few = single(scenario, 20);
    Duration many = single(scenario, 80);
    assertTrue(few.compareTo(scenario.bound()) <= 0, scenario + " took " + few);
    assertTrue(many.compareTo(scenario.bound()) <= 0, scenario + " took " + many);
  }

  @Test
  void aFloodOfApprovalsDelaysNobodyElse() {
    assertWithinBound(Scenario.APPROVED_AT_ONCE);
  }

  @Test
  void aFloodOfDueDocumentsDelaysNobodyElse() {
    assertWithinBound(Scenario.DUE_AT_ONCE);
  }

  @Test
  void aSlowLedgerDelaysNobodyElse() {
    assertWithinBound(Scenario.SLOW_LEDGER);
  }

  @Test
  void theManyAreServedToo() {
    LoadPlan plan = LoadPlan.of(Scenario.APPROVED_AT_ONCE, 40, Order.FAIR).whole();
    Duration many = Load.of(plan, TEMPLATE).many().orElseThrow();
    assertTrue(many.compareTo(Duration.ofMinutes(2)) < 0, "they took " + many);
  }

  /** Five deliver at once, and all five have a voucher of the busy company that takes long. */
  private static LoadPlan crowded(Order order) {
    return new LoadPlan(
        Scenario.SLOW_LEDGER,
        100,
        order,
        new Limits(50, 6000),
        Duration.ofSeconds(20),
        5,
        RetrySettings.DEFAULT,
        false);
  }

  @Test
  void withoutTurnsTheSingleOneWaitsForTheMany() {
    Duration bound = Scenario.SLOW_LEDGER.bound();
    Duration firstCome = Load.of(crowded(Order.FIRST_COME), TEMPLATE).single();
    Duration fair = Load.of(crowded(Order.FAIR), TEMPLATE).single();
    assertTrue(firstCome.compareTo(bound.multipliedBy(5)) > 0, "it took only " + firstCome);
    assertTrue(fair.compareTo(bound) <= 0, "it took " + fair);
  }

  @Test
  void theSamePlanTakesTheSameTime() {
    LoadPlan plan = LoadPlan.of(Scenario.APPROVED_AT_ONCE, 25, Order.FAIR).whole();
    assertEquals(Load.of(plan, TEMPLATE), Load.of(plan, TEMPLATE));
  }
}
