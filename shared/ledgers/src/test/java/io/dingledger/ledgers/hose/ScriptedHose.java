package io.dingledger.ledgers.hose;

import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A 合思 that answers what the test says and keeps the numbers that it is told. */
public final class ScriptedHose implements Hose {
  /** An account at it; nothing is ever sent there. */
  public static final HoseSettings ACCOUNT =
      new HoseSettings(
          URI.create("https://hose.example.test"),
          "corp",
          "app-key",
          Secret.of("app-security"),
          Secret.of("sign-key"),
          HoseSettings.PAID,
          HoseSettings.Category.NAME,
          "",
          true);

  /** Its documents by id, as JSON. */
  public final Map<String, String> flows = new HashMap<>();

  /** The numbers that it was told, in order. */
  public final List<VoucherNumber> told = new ArrayList<>();

  /** What every question for a document gives, while it is there. */
  public Optional<Failure> trouble = Optional.empty();

  /** Whether a document shows the number that was told. */
  public boolean takesNumbers = true;

  /** How many calls there were. */
  public int calls;

  @Override
  public Answer<Flow> flow(Tenant tenant, HoseSettings settings, String flowId) {
    calls++;
    if (trouble.isPresent()) {
      return new Answer.Failed<>(trouble.get());
    }
    return Optional.ofNullable(flows.get(flowId))
        .flatMap(Flow::read)
        .<Answer<Flow>>map(Answer.Got::new)
        .orElseGet(
            () ->
                new Answer.Failed<>(
                    Failure.of(FailureKind.DATA, "hose", "HOSE-NO-FLOW", "unknown")));
  }

  @Override
  public Answer<Told> tell(Tenant tenant, HoseSettings settings, VoucherNumber number) {
    calls++;
    told.add(number);
    if (takesNumbers) {
      flows.computeIfPresent(
          number.flowId(),
          (id, flow) ->
              flow.replace("\"voucherNo\":\"\"", "\"voucherNo\":\"" + number.number() + "\""));
    }
    return new Answer.Got<>(new Told());
  }
}
