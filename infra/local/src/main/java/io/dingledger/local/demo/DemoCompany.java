package io.dingledger.local.demo;

import io.dingledger.local.rulebook.Signing;
import io.dingledger.local.sandbox.dingtalk.SandboxApp;
import io.dingledger.local.sandbox.dingtalk.Staff;
import io.dingledger.local.sandbox.dingtalk.Unit;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.voucher.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The demo company 示例科技: its app, its people, its departments and its accounts. All invented. */
public final class DemoCompany {
  /** The tenant's identifier. */
  public static final String TENANT = "demo";

  /** The company's name. */
  public static final String NAME = "示例科技有限公司";

  /** The last part of its callback address. */
  public static final String CALLBACK_KEY = "demo-callback-0001";

  /** Its DingTalk app; the secrets are only good for the sandbox. */
  public static final SandboxApp APP =
      new SandboxApp(
          "dingdemocorp0001",
          "dingdemoapp00001",
          "demo-app-secret",
          "demoToken2026",
          "DemoAesKeyDemoAesKeyDemoAesKeyDemoAesKey123");

  static final Staff MARKETING = new Staff("u-wang", "王小明", "E0001", 101);
  static final Staff DEVELOPMENT = new Staff("u-li", "李示例", "E0002", 102);
  static final Staff FINANCE = new Staff("u-zhao", "赵样本", "E0003", 103);
  static final Staff OVERSEAS = new Staff("u-john", "John Sample", "E0004", 101);
  static final Staff NEW_HIRE = new Staff("u-new", "钱新人", "", 101);
  static final Staff NEW_BUSINESS = new Staff("u-sun", "孙开拓", "E0005", 104);

  private static final List<Unit> DEPARTMENTS =
      List.of(
          new Unit(1, NAME, "BM00", 0),
          new Unit(101, "市场部", "BM01", 1),
          new Unit(102, "研发部", "BM02", 1),
          new Unit(103, "财务部", "BM03", 1),
          new Unit(104, "新业务部", "", 1));

  private DemoCompany() {}

  /** Its people; one has no job number yet. */
  public static List<Staff> people() {
    return List.of(MARKETING, DEVELOPMENT, FINANCE, OVERSEAS, NEW_HIRE, NEW_BUSINESS);
  }

  /** Its departments; one has no code yet. */
  public static List<Unit> departments() {
    return DEPARTMENTS;
  }

  /** A department. */
  static Unit department(long id) {
    return DEPARTMENTS.stream().filter(unit -> unit.id() == id).findFirst().orElseThrow();
  }

  /** The leaf accounts that its ledger must hold, with the dimensions required on them. */
  public static Map<String, Set<Dimension>> accounts() {
    Map<String, Set<Dimension>> accounts = new TreeMap<>();
    for (int expense = 1; expense <= 8; expense++) {
      accounts.put("6602.0" + expense, Set.of(Dimension.DEPARTMENT));
    }
    for (String free : List.of("1002.01", "1403", "2211", "2221.01.01", "2221.01.02", "6001")) {
      accounts.put(free, Set.of());
    }
    accounts.put("1122", Set.of(Dimension.CUSTOMER));
    accounts.put("1221", Set.of(Dimension.EMPLOYEE));
    accounts.put("2202", Set.of(Dimension.SUPPLIER));
    accounts.put("2241", Set.of(Dimension.EMPLOYEE));
    return accounts;
  }

  /** Its rule book, YAML text. */
  public static String ruleBook() {
    try (InputStream stream = DemoCompany.class.getResourceAsStream("/demo/rule-book.yaml")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the demo's rule book can't be read", unreadable);
    }
  }

  /** Who answers for its rule book. */
  public static Signing signing() {
    return new Signing(
        Signer.of("demo-bookkeeper").orElseThrow(),
        Signer.of("demo-controller").orElseThrow(),
        Optional.empty());
  }
}
