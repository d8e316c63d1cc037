package io.dingledger.ledgers.yonbip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads books and periods. No other master data has a documented address; periods are told without
 * whether they are open.
 */
final class BookQuery {
  static final String BOOKS = "/yonbip/fi/fipub/basedoc/querybd/accbook";
  static final String PERIODS = "/yonbip/fi/fipub/basedoc/querybd/accperiod";

  private static final int PAGE_LENGTH = 1000;
  private static final int MOST_PAGES = 20;

  private final YonbipGateway gateway;

  BookQuery(YonbipGateway gateway) {
    this.gateway = gateway;
  }

  /**
   * One of them.
   *
   * @param periodScheme a book's scheme of periods; empty for what has none
   */
  record Named(String code, String name, String periodScheme) {}

  /** All books. */
  Answer<List<Named>> books() {
    return all(BOOKS, List.of("id", "code", "name", "accperiodscheme"), "");
  }

  /** All periods of a scheme, or of all schemes when it is empty; codes are {@code yyyy-MM}. */
  Answer<List<Named>> periods(String scheme) {
    return all(PERIODS, List.of("id", "code", "name"), scheme);
  }

  private Answer<List<Named>> all(String path, List<String> fields, String scheme) {
    List<Named> all = new ArrayList<>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      switch (page(path, fields, scheme, page)) {
        case Answer.Failed<List<Named>>(Failure failure) -> {
          return new Answer.Failed<>(failure);
        }
        case Answer.Got<List<Named>>(List<Named> some) -> {
          all.addAll(some);
          if (some.size() < PAGE_LENGTH) {
            return new Answer.Got<>(List.copyOf(all));
          }
        }
      }
    }
    return new Answer.Failed<>(
        YonbipForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.ENDLESS, MOST_PAGES));
  }

  private Answer<List<Named>> page(String path, List<String> fields, String scheme, int page) {
    ObjectNode body = Json.object();
    ArrayNode wanted = body.putArray("fields");
    fields.forEach(wanted::add);
    body.put("pageIndex", page).put("pageSize", PAGE_LENGTH);
    ArrayNode conditions = body.putArray("conditions");
    if (!scheme.isEmpty()) {
      conditions
          .addObject()
          .put("field", "accperiodscheme")
          .put("operator", "=")
          .put("value", scheme);
    }
    return switch (gateway.question(path, body)) {
      case Answer.Failed<YonbipReply>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<YonbipReply>(YonbipReply reply) ->
          reply.isGood() ? read(reply.data()) : new Answer.Failed<>(YonbipVerdict.ofAsk(reply));
    };
  }

  private static Answer<List<Named>> read(JsonNode data) {
    List<Named> some = new ArrayList<>();
    for (JsonNode entry : data) {
      String code = Json.scalar(entry.path("code"));
      if (code.isEmpty()) {
        return unreadable();
      }
      some.add(
          new Named(
              code, Json.scalar(entry.path("name")), Json.scalar(entry.path("accperiodscheme"))));
    }
    return data.isArray() ? new Answer.Got<>(some) : unreadable();
  }

  private static Answer<List<Named>> unreadable() {
    return new Answer.Failed<>(
        YonbipForm.FAILURES.of(FailureKind.TRANSIENT, LedgerReason.UNREADABLE, "a list"));
  }
}
