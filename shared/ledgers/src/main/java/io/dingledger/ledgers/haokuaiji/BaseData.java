package io.dingledger.ledgers.haokuaiji;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.MasterData.Entry;
import io.dingledger.ledgers.chanjet.ChanjetClient;
import io.dingledger.ledgers.chanjet.ChanjetClient.Request;
import io.dingledger.ledgers.haokuaiji.BookAccounts.Account;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The base data (基础资料) that the product tells by services that are known. */
record BaseData(
    ChanjetClient client, BookAccounts accounts, BookPeriods periods, HaokuaijiSettings settings) {
  MasterData read(MasterData.Kind kind) {
    return switch (kind) {
      case ACCOUNT -> chart();
      case PERIOD -> months();
      case VOUCHER_TYPE ->
          list(
              settings.path("acctgTransCategory"),
              row -> Json.scalar(row.path("status")).equals("A"));
      case BOOK ->
          list("/accounting/accountBook/list", row -> !row.path("disabled").asBoolean(false));
      case DEPARTMENT, EMPLOYEE, PROJECT, CUSTOMER, SUPPLIER, CURRENCY ->
          new MasterData.NotOffered();
    };
  }

  private MasterData chart() {
    return switch (accounts.all(client::ask)) {
      case Answer.Failed<Map<String, Account>>(Failure failure) -> new MasterData.Failed(failure);
      case Answer.Got<Map<String, Account>>(Map<String, Account> chart) ->
          new MasterData.Entries(
              chart.values().stream()
                  .map(each -> new Entry(each.code(), each.name(), each.leaf() && each.active()))
                  .toList());
    };
  }

  private MasterData months() {
    return switch (periods.state(client::ask)) {
      case Answer.Failed<BookPeriods.State>(Failure failure) -> new MasterData.Failed(failure);
      case Answer.Got<BookPeriods.State>(BookPeriods.State state) -> BookPeriods.entries(state);
    };
  }

  private MasterData list(String path, Predicate<JsonNode> usable) {
    return switch (client.ask(Request.get(path))) {
      case Answer.Failed<JsonNode>(Failure failure) -> new MasterData.Failed(failure);
      case Answer.Got<JsonNode>(JsonNode tree) ->
          switch (new Reply(tree).asked()) {
            case Answer.Failed<JsonNode>(Failure failure) -> new MasterData.Failed(failure);
            case Answer.Got<JsonNode>(JsonNode content) ->
                content.isArray()
                    ? new MasterData.Entries(entries(content, usable))
                    : new MasterData.Failed(Reply.unreadable(path));
          };
    };
  }

  private static List<Entry> entries(JsonNode list, Predicate<JsonNode> usable) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (JsonNode row : list) {
      String id = Json.scalar(row.path("id"));
      if (!id.isEmpty()) {
        entries.putIfAbsent(id, new Entry(id, Json.scalar(row.path("name")), usable.test(row)));
      }
    }
    return List.copyOf(entries.values());
  }
}
