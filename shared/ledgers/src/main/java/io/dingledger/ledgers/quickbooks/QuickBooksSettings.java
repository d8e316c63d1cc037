package io.dingledger.ledgers.quickbooks;

import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.SettingValues;
import io.dingledger.ledgers.http.Digests;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Dimension;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A connection, typed.
 *
 * @param tenant whose it is
 * @param realm the company id
 * @param app who calls
 * @param addresses where to
 * @param currency the home currency
 * @param multicurrency whether the company uses several currencies, so that each entry names its
 *     own
 * @param accounts how accounts are looked up
 * @param dimensions where dimensions go; those that go nowhere are absent
 * @param expenses what reimbursements become
 * @param readTimeout how long to wait for an answer
 */
record QuickBooksSettings(
    Tenant tenant,
    String realm,
    App app,
    Addresses addresses,
    String currency,
    boolean multicurrency,
    Lookup accounts,
    Map<Dimension, Lookup> dimensions,
    Expenses expenses,
    Duration readTimeout) {
  /** The app of the Intuit developer portal; the refresh token is empty when none was entered. */
  record App(String clientId, Secret clientSecret, Secret refreshToken) {
    @Override
    public String toString() {
      return "App[***]";
    }
  }

  /** Addresses without a slash at the end. */
  record Addresses(URI api, URI token, URI authorize) {}

  /**
   * What a reimbursement becomes.
   *
   * @param kind a journal entry, a bill or a purchase
   * @param accounts the codes of the payable or bank accounts whose credit makes a voucher one
   * @param paymentType {@code Cash}, {@code Check} or {@code CreditCard}, of purchases
   * @param taxCode the tax code of its lines; empty for none
   */
  record Expenses(TransactionKind kind, Set<String> accounts, String paymentType, String taxCode) {}

  /** Where something stands in QuickBooks, and by which of its properties it is known. */
  record Lookup(NameKind kind, String field) {}

  static QuickBooksSettings of(LedgerConnection connection) {
    LedgerDescription form = QuickBooksForm.description();
    SettingValues values = SettingValues.of(connection, form);
    return new QuickBooksSettings(
        connection.tenant(),
        values.text("realmId"),
        new App(
            values.text("clientId"), values.secret("clientSecret"), values.secret("refreshToken")),
        addresses(values),
        values.text("currency"),
        values.flag("multicurrency"),
        new Lookup(NameKind.ACCOUNT, NameKind.ACCOUNT.field(values.text("accountBy"))),
        dimensions(values),
        new Expenses(
            TransactionKind.of(values.text("expenseAs")),
            Arrays.stream(values.text("expenseAccounts").split(";"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet()),
            values.text("paymentType"),
            values.text("expenseTaxCode")),
        Duration.ofSeconds(values.number("readTimeoutSeconds")));
  }

  /**
   * Under which the tokens of a company are kept. A refresh token that a person entered is part of
   * it, so that entering another one starts afresh; the app's secret is not, since authorisations
   * outlive it.
   */
  TokenKey tokenKey(String company) {
    String entered = app.refreshToken().reveal().strip();
    String mark = entered.isEmpty() ? "" : "#" + Digests.sha256Hex(entered).substring(0, 12);
    return new TokenKey(tenant, company, app.clientId() + mark, addresses.api().toString());
  }

  private static Addresses addresses(SettingValues values) {
    String given = values.text("apiUrl");
    String usual =
        values.text("environment").equals("sandbox")
            ? "https://sandbox-quickbooks.api.intuit.com"
            : "https://quickbooks.api.intuit.com";
    return new Addresses(
        address(given.isEmpty() ? usual : given),
        address(values.text("tokenUrl")),
        address(values.text("authorizeUrl")));
  }

  private static URI address(String text) {
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  private static Map<Dimension, Lookup> dimensions(SettingValues values) {
    Map<Dimension, Lookup> places = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      place(values, dimension).ifPresent(place -> places.put(dimension, place));
    }
    return Map.copyOf(places);
  }

  private static Optional<Lookup> place(SettingValues values, Dimension dimension) {
    return switch (dimension) {
      case DEPARTMENT -> lookup(values.text("departmentAs"), "name");
      case PROJECT ->
          lookup(
              values.text("projectAs"),
              values.text("projectAs").equals("customer") ? values.text("customerBy") : "name");
      case EMPLOYEE -> lookup(values.text("employeeAs"), values.text("employeeBy"));
      case CUSTOMER -> lookup("customer", values.text("customerBy"));
      case SUPPLIER -> lookup("vendor", values.text("supplierBy"));
    };
  }

  private static Optional<Lookup> lookup(String as, String by) {
    return as.equals("none")
        ? Optional.empty()
        : Optional.of(NameKind.of(as)).map(kind -> new Lookup(kind, kind.field(by)));
  }
}
