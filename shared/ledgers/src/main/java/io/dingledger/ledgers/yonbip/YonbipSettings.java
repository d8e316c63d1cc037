package io.dingledger.ledgers.yonbip;

import io.dingledger.ledgers.SettingValues;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.voucher.Dimension;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A checked connection, typed.
 *
 * @param where where the addresses come from
 * @param appKey who calls
 * @param appSecret signs for tokens
 * @param header what is the same in the header of each voucher
 * @param money how currencies are written
 * @param auxiliary auxiliary codes by dimension; those without one are missing
 * @param summaries how summaries are written
 * @param search how a key is searched for
 * @param duplicateCodes codes that mean the voucher is there
 * @param readTimeout how long to wait for an answer
 */
record YonbipSettings(
    Where where,
    String appKey,
    Secret appSecret,
    Header header,
    Currencies money,
    Map<Dimension, String> auxiliary,
    SummaryStyle summaries,
    Search search,
    Set<String> duplicateCodes,
    Duration readTimeout) {

  /** Where the addresses come from. Empty addresses are looked up. */
  record Where(
      boolean configured,
      String tenantId,
      String dataCentreUrl,
      String gatewayUrl,
      String tokenUrl,
      String tokenPath) {
    /** What a token belongs to: the configured address, or the tenant in the look-up. */
    String account() {
      return configured ? gatewayUrl : tenantId;
    }

    /** The address that gives tokens, as far as it is known without a look-up. */
    String authority() {
      return (configured ? tokenUrl : dataCentreUrl) + tokenPath;
    }
  }

  /** What is the same in the header of each voucher. One maker is empty. */
  record Header(
      String book,
      String voucherType,
      String makerMobile,
      String makerEmail,
      String sourceSystem,
      String externalSystemName) {
    @Override
    public String toString() {
      return "Header[" + book + "]";
    }
  }

  /** How currencies are written. */
  record Currencies(
      String book, Map<String, String> codes, String rateType, String foreignRateType) {}

  /** How summaries are written, and red amounts. */
  record SummaryStyle(boolean keyFirst, int longest, boolean redOnOtherSide) {}

  /** How a key is searched for. */
  record Search(
      int monthsBefore,
      int monthsAfter,
      boolean oneSourceSystem,
      int vouchersPerPage,
      int detailLookups) {}

  /** Reads a connection that {@code Ledgers.check} found no fault with. */
  static YonbipSettings of(LedgerConnection connection) {
    SettingValues values = SettingValues.of(connection, YonbipForm.description());
    return new YonbipSettings(
        new Where(
            values.text("addresses").equals("configured"),
            values.text("tenantId"),
            values.text("dataCentreUrl"),
            withoutSlash(values.text("gatewayUrl")),
            withoutSlash(values.text("tokenUrl")),
            values.text("tokenPath")),
        values.text("appKey"),
        values.secret("appSecret"),
        header(values),
        new Currencies(
            values.text("bookCurrency"),
            pairs(values.text("currencies")),
            values.text("rateType"),
            values.text("foreignRateType")),
        values.dimensionFields(),
        new SummaryStyle(
            values.text("keyPlace").equals("prefix"),
            values.number("summaryLength"),
            values.text("redStyle").equals("other-side")),
        new Search(
            values.number("monthsBefore"),
            values.number("monthsAfter"),
            values.flag("searchOneSourceSystem"),
            values.number("vouchersPerPage"),
            values.number("detailLookups")),
        Arrays.stream(values.text("duplicateCodes").split(","))
            .map(String::strip)
            .collect(Collectors.toUnmodifiableSet()),
        Duration.ofSeconds(values.number("readTimeoutSeconds")));
  }

  /** An address without the slash at its end. */
  static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  /** An address of the gateway. */
  static URI under(String base, String rest) {
    return URI.create(withoutSlash(base) + rest);
  }

  private static Header header(SettingValues values) {
    boolean byMobile = values.text("makerBy").equals("mobile");
    return new Header(
        values.text("book"),
        values.text("voucherType"),
        byMobile ? values.text("makerMobile") : "",
        byMobile ? "" : values.text("makerEmail"),
        values.text("sourceSystem"),
        values.text("externalSystemName"));
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : text.split(",")) {
      String[] sides = pair.strip().split("=", 2);
      pairs.put(sides[0], sides[1]);
    }
    return Map.copyOf(pairs);
  }
}
