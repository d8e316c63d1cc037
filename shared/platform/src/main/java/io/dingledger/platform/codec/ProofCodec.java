package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.rulebook.Proof;

/** {@code {version, report, documents, abnormal: [{document, what, result}]}}. */
public final class ProofCodec implements JsonCodec<Proof> {
  @Override
  public ObjectNode toJson(Proof proof) {
    ObjectNode json = Json.object().put("version", proof.version()).put("report", proof.report());
    Json.putTexts(json, "documents", proof.documents());
    Json.putList(
        json,
        "abnormal",
        proof.abnormal(),
        each ->
            Json.object()
                .put("document", each.document())
                .put("what", each.what())
                .put("result", each.result()));
    return json;
  }

  @Override
  public Proof fromJson(JsonNode json) {
    return new Proof(
        Json.text(json, "version"),
        Json.text(json, "report"),
        Json.texts(json, "documents"),
        Json.list(
            json,
            "abnormal",
            each ->
                new Proof.Abnormal(
                    Json.text(each, "document"),
                    Json.text(each, "what"),
                    Json.text(each, "result"))));
  }
}
