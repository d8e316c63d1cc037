package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.SettingValues;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.voucher.Dimension;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A checked connection, typed.
 *
 * @param server the base address, ending in a slash
 * @param mode how requests are authenticated
 * @param positional whether bodies hold positional parameters, as the vendor's SDK sends them
 * @param credentials who calls
 * @param book where vouchers go
 * @param currencies the currencies that vouchers and their foreign lines may have
 * @param dimensionFields FFLEX field names by dimension
 * @param keyField the field that keeps the voucher's key
 * @param keyInHeader whether that field is the header's and not the entries'
 * @param summaryLength longest summary, in characters
 * @param readTimeout how long to wait for an answer
 * @param rowsPerQuery entry rows in one page of a query
 */
record KingdeeSettings(
    URI server,
    AuthenticationMode mode,
    boolean positional,
    Credentials credentials,
    Book book,
    Currencies currencies,
    Map<Dimension, String> dimensionFields,
    String keyField,
    boolean keyInHeader,
    int summaryLength,
    Duration readTimeout,
    int rowsPerQuery) {
  private static final String SERVICES = "Kingdee.BOS.WebApi.ServicesStub.";

  /** Who calls. What a mode does not need is empty. */
  record Credentials(
      String dataCentre,
      String userName,
      String appId,
      Secret appSecret,
      Secret password,
      int language,
      String loginOrganisation) {
    @Override
    public String toString() {
      return "Credentials[***]";
    }
  }

  /** Where vouchers go. */
  record Book(
      String number, String organisation, String voucherGroup, String systemId, String rateType) {}

  /**
   * Currencies and their numbers.
   *
   * @param own the ISO code of the book's own currency
   * @param numbers the numbers by ISO code, the own one included
   */
  record Currencies(String own, Map<String, String> numbers) {
    Currencies {
      numbers = Map.copyOf(numbers);
    }

    Optional<String> number(String currency) {
      return Optional.ofNullable(numbers.get(currency));
    }
  }

  /** Reads a connection that {@code Ledgers.check} found no fault with. */
  static KingdeeSettings of(LedgerConnection connection) {
    SettingValues values = SettingValues.of(connection, KingdeeForm.description());
    AuthenticationMode mode = AuthenticationMode.of(values.text("auth"));
    String form = values.text("bodyForm");
    return new KingdeeSettings(
        server(values.text("serverUrl")),
        mode,
        form.isEmpty() ? mode == AuthenticationMode.SIGNED_HEADERS : form.equals("positional"),
        credentials(values),
        new Book(
            values.text("book"),
            values.text("organisation"),
            values.text("voucherGroup"),
            values.text("systemId"),
            values.text("rateType")),
        currencies(values.text("currencies")),
        values.dimensionFields(),
        values.text("keyField"),
        values.text("keyFieldPlace").equals("header"),
        values.number("summaryLength"),
        Duration.ofSeconds(values.number("readTimeoutSeconds")),
        values.number("rowsPerQuery"));
  }

  /** The address of a service, for example {@code DynamicFormService.Save}. */
  URI address(String service) {
    return server.resolve(SERVICES + service + ".common.kdsvc");
  }

  private static Credentials credentials(SettingValues values) {
    return new Credentials(
        values.text("dataCentre"),
        values.text("userName"),
        values.text("appId"),
        values.secret("appSecret"),
        values.secret("password"),
        values.number("language"),
        values.text("loginOrganisation"));
  }

  private static Currencies currencies(String setting) {
    Map<String, String> numbers = new LinkedHashMap<>();
    for (String pair : setting.split(",", -1)) {
      String[] sides = pair.strip().split("=", 2);
      numbers.put(sides[0], sides[1]);
    }
    return new Currencies(numbers.keySet().iterator().next(), numbers);
  }

  private static URI server(String setting) {
    return URI.create(setting.endsWith("/") ? setting : setting + "/");
  }
}
