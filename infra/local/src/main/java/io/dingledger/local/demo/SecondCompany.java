package io.dingledger.local.demo;

import io.dingledger.local.demo.DemoDocument.Expected;
import io.dingledger.local.demo.DemoDocument.Stage;
import io.dingledger.local.demo.DemoDocument.Trouble;
import io.dingledger.local.sandbox.dingtalk.ApprovalInstance;
import io.dingledger.local.sandbox.dingtalk.Company;
import io.dingledger.local.sandbox.dingtalk.SandboxSuite;
import io.dingledger.local.sandbox.dingtalk.Staff;
import io.dingledger.local.sandbox.dingtalk.SyncRow;
import io.dingledger.local.sandbox.dingtalk.Unit;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Suite;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 示例贸易, which has authorised a third-party app in place of an app of its own, and later withdraws
 * that. All invented.
 */
public final class SecondCompany {
  /** The third-party app; its secrets are only good for the sandbox. */
  public static final SandboxSuite SUITE =
      new SandboxSuite(
          "25300001",
          "suitedemo0000000001",
          "demo-suite-secret",
          "demoSuiteToken2026",
          "DemoSuiteKeyDemoSuiteKeyDemoSuiteKeyDemo456");

  /** The company's identifier at DingTalk. */
  public static final String CORP = "dingdemocorp0002";

  private static final String NAME = "示例贸易有限公司";
  private static final String TICKET = "demo-suite-ticket";
  private static final String CALLBACK_KEY = "demo-suite-callback-0001";

  /** Said at fixed times, so that a second run says nothing new. */
  private static final Instant AUTHORISED = Instant.parse("2026-03-01T01:00:00Z");

  private static final Instant RELIEVED = Instant.parse("2026-03-20T01:00:00Z");
  private static final Staff BUYER = new Staff("s-chen", "陈采购", "T0001", 201);

  private SecondCompany() {}

  /** The app as the operator of this service has it. */
  public static Suite suite(URI dingTalk) {
    return new Suite(
        SUITE.id(),
        SUITE.suiteKey(),
        Secret.of(SUITE.suiteSecret()),
        new CallbackSettings(
            CALLBACK_KEY,
            Secret.of(SUITE.token()),
            Secret.of(SUITE.aesKey()),
            Set.of(SUITE.suiteKey())),
        DemoApproval.ZONE,
        dingTalk,
        dingTalk);
  }

  /** The last part of the app's callback address. */
  public static String callbackKey() {
    return CALLBACK_KEY;
  }

  /** Its people and departments. */
  public static void moveInto(Company company) {
    company.put(new Unit(1, NAME, "TM00", 0));
    company.put(new Unit(201, "采购部", "TM01", 1));
    company.put(BUYER);
  }

  /** The ticket that DingTalk makes for the app. */
  public static String ticket() {
    return TICKET;
  }

  /** The app's ticket and the company's authorisation, as they are pushed. */
  public static List<SyncRow> authorisation() {
    return List.of(
        SyncRow.ticket(SUITE, TICKET, AUTHORISED),
        SyncRow.authorised(SUITE, CORP, NAME, AUTHORISED));
  }

  /** The end of the authorisation, as it is pushed. */
  public static SyncRow relief() {
    return SyncRow.relieved(SUITE, CORP, RELIEVED);
  }

  /** A claim that is approved while the app is authorised. */
  public static DemoDocument posted() {
    return claim(90, "第三方应用授权的企业 · by a third-party app", 10, "256.00", Expected.posted("256.00"));
  }

  /** A claim that is approved after the authorisation has ended. */
  public static DemoDocument suspended() {
    return claim(91, "授权已取消 · authorisation withdrawn", 20, "64.00", Expected.parked());
  }

  /** The push about a claim. */
  public static SyncRow pushOf(DemoDocument claim) {
    ApprovalInstance instance = claim.instance();
    return SyncRow.approval(CORP, instance, "finish", true, instance.finishedAt().orElseThrow());
  }

  private static DemoDocument claim(
      int number, String shape, int day, String total, Expected expected) {
    LocalDateTime created = LocalDateTime.of(2026, 3, day, 14, 0);
    String businessId = "202603%02d1400%09d".formatted(day, number);
    ApprovalInstance instance =
        new ApprovalInstance(
            "demo-instance-%02d".formatted(number),
            DemoForm.EXPENSE.processCode(),
            DemoForm.EXPENSE.category(),
            businessId,
            BUYER.name() + "提交的" + DemoForm.EXPENSE.title(),
            BUYER.userId(),
            "201",
            "采购部",
            created.atZone(DemoApproval.ZONE).toInstant(),
            Optional.of(created.plusHours(1).atZone(DemoApproval.ZONE).toInstant()),
            "COMPLETED",
            "agree",
            "NONE",
            "",
            ExpenseForm.filled(
                total, List.of(DemoMonth.row("办公用品", total, "", DemoMonth.PLAIN, day - 1))));
    return new DemoDocument(
        new DocumentId(instance.id()),
        businessId,
        shape,
        Optional.of(instance),
        List.of(),
        Stage.FIRST,
        Trouble.NONE,
        expected);
  }
}
