package io.dingledger.ledgers.u8;

import io.dingledger.ledgers.SettingValues;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.voucher.Dimension;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A checked connection, typed.
 *
 * @param server the platform's address, without a slash at the end
 * @param parties who calls whom
 * @param header what is the same in each voucher
 * @param entries how entries are written
 * @param search how a key is asked for
 * @param readTimeout how long to wait for an answer
 */
record U8Settings(
    String server,
    Parties parties,
    Header header,
    Entries entries,
    Search search,
    Duration readTimeout) {

  /** Who calls whom; the data source is empty for the first one. */
  record Parties(
      String fromAccount, String toAccount, String appKey, Secret appSecret, String dataSource) {}

  /** What is the same in each voucher. */
  record Header(String voucherType, String maker, String currency) {
    @Override
    public String toString() {
      return "Header[***]";
    }
  }

  /** How entries are written. */
  record Entries(
      String debitField,
      String creditField,
      Map<Dimension, String> auxiliary,
      boolean keyFirst,
      int longestSummary) {}

  /** How a key is asked for. */
  record Search(
      String detailsField,
      Set<String> nothingFoundCodes,
      int monthsBefore,
      int monthsAfter,
      int rowsPerPage) {}

  /** Reads a connection that {@code Ledgers.check} found no fault with. */
  static U8Settings of(LedgerConnection connection) {
    SettingValues values = SettingValues.of(connection, U8Form.description());
    String server = values.text("serverUrl");
    return new U8Settings(
        server.endsWith("/") ? server.substring(0, server.length() - 1) : server,
        new Parties(
            values.text("fromAccount"),
            values.text("toAccount"),
            values.text("appKey"),
            values.secret("appSecret"),
            values.text("dataSource")),
        new Header(values.text("voucherType"), values.text("maker"), values.text("bookCurrency")),
        new Entries(
            values.text("debitField"),
            values.text("creditField"),
            values.dimensionFields(),
            values.text("keyPlace").equals("prefix"),
            values.number("summaryLength")),
        new Search(
            values.text("detailsField"),
            codes(values.text("nothingFoundCodes")),
            values.number("monthsBefore"),
            values.number("monthsAfter"),
            values.number("rowsPerPage")),
        Duration.ofSeconds(values.number("readTimeoutSeconds")));
  }

  /** An address with a query; parameters are encoded here, empty ones are left out. */
  URI address(String path, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .filter(parameter -> !parameter.getValue().isEmpty())
            .map(
                parameter ->
                    parameter.getKey()
                        + "="
                        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return URI.create(server + path + "?" + query);
  }

  private static Set<String> codes(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
