package io.dingledger.ledgers.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Writes a voucher as the body that {@code docs/ledgers/webhook.schema.json} describes. Amounts are
 * texts, so that no receiver reads them as binary fractions.
 */
final class VoucherBody {
  private VoucherBody() {}

  /** The body; the time is that of this try, to the second. */
  static String text(Voucher voucher, Instant at) {
    ObjectNode body =
        Json.object()
            .put("type", "voucher.created")
            .put("timestamp", at.truncatedTo(ChronoUnit.SECONDS).toString());
    body.set("data", data(voucher));
    return Json.text(body);
  }

  private static ObjectNode data(Voucher voucher) {
    ObjectNode data =
        Json.object()
            .put("key", voucher.key().value())
            .put("document", voucher.document().value())
            .put("purpose", lower(voucher.purpose()))
            .put("date", voucher.date().toString())
            .put("currency", voucher.currency())
            .put("summary", voucher.summary())
            .put("attachments", voucher.attachments());
    ArrayNode lines = data.putArray("lines");
    voucher.lines().forEach(line -> lines.add(line(line)));
    return data;
  }

  private static ObjectNode line(VoucherLine line) {
    ObjectNode written =
        Json.object()
            .put("account", line.account())
            .put("side", lower(line.side()))
            .put("amount", line.amount().amount().toPlainString())
            .put("summary", line.summary());
    ObjectNode dimensions = written.putObject("dimensions");
    new TreeMap<Dimension, String>(line.dimensions())
        .forEach((dimension, code) -> dimensions.put(lower(dimension), code));
    line.foreign()
        .ifPresent(
            foreign ->
                written
                    .putObject("foreign")
                    .put("currency", foreign.amount().currency())
                    .put("amount", foreign.amount().amount().toPlainString())
                    .put("rate", foreign.rate().toPlainString()));
    written
        .putObject("explanation")
        .put("rule", line.explanation().rule())
        .put("ruleBookVersion", line.explanation().ruleBookVersion())
        .put("arithmetic", line.explanation().arithmetic());
    return written;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
