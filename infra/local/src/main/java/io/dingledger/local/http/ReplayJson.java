package io.dingledger.local.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.replay.Forecast;
import io.dingledger.local.replay.Forecast.Finding;
import io.dingledger.local.replay.Forecast.Part;
import io.dingledger.local.replay.SettleDesk;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.translate.Previews;
import java.util.List;
import java.util.Optional;

/** Replays as JSON; {@code docs/api.openapi.yaml} describes it. */
final class ReplayJson {
  private ReplayJson() {}

  static ObjectNode forecast(Forecast forecast) {
    ObjectNode json = document(forecast.record());
    ArrayNode parts = json.putArray("parts");
    forecast.parts().forEach(part -> parts.add(part(part)));
    return json;
  }

  static ObjectNode due(DocumentRecord record) {
    return document(record).put("outcome", "DUE");
  }

  static ObjectNode refused(String document, Reason reason) {
    return object()
        .put("document", document)
        .put("outcome", "REFUSED")
        .put("code", reason.code())
        .put("zh", reason.chinese())
        .put("en", reason.english());
  }

  static ObjectNode settled(SettleDesk.Settled.Done done) {
    return document(done.record()).put("key", done.key().value());
  }

  private static ObjectNode document(DocumentRecord record) {
    return object()
        .put("document", record.id().value())
        .put("title", record.title())
        .put("state", record.state().name());
  }

  private static ObjectNode part(Part part) {
    return switch (part) {
      case Part.Delivery(VoucherKey key, Finding finding, Optional<String> waits) -> {
        ObjectNode json = object().put("key", key.value());
        finding(json, finding);
        waits.ifPresent(thing -> json.put("waitsFor", thing));
        yield json;
      }
      case Part.Fetch(Optional<String> waits) -> {
        ObjectNode json = object().put("verdict", "FETCHED_AGAIN");
        waits.ifPresent(thing -> json.put("waitsFor", thing));
        yield json;
      }
      case Part.Translation(Previews.Preview.None(Reason reason)) ->
          because(object().put("verdict", "TRANSLATED_AGAIN"), reason);
      case Part.Translation(Previews.Preview.Would would) -> {
        ObjectNode json = object().put("verdict", "TRANSLATED_AGAIN");
        json.set("preview", RuleBookJson.preview(would));
        yield json;
      }
      case Part.Nothing(Optional<VoucherKey> key, Reason reason) -> {
        ObjectNode json = because(object().put("verdict", "NOTHING"), reason);
        key.ifPresent(each -> json.put("key", each.value()));
        yield json;
      }
    };
  }

  private static ObjectNode because(ObjectNode json, Reason reason) {
    return json.put("code", reason.code()).put("zh", reason.chinese()).put("en", reason.english());
  }

  private static void finding(ObjectNode json, Finding finding) {
    switch (finding) {
      case Finding.New nothing -> json.put("verdict", "NEW");
      case Finding.Settling(var until) ->
          json.put("verdict", "SETTLING").put("until", until.toString());
      case Finding.AlreadyThere(LedgerReference reference) -> {
        json.put("verdict", "ALREADY_THERE");
        references(json, List.of(reference));
      }
      case Finding.Different(List<LedgerReference> shown, String difference) -> {
        json.put("verdict", "DIFFERENT").put("difference", difference);
        references(json, shown);
      }
      case Finding.CannotBeAsked(String code, String detail) ->
          json.put("verdict", "CANNOT_BE_ASKED").put("code", code).put("detail", detail);
    }
  }

  private static void references(ObjectNode json, List<LedgerReference> references) {
    ArrayNode list = json.putArray("references");
    references.forEach(each -> list.addObject().put("id", each.id()).put("number", each.number()));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
