package io.dingledger.local.torture.company;

import io.dingledger.local.sandbox.dingtalk.SandboxApp;
import io.dingledger.local.sandbox.dingtalk.Staff;
import io.dingledger.local.sandbox.dingtalk.Unit;
import java.util.List;

/**
 * A company of the torture. One's name is the beginning of another's, on purpose.
 *
 * @param tenant its identifier, also of its book at the ledger
 * @param canBeAsked whether its ledger can be asked; otherwise a voucher is sent once only, and
 *     what is in doubt is left to a person
 * @param share how many of a hundred claims are its own
 */
public record Firm(String tenant, boolean canBeAsked, int share) {
  /** The form that its claims are made with. */
  public static final String FORM = "PROC-TORTURE-EXPENSE";

  /** All of them. */
  public static final List<Firm> ALL =
      List.of(
          new Firm("torture", true, 65),
          new Firm("torture-2", true, 30),
          new Firm("once", false, 5));

  static final List<Staff> PEOPLE =
      List.of(new Staff("u-chen", "陈样本", "E0001", 101), new Staff("u-zhou", "周示例", "E0002", 102));
  static final List<Unit> DEPARTMENTS =
      List.of(
          new Unit(1, "样本公司", "BM00", 0),
          new Unit(101, "市场部", "BM01", 1),
          new Unit(102, "研发部", "BM02", 1));

  /** Everybody who works at any of them. */
  public static List<Staff> people() {
    return PEOPLE;
  }

  /** Their departments. */
  public static List<Unit> departments() {
    return DEPARTMENTS;
  }

  /** Its app at the sandbox DingTalk; the secrets are only good there. */
  public SandboxApp app() {
    return new SandboxApp(
        "dingcorp-" + tenant,
        "dingapp-" + tenant,
        "torture-app-secret",
        "tortureToken2026",
        "TortureAesKeyTortureAesKeyTortureAesKeyTort");
  }

  /** The last part of its callback address. */
  public String callbackKey() {
    return (tenant + "-callback-0000000001").substring(0, 20);
  }
}
