package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.rulebook.LifeCycle;
import io.dingledger.model.rulebook.RuleBookVersion;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.rulebook.Step;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The life of a version: {@code {version, state, steps: [{step, by, at, …}]}}. Reading walks
 * through the steps again, so that no stored text makes a version approved or active that was not.
 */
public final class RuleBookVersionCodec implements JsonCodec<RuleBookVersion> {
  private final ProofCodec proofs = new ProofCodec();

  @Override
  public ObjectNode toJson(RuleBookVersion version) {
    ObjectNode json = Json.object().put("version", version.version()).put("state", version.state());
    Json.putList(json, "steps", version.history(), this::step);
    return json;
  }

  /**
   * {@inheritDoc}
   *
   * @throws Unreadable when the steps can't have happened, or lead elsewhere than the text says
   */
  @Override
  public RuleBookVersion fromJson(JsonNode json) {
    String version = Json.text(json, "version");
    return switch (LifeCycle.of(version, Json.list(json, "steps", this::step))) {
      case LifeCycle.Outcome.Taken(RuleBookVersion read)
          when read.state().equals(Json.text(json, "state")) ->
          read;
      case LifeCycle.Outcome.Taken elsewhere -> throw new Unreadable("state");
      case LifeCycle.Outcome.Refused refused -> throw new Unreadable(refused.reason().code());
    };
  }

  private ObjectNode step(Step step) {
    ObjectNode json = Json.object();
    switch (step) {
      case Step.Drafted drafted -> json.put("step", "DRAFTED");
      case Step.Simulated simulated ->
          json.put("step", "SIMULATED").set("proof", proofs.toJson(simulated.proof()));
      case Step.Approved approved -> json.put("step", "APPROVED").put("report", approved.report());
      case Step.Activated activated ->
          json.put("step", "ACTIVATED").put("from", activated.from().toString());
      case Step.Withdrawn withdrawn -> json.put("step", "WITHDRAWN");
    }
    return json.put("by", step.by().id()).put("at", step.at().toString());
  }

  private Step step(JsonNode json) {
    Signer by = Signer.of(Json.text(json, "by")).orElseThrow(() -> new Unreadable("by"));
    Instant at = Json.instant(json, "at");
    return switch (Json.text(json, "step")) {
      case "DRAFTED" -> new Step.Drafted(by, at);
      case "SIMULATED" -> new Step.Simulated(proofs.fromJson(json.path("proof")), by, at);
      case "APPROVED" -> new Step.Approved(Json.text(json, "report"), by, at);
      case "ACTIVATED" -> new Step.Activated(LocalDate.parse(Json.text(json, "from")), by, at);
      case "WITHDRAWN" -> new Step.Withdrawn(by, at);
      default -> throw new Unreadable("step");
    };
  }
}
