package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A voucher with its lines and their explanations. Reading one checks its balance again. */
public final class VoucherCodec implements JsonCodec<Voucher> {
  @Override
  public ObjectNode toJson(Voucher voucher) {
    ObjectNode json =
        Json.object()
            .put("key", voucher.key().value())
            .put("document", voucher.document().value())
            .put("purpose", voucher.purpose().name())
            .put("date", voucher.date().toString())
            .put("currency", voucher.currency())
            .put("summary", voucher.summary())
            .put("attachments", voucher.attachments());
    Json.putList(json, "lines", voucher.lines(), VoucherCodec::line);
    return json;
  }

  @Override
  public Voucher fromJson(JsonNode json) {
    return new Voucher(
        new VoucherKey(Json.text(json, "key")),
        new DocumentId(Json.text(json, "document")),
        Json.constant(json, "purpose", Purpose.class),
        LocalDate.parse(Json.text(json, "date")),
        Json.text(json, "currency"),
        Json.text(json, "summary"),
        Json.count(json, "attachments"),
        Json.list(json, "lines", VoucherCodec::line));
  }

  private static ObjectNode line(VoucherLine line) {
    ObjectNode json = Json.object().put("summary", line.summary()).put("account", line.account());
    ObjectNode dimensions = json.putObject("dimensions");
    for (Dimension dimension : Dimension.values()) {
      if (line.dimensions().containsKey(dimension)) {
        dimensions.put(dimension.name(), line.dimensions().get(dimension));
      }
    }
    json.put("side", line.side().name()).set("amount", Json.money(line.amount()));
    line.foreign()
        .ifPresent(
            foreign ->
                json.putObject("foreign")
                    .put("rate", foreign.rate().toPlainString())
                    .set("amount", Json.money(foreign.amount())));
    json.set("explanation", ExplanationJson.of(line.explanation()));
    return json;
  }

  private static VoucherLine line(JsonNode json) {
    Map<Dimension, String> dimensions = new EnumMap<>(Dimension.class);
    Json.map(json, "dimensions")
        .forEach((name, code) -> dimensions.put(Dimension.valueOf(name), code));
    return new VoucherLine(
        Json.text(json, "summary"),
        Json.text(json, "account"),
        dimensions,
        Json.constant(json, "side", Side.class),
        Json.money(json, "amount"),
        json.has("foreign") ? Optional.of(foreign(json.path("foreign"))) : Optional.empty(),
        ExplanationJson.read(json.path("explanation")));
  }

  private static Foreign foreign(JsonNode json) {
    return new Foreign(Json.money(json, "amount"), new BigDecimal(Json.text(json, "rate")));
  }
}
