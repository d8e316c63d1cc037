package io.dingledger.ledgers.haokuaiji;

import io.dingledger.ledgers.SettingValues;
import java.util.HashMap;
import java.util.Map;

/**
 * The product's part of a checked connection, typed.
 *
 * @param bookId the book
 * @param voucherCategory the id of the voucher category
 * @param maker the name of the maker
 * @param currency the book's currency, ISO code
 * @param currencies ids of currencies by ISO code, the book's own among them
 * @param serviceByVoucher whether the service depends on the voucher
 * @param readsAccounts whether accounts are read from the book
 * @param summaryLength longest summary with the key, in characters
 * @param search how vouchers are looked for
 */
record HaokuaijiSettings(
    String bookId,
    long voucherCategory,
    String maker,
    String currency,
    Map<String, Long> currencies,
    boolean serviceByVoucher,
    boolean readsAccounts,
    int summaryLength,
    Search search) {
  /**
   * How vouchers are looked for.
   *
   * @param field {@code text}, {@code summary} or {@code none}
   * @param monthsAround how many months before and after the voucher's
   * @param perPage vouchers in a page
   */
  record Search(String field, int monthsAround, int perPage) {
    /** Whether the ledger is asked for the key, and not for all vouchers of the periods. */
    boolean isByKey() {
      return !field.equals("none");
    }
  }

  /**
   * Reads a connection that {@code Ledgers.check} found no fault with. Where the ledger is not
   * asked for the key, vouchers must show it in the list, so that the service is the one that keeps
   * it.
   */
  static HaokuaijiSettings of(SettingValues values) {
    String currencies = values.text("currencies");
    Search search =
        new Search(
            values.text("searchField"),
            values.number("monthsAround"),
            values.number("vouchersPerPage"));
    return new HaokuaijiSettings(
        values.text("bookId"),
        Long.parseLong(values.text("voucherCategory")),
        values.text("maker"),
        currencies.substring(0, currencies.indexOf('=')),
        currencies(currencies),
        values.text("voucherService").equals("by-voucher") && search.isByKey(),
        values.flag("readAccounts"),
        values.number("summaryLength"),
        search);
  }

  /** The path of a service of the general ledger, for this book. */
  String path(String service) {
    return "/accounting/gl/" + service + "/" + bookId;
  }

  private static Map<String, Long> currencies(String setting) {
    Map<String, Long> ids = new HashMap<>();
    for (String pair : setting.split(",")) {
      String[] sides = pair.split("=", 2);
      ids.putIfAbsent(sides[0], Long.valueOf(sides[1]));
    }
    return Map.copyOf(ids);
  }
}
