package io.dingledger.local.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.local.rules.DocumentFolder.Problem;
import io.dingledger.rules.simulation.AccountTotal;
import io.dingledger.rules.simulation.Change;
import io.dingledger.rules.simulation.DocumentChange;
import io.dingledger.rules.simulation.Outcome;
import io.dingledger.rules.simulation.PayTotal;
import io.dingledger.rules.simulation.SimulationDiff;
import java.util.List;
import java.util.function.Function;

/** A comparison as JSON, as {@code docs/simulation.md} describes it. */
final class DiffJson {
  private DiffJson() {}

  static String of(SimulationDiff diff, List<Problem> problems) {
    ObjectNode json = JsonTexts.object();
    json.put("different", diff.documents().size());
    json.put("same", diff.same());
    changes(json.putArray("documents"), diff.documents());
    changes(json.putArray("months"), diff.months());
    ArrayNode accounts = json.putArray("accounts");
    diff.accounts().forEach(change -> accounts.add(sides(change, DiffJson::account)));
    ArrayNode payItems = json.putArray("payItems");
    diff.payItems().forEach(change -> payItems.add(sides(change, DiffJson::payItem)));
    SimulationJson.problems(json, problems);
    return json.toPrettyString();
  }

  private static void changes(ArrayNode array, List<DocumentChange> changes) {
    for (DocumentChange change : changes) {
      ObjectNode json = array.addObject();
      json.put("name", change.name());
      ObjectNode outcome = sides(change.outcome(), DiffJson::fate);
      json.setAll(outcome);
      ArrayNode lines = json.putArray("lines");
      change.lines().forEach(line -> lines.add(sides(line, SimulationJson::line)));
      ArrayNode items = json.putArray("payItems");
      change.items().forEach(item -> items.add(sides(item, SimulationJson::item)));
      json.put("voucherHeaders", change.headers());
    }
  }

  private static ObjectNode fate(Outcome outcome) {
    ObjectNode json = JsonTexts.object();
    json.put("state", outcome.state().name());
    ArrayNode reasons = json.putArray("reasons");
    outcome.reasons().forEach(reason -> reasons.add(SimulationJson.reason(reason)));
    return json;
  }

  private static ObjectNode account(AccountTotal total) {
    return JsonTexts.object()
        .put("account", total.account())
        .put("debit", total.debit().plain())
        .put("credit", total.credit().plain());
  }

  private static ObjectNode payItem(PayTotal total) {
    return JsonTexts.object()
        .put("item", total.item())
        .put("count", total.count())
        .put("quantity", Lines.plain(total.quantity()))
        .put("amount", total.amount().plain());
  }

  /** Either side is left out where there is none. */
  private static <T> ObjectNode sides(Change<T> change, Function<T, ObjectNode> written) {
    ObjectNode json = JsonTexts.object();
    change.before().map(written).ifPresent(before -> json.set("before", before));
    change.after().map(written).ifPresent(after -> json.set("after", after));
    return json;
  }
}
