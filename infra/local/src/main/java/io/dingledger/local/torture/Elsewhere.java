package io.dingledger.local.torture;

import io.dingledger.local.torture.company.Firm;
import io.dingledger.local.torture.process.Role;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A system that others run: it is pushed to and asked, and nothing else.
 *
 * @param door its address
 */
record Elsewhere(URI door) implements TorturedSystem {
  @Override
  public void beginKills() {}

  @Override
  public void endKills() {}

  @Override
  public void dayPassesForPatrol() {}

  @Override
  public void daysPass(int days) {}

  @Override
  public Map<String, Map<String, Standing>> standings() {
    Map<String, Map<String, Standing>> standings = new HashMap<>();
    for (Firm firm : Firm.ALL) {
      try {
        standings.put(firm.tenant(), Standing.all(door, firm.tenant()));
      } catch (IOException unreachable) {
        return Map.of();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return Map.of();
      }
    }
    return standings;
  }

  @Override
  public Map<Role, Integer> kills() {
    return Map.of();
  }

  @Override
  public Map<String, Integer> killMoments() {
    return Map.of();
  }

  @Override
  public List<String> diedAlone() {
    return List.of();
  }
}
