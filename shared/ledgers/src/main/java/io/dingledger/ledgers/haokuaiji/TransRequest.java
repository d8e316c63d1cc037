package io.dingledger.ledgers.haokuaiji;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.chanjet.KeyedSummary;
import io.dingledger.ledgers.haokuaiji.BookAccounts.Account;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a voucher as the body of {@code AcctgTrans5}, {@code 3} or {@code 6}. Field names are
 * those of the vendor's pages on adding vouchers (open.chanjet.com, accounting/cwxg/pzxz00001).
 */
final class TransRequest {
  /** Dates of vouchers are midnights in China, wherever this runs. */
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final int DECIMALS = 2;
  private static final int VOUCHER = 100_501;
  private static final BigDecimal ZERO = new BigDecimal("0.00");

  private final HaokuaijiSettings settings;

  TransRequest(HaokuaijiSettings settings) {
    this.settings = settings;
  }

  /** Why this voucher is not written with these settings, before anybody is asked. */
  Optional<Failure> unfit(Voucher voucher) {
    if (Money.scaleOf(voucher.currency()) > DECIMALS) {
      return refused(LedgerReason.TOO_FINE, DECIMALS, voucher.currency());
    }
    if (!voucher.currency().equals(settings.currency())) {
      return refused(LedgerReason.CURRENCY_UNMAPPED, voucher.currency());
    }
    return voucher.lines().stream()
        .flatMap(line -> line.foreign().stream())
        .map(foreign -> foreign.amount().currency())
        .flatMap(currency -> unfit(currency).stream())
        .findFirst();
  }

  private Optional<Failure> unfit(String foreign) {
    if (Money.scaleOf(foreign) > DECIMALS) {
      return refused(LedgerReason.TOO_FINE, DECIMALS, foreign);
    }
    return settings.currencies().containsKey(foreign)
        ? Optional.empty()
        : refused(LedgerReason.CURRENCY_UNMAPPED, foreign);
  }

  /** Why a line's account can't be written to, by the book's own list. */
  static Optional<Failure> unknownAccount(Voucher voucher, Map<String, Account> accounts) {
    return voucher.lines().stream()
        .map(VoucherLine::account)
        .filter(
            code ->
                Optional.ofNullable(accounts.get(code))
                    .filter(account -> account.leaf() && account.active())
                    .isEmpty())
        .findFirst()
        .flatMap(code -> refused(LedgerReason.NAME_UNKNOWN, "末级科目", code));
  }

  private static Optional<Failure> refused(LedgerReason reason, Object... arguments) {
    return Optional.of(HaokuaijiForm.FAILURES.of(FailureKind.DATA, reason, arguments));
  }

  /** The service that takes this voucher. */
  String service(Voucher voucher) {
    if (!settings.serviceByVoucher()) {
      return "AcctgTrans5";
    }
    if (hasForeign(voucher)) {
      return "AcctgTrans6";
    }
    boolean hasDimensions = voucher.lines().stream().anyMatch(line -> !line.dimensions().isEmpty());
    return hasDimensions ? "AcctgTrans5" : "AcctgTrans3";
  }

  /**
   * The body.
   *
   * @param number the voucher's number
   * @param accounts the book's accounts; empty where they are not read
   */
  ObjectNode body(Voucher voucher, String number, Map<String, Account> accounts) {
    ObjectNode body =
        Json.object()
            .put("acctgTransCategoryId", settings.voucherCategory())
            .put("acctgPeriod", period(voucher.date()))
            .put("bizTypeId", VOUCHER)
            .put("code", number)
            .put("boName", "AcctgTrans")
            .put("bizDate", milliseconds(voucher.date()))
            .put("refVoucherCode", voucher.key().value())
            .put("isCodeType", true)
            .put("categoryCodeExist", true)
            .put("isFinal", false)
            .put("origCreatedUserName", settings.maker());
    ArrayNode details = body.putArray("details");
    for (VoucherLine line : voucher.lines()) {
      details.add(detail(voucher, line, details.size() + 1, accounts));
    }
    return body;
  }

  /** A period as the ledger writes it. */
  static String period(LocalDate date) {
    return YearMonth.from(date).format(BookPeriods.PERIOD);
  }

  static long milliseconds(LocalDate date) {
    return date.atStartOfDay(CHINA).toInstant().toEpochMilli();
  }

  private ObjectNode detail(
      Voucher voucher, VoucherLine line, int place, Map<String, Account> accounts) {
    ObjectNode detail =
        Json.object()
            .put("sequenceNum", place)
            .put("comments", KeyedSummary.of(voucher, line, settings.summaryLength()));
    boolean currencyOfTheAccount = service(voucher).equals("AcctgTrans6");
    if (!currencyOfTheAccount) {
      String currency =
          line.foreign().map(Foreign::amount).map(Money::currency).orElse(voucher.currency());
      detail.put("currencyId", settings.currencies().get(currency));
    }
    if (!currencyOfTheAccount || line.foreign().isPresent()) {
      detail.set(
          "exchangeRate", Json.amount(line.foreign().map(Foreign::rate).orElse(BigDecimal.ONE)));
    }
    amounts(detail, line);
    detail.set("glAccount", account(line, accounts));
    if (!line.dimensions().isEmpty()) {
      detail.set("glSubAccount", dimensions(line.dimensions()));
    }
    return detail;
  }

  private static void amounts(ObjectNode detail, VoucherLine line) {
    BigDecimal base = line.amount().amount();
    BigDecimal original = line.foreign().map(Foreign::amount).map(Money::amount).orElse(base);
    boolean debit = line.side() == Side.DEBIT;
    detail.set("basePostedDr", Json.amount(debit ? base : ZERO));
    detail.set("postedDr", Json.amount(debit ? original : ZERO));
    detail.set("basePostedCr", Json.amount(debit ? ZERO : base));
    detail.set("postedCr", Json.amount(debit ? ZERO : original));
  }

  /** The direction is the account's own; where the book does not tell it, the line's side. */
  private static ObjectNode account(VoucherLine line, Map<String, Account> accounts) {
    Optional<Account> known = Optional.ofNullable(accounts.get(line.account()));
    Side direction = known.flatMap(Account::direction).orElse(line.side());
    return Json.object()
        .put("code", line.account())
        .put("drCrDirection", direction == Side.DEBIT ? 1 : -1)
        .put(
            "hasSubsidiaryAccounting",
            known.map(Account::dimensions).orElse(false) || !line.dimensions().isEmpty())
        .put("isLeafNode", true);
  }

  private static ObjectNode dimensions(Map<Dimension, String> codes) {
    ObjectNode dimensions = Json.object();
    new TreeMap<>(codes)
        .forEach(
            (dimension, code) ->
                dimensions.put(
                    switch (dimension) {
                      case DEPARTMENT -> "departmentCode";
                      case EMPLOYEE -> "employeeCode";
                      case PROJECT -> "projectCode";
                      case CUSTOMER -> "customerCode";
                      case SUPPLIER -> "vendorCode";
                    },
                    code));
    return dimensions;
  }

  private static boolean hasForeign(Voucher voucher) {
    return voucher.lines().stream().anyMatch(line -> line.foreign().isPresent());
  }
}
