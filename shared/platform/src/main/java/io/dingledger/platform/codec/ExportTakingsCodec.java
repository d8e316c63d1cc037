package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.access.ExportList.Taking;
import java.util.List;

/** Each time that a batch of vouchers was taken away as a file, first to last. */
public final class ExportTakingsCodec implements JsonCodec<List<Taking>> {
  @Override
  public ObjectNode toJson(List<Taking> takings) {
    ObjectNode json = Json.object();
    Json.putList(
        json,
        "takings",
        takings,
        taking ->
            Json.object()
                .put("by", taking.by())
                .put("format", taking.format())
                .put("at", taking.at().toString()));
    return json;
  }

  @Override
  public List<Taking> fromJson(JsonNode json) {
    return Json.list(
        json,
        "takings",
        taking ->
            new Taking(
                Json.text(taking, "by"), Json.text(taking, "format"), Json.instant(taking, "at")));
  }
}
