package io.dingledger.ledgers.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.MasterData.Entry;
import io.dingledger.ledgers.http.Json;
import io.dingledger.ledgers.quickbooks.Names.Named;
import io.dingledger.ledgers.quickbooks.QuickBooksSettings.Lookup;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.voucher.Dimension;
import java.util.List;
import java.util.Optional;

/** Master data by the very properties by which lines look them up. */
final class QuickBooksMasterData {
  private QuickBooksMasterData() {}

  static MasterData read(
      MasterData.Kind kind, QuickBooksSettings settings, Names names, QuickBooksApi api) {
    if (kind == MasterData.Kind.CURRENCY) {
      return currency(api);
    }
    return lookup(kind, settings)
        .map(lookup -> entries(names.read(lookup)))
        .orElseGet(MasterData.NotOffered::new);
  }

  private static Optional<Lookup> lookup(MasterData.Kind kind, QuickBooksSettings settings) {
    return switch (kind) {
      case ACCOUNT -> Optional.of(settings.accounts());
      case DEPARTMENT -> place(settings, Dimension.DEPARTMENT);
      case EMPLOYEE -> place(settings, Dimension.EMPLOYEE);
      case PROJECT -> place(settings, Dimension.PROJECT);
      case CUSTOMER -> place(settings, Dimension.CUSTOMER);
      case SUPPLIER -> place(settings, Dimension.SUPPLIER);
      case PERIOD, VOUCHER_TYPE, BOOK, CURRENCY -> Optional.empty();
    };
  }

  private static Optional<Lookup> place(QuickBooksSettings settings, Dimension dimension) {
    return Optional.ofNullable(settings.dimensions().get(dimension));
  }

  /** What has no code cannot be named in a voucher. */
  private static MasterData entries(Answer<List<Named>> answer) {
    return switch (answer) {
      case Answer.Failed<List<Named>>(Failure failure) -> new MasterData.Failed(failure);
      case Answer.Got<List<Named>>(List<Named> all) ->
          new MasterData.Entries(
              all.stream()
                  .map(
                      each ->
                          new Entry(
                              each.code(), each.name(), each.usable() && !each.code().isEmpty()))
                  .toList());
    };
  }

  /** The home currency: vouchers in others are not sent. */
  private static MasterData currency(QuickBooksApi api) {
    return switch (api.page("Preferences", "select * from Preferences")) {
      case Answer.Failed<List<JsonNode>>(Failure failure) -> new MasterData.Failed(failure);
      case Answer.Got<List<JsonNode>>(List<JsonNode> found) ->
          new MasterData.Entries(
              found.stream()
                  .map(each -> each.path("CurrencyPrefs").path("HomeCurrency").path("value"))
                  .map(Json::scalar)
                  .filter(code -> !code.isEmpty())
                  .map(code -> new Entry(code, code, true))
                  .toList());
    };
  }
}
