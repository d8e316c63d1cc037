package io.dingledger.simulator.world;

import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.Attribute;
import io.dingledger.platform.store.Write;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/** Tells everything that it is told, down to the bytes that are stored. */
final class Recorder implements Referee {
  private final List<String> told;

  Recorder(List<String> told) {
    this.told = told;
  }

  @Override
  public void booked(Scene scene, TenantSettings company, SimulatedLedger.Booked booked) {
    told.add(scene.now() + " " + company.tenant() + " " + booked);
  }

  @Override
  public void wrote(Scene scene, List<Write> writes) {
    for (Write write : writes) {
      told.add(scene.now() + " " + write.key() + " " + content(write));
    }
  }

  @Override
  public void rested(Scene scene) {
    told.add(scene.now() + " rest");
  }

  @Override
  public List<Violation> violations() {
    return List.of();
  }

  private static String content(Write write) {
    if (!(write instanceof Write.Put put)) {
      return write.getClass().getSimpleName();
    }
    StringBuilder content = new StringBuilder(put.condition().toString());
    new TreeMap<>(put.item().attributes())
        .forEach((name, value) -> content.append(' ').append(name).append('=').append(text(value)));
    return content.toString();
  }

  private static String text(Attribute value) {
    return value instanceof Attribute.Bytes(byte[] bytes)
        ? Base64.getEncoder().encodeToString(bytes)
        : value.toString();
  }
}
