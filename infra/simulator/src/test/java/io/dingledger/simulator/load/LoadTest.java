package io.dingledger.simulator.load;

import io.dingledger.embedded.template.Template;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final Template TEMPLATE = Template.read(Path.of("..", "..", "template.yaml"));

  @Test
  void measure() {
    int many = Integer.getInteger("many", 1000);
    for (LoadPlan.Scenario scenario : LoadPlan.Scenario.values()) {
      for (LoadPlan.Order order : LoadPlan.Order.values()) {
        long begun = System.nanoTime();
        Load.Result alone = Load.of(LoadPlan.of(scenario, 0, order), TEMPLATE);
        Load.Result result = Load.of(LoadPlan.of(scenario, many, order), TEMPLATE);
        System.out.println(
            "MEASURED "
                + scenario
                + " "
                + order
                + " "
                + many
                + " alone "
                + alone.single()
                + " with "
                + result.single()
                + " real ms "
                + (System.nanoTime() - begun) / 1_000_000);
      }
    }
  }
}
