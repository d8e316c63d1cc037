package io.dingledger.ledgers.kingdee;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;

/**
 * What a {@link SandboxKingdee} knows: who may enter and what its book holds.
 *
 * @param door who may enter
 * @param book the number of its only book
 * @param organisation the number of the book's organisation
 * @param voucherGroups numbers of the voucher groups (凭证字)
 * @param currencies numbers of the currencies
 * @param accounts accounts by number
 * @param baseData numbers by dimension field, for example {@code FFLEX5}; a field that is not here
 *     does not exist, one with no numbers takes any
 * @param inactive numbers of base data and accounts that are there but forbidden (禁用)
 * @param textFields further text fields of header or entries that can hold and find a key
 * @param firstPeriod the book's first period; earlier ones are closed
 * @param seed for the choice of the requests that fail by percentage
 */
public record SandboxSetup(
    Door door,
    String book,
    String organisation,
    Set<String> voucherGroups,
    Set<String> currencies,
    Map<String, Account> accounts,
    Map<String, Set<String>> baseData,
    Set<String> inactive,
    Set<String> textFields,
    YearMonth firstPeriod,
    long seed) {
  public SandboxSetup {
    voucherGroups = Set.copyOf(voucherGroups);
    currencies = Set.copyOf(currencies);
    accounts = Map.copyOf(accounts);
    baseData = Map.copyOf(baseData);
    inactive = Set.copyOf(inactive);
    textFields = Set.copyOf(textFields);
  }

  /**
   * Who may enter.
   *
   * @param sessionLife how long an unused session lives
   */
  public record Door(
      String dataCentre,
      String userName,
      String password,
      String appId,
      String appSecret,
      Duration sessionLife) {}

  /**
   * An account.
   *
   * @param takesEntries whether it is a leaf
   * @param dimensions the fields that an entry must carry, for example {@code FFLEX5}
   */
  public record Account(boolean takesEntries, Set<String> dimensions) {
    public Account {
      dimensions = Set.copyOf(dimensions);
    }

    /** A leaf account with these required dimension fields. */
    public static Account leaf(String... dimensions) {
      return new Account(true, Set.of(dimensions));
    }
  }

  /** A small company's book 001 with invented credentials. */
  public static SandboxSetup demo() {
    return new SandboxSetup(
        new Door(
            "20231114000000",
            "demo",
            "demo-password",
            "227000_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX",
            "demo-secret",
            Duration.ofMinutes(20)),
        "001",
        "100",
        Set.of("PRE001"),
        Set.of("PRE001", "PRE007"),
        Map.of(
            "1002", Account.leaf(),
            "1221", Account.leaf("FFLEX7"),
            "2211.01", Account.leaf(),
            "2221.01.01", Account.leaf(),
            "2241", Account.leaf("FFLEX7"),
            "6602", new Account(false, Set.of()),
            "6602.03", Account.leaf("FFLEX5")),
        Map.of(
            "FFLEX4", Set.of("S0001"),
            "FFLEX5", Set.of("BM000001", "BM000002", "BM000009"),
            "FFLEX6", Set.of("C0001"),
            "FFLEX7", Set.of("E0001", "E0002")),
        Set.of("BM000009"),
        Set.of("FBUSNO", "F_DL_KEY"),
        YearMonth.of(2020, 1),
        1L);
  }

  /** The same with other accounts. */
  public SandboxSetup withAccounts(Map<String, Account> others) {
    return new SandboxSetup(
        door,
        book,
        organisation,
        voucherGroups,
        currencies,
        others,
        baseData,
        inactive,
        textFields,
        firstPeriod,
        seed);
  }

  /** The same with other base data by dimension field. */
  public SandboxSetup withBaseData(Map<String, Set<String>> others) {
    return new SandboxSetup(
        door,
        book,
        organisation,
        voucherGroups,
        currencies,
        accounts,
        others,
        inactive,
        textFields,
        firstPeriod,
        seed);
  }

  /** The same with other credentials. */
  public SandboxSetup withDoor(Door other) {
    return new SandboxSetup(
        other,
        book,
        organisation,
        voucherGroups,
        currencies,
        accounts,
        baseData,
        inactive,
        textFields,
        firstPeriod,
        seed);
  }

  /** The same with another seed. */
  public SandboxSetup withSeed(long other) {
    return new SandboxSetup(
        door,
        book,
        organisation,
        voucherGroups,
        currencies,
        accounts,
        baseData,
        inactive,
        textFields,
        firstPeriod,
        other);
  }
}
