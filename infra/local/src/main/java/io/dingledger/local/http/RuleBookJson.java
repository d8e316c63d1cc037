package io.dingledger.local.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.rulebook.Proof;
import io.dingledger.model.rulebook.RuleBookVersion;
import io.dingledger.model.rulebook.Shelf;
import io.dingledger.model.rulebook.Step;
import io.dingledger.rules.Translation;
import io.dingledger.translate.Previews.Preview;
import java.util.List;
import java.util.Optional;

/** Rule books' lives as the interface shows them; {@code docs/api.openapi.yaml} has each field. */
final class RuleBookJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RuleBookJson() {}

  /** All versions, and what is in force when. */
  static ObjectNode list(List<RuleBookVersion> versions, Shelf shelf) {
    ObjectNode json = JSON.objectNode();
    ArrayNode all = json.putArray("versions");
    versions.forEach(version -> all.add(summary(version)));
    ArrayNode inForce = json.putArray("inForce");
    shelf
        .activations()
        .forEach(
            each ->
                inForce
                    .addObject()
                    .put("version", each.version())
                    .put("from", each.from().toString())
                    .put("at", each.at().toString()));
    return json;
  }

  /** A version with its whole history and its text. */
  static ObjectNode detail(RuleBookVersion version, Optional<String> text) {
    ObjectNode json = summary(version);
    ArrayNode steps = json.putArray("history");
    version.history().forEach(step -> steps.add(step(step)));
    text.ifPresent(found -> json.put("text", found));
    return json;
  }

  /** What would become of a document. */
  static ObjectNode preview(Preview.Would would) {
    ObjectNode json = JSON.objectNode();
    would.version().ifPresent(version -> json.put("version", version));
    json.put("businessDate", would.date().toString());
    ArrayNode reasons = JSON.arrayNode();
    ArrayNode vouchers = JSON.arrayNode();
    switch (would.translation()) {
      case Translation.Vouchers made -> {
        json.put("outcome", "VOUCHERS");
        made.vouchers().forEach(voucher -> vouchers.add(DocumentJson.voucher(voucher)));
      }
      case Translation.Accrued accrued -> {
        json.put("outcome", "ACCRUED").put("payItems", accrued.items().size());
        accrued.vouchers().forEach(voucher -> vouchers.add(DocumentJson.voucher(voucher)));
      }
      case Translation.Held held -> {
        json.put("outcome", "HELD");
        held.reasons().forEach(reason -> reasons.add(reason(reason)));
      }
      case Translation.Ignored ignored -> {
        json.put("outcome", "IGNORED");
        reasons.add(reason(ignored.reason()));
      }
    }
    json.set("reasons", reasons);
    json.set("vouchers", vouchers);
    return json;
  }

  private static ObjectNode summary(RuleBookVersion version) {
    ObjectNode json =
        JSON.objectNode().put("version", version.version()).put("state", version.state());
    ArrayNode authors = json.putArray("authors");
    version.authors().stream().map(Object::toString).sorted().forEach(authors::add);
    json.put("since", version.history().getLast().at().toString());
    version.history().reversed().stream()
        .filter(Step.Simulated.class::isInstance)
        .findFirst()
        .ifPresent(step -> json.put("report", ((Step.Simulated) step).proof().report()));
    return json;
  }

  private static ObjectNode step(Step step) {
    ObjectNode json = JSON.objectNode();
    switch (step) {
      case Step.Drafted drafted -> json.put("step", "DRAFTED");
      case Step.Simulated simulated ->
          json.put("step", "SIMULATED").set("proof", proof(simulated.proof()));
      case Step.Approved approved -> json.put("step", "APPROVED").put("report", approved.report());
      case Step.Activated activated ->
          json.put("step", "ACTIVATED").put("from", activated.from().toString());
      case Step.Withdrawn withdrawn -> json.put("step", "WITHDRAWN");
    }
    return json.put("by", step.by().id()).put("at", step.at().toString());
  }

  private static ObjectNode proof(Proof proof) {
    ObjectNode json = JSON.objectNode().put("report", proof.report());
    ArrayNode documents = json.putArray("documents");
    proof.documents().forEach(documents::add);
    ArrayNode abnormal = json.putArray("abnormal");
    proof
        .abnormal()
        .forEach(
            each ->
                abnormal
                    .addObject()
                    .put("document", each.document())
                    .put("what", each.what())
                    .put("result", each.result()));
    return json;
  }

  private static ObjectNode reason(Reason reason) {
    return JSON.objectNode()
        .put("code", reason.code())
        .put("zh", reason.chinese())
        .put("en", reason.english());
  }
}
