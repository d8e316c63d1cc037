package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.rulebook.Shelf;
import java.time.LocalDate;

/** {@code {activations: [{version, from, at}]}}. */
public final class ShelfCodec implements JsonCodec<Shelf> {
  @Override
  public ObjectNode toJson(Shelf shelf) {
    ObjectNode json = Json.object();
    Json.putList(
        json,
        "activations",
        shelf.activations(),
        each ->
            Json.object()
                .put("version", each.version())
                .put("from", each.from().toString())
                .put("at", each.at().toString()));
    return json;
  }

  @Override
  public Shelf fromJson(JsonNode json) {
    return new Shelf(
        Json.list(
            json,
            "activations",
            each ->
                new Shelf.Activation(
                    Json.text(each, "version"),
                    LocalDate.parse(Json.text(each, "from")),
                    Json.instant(each, "at"))));
  }
}
