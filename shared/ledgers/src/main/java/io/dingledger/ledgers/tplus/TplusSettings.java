package io.dingledger.ledgers.tplus;

import io.dingledger.ledgers.SettingValues;
import io.dingledger.ledgers.chanjet.Paths;
import io.dingledger.model.voucher.Dimension;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The product's part of a checked connection, typed.
 *
 * @param documentType the code of the voucher type
 * @param currency the book's currency, ISO code
 * @param currencyCode its code in T+
 * @param summaryLength longest summary with the key, in characters
 * @param dimensionFields names of auxiliary fields
 * @param createPath takes new vouchers
 * @param replyId where a new voucher's id stands
 * @param replyNumber where its number stands
 * @param query how T+ is asked
 */
record TplusSettings(
    String documentType,
    String currency,
    String currencyCode,
    int summaryLength,
    Map<Dimension, String> dimensionFields,
    String createPath,
    Paths replyId,
    Paths replyNumber,
    Query query) {
  /**
   * How T+ is asked.
   *
   * @param path finds vouchers by external code
   * @param template the body
   * @param rows where the vouchers stand in the answer
   * @param absentCodes codes that say that there is none
   */
  record Query(String path, QueryTemplate template, Paths rows, Set<String> absentCodes) {}

  /** Reads a connection that {@code Ledgers.check} found no fault with. */
  static TplusSettings of(SettingValues values) {
    String[] currency = values.text("currency").split("=", 2);
    return new TplusSettings(
        values.text("documentType"),
        currency[0],
        currency[1],
        values.number("summaryLength"),
        values.dimensionFields(),
        values.text("createPath"),
        Paths.of(values.text("replyId")),
        Paths.of(values.text("replyNumber")),
        new Query(
            values.text("queryPath"),
            new QueryTemplate(values.text("queryBody")),
            Paths.of(values.text("queryRows")),
            codes(values.text("absentCodes"))));
  }

  private static Set<String> codes(String setting) {
    return Arrays.stream(setting.split(","))
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
