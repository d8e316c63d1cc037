package io.dingledger.platform.support;

import io.dingledger.model.document.Advance;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Clearing;
import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.ExpenseClaim;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.OutsideWork;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.PayPeriod;
import io.dingledger.model.document.Payment;
import io.dingledger.model.document.Person;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Punch;
import io.dingledger.model.document.PunchCorrection;
import io.dingledger.model.document.Purchase;
import io.dingledger.model.document.Sale;
import io.dingledger.model.document.ShiftSwap;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.TradeLine;
import io.dingledger.model.document.Travel;
import io.dingledger.model.document.Unrecognised;
import io.dingledger.model.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One document of each kind, with everything stated that may be stated. */
public final class SampleDocuments {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
  private static final Moment STARTS = Moment.of(DAY, LocalTime.of(18, 30));
  private static final Moment ENDS = Moment.of(DAY, Moment.Half.AFTERNOON);
  private static final PersonNamed COMPANION = new PersonNamed("user02", "同行人");

  private SampleDocuments() {}

  /** What all of them have in common. */
  public static DocumentHeader header() {
    return new DocumentHeader(
        new DocumentId("instance-1"),
        "202603010001",
        "示例",
        new Person(
            "user01",
            "申请人",
            "E07",
            List.of("11"),
            Optional.of(LocalDate.of(2020, 5, 6)),
            Optional.of(LocalDate.of(2018, 7, 1)),
            true),
        new Department("11", "销售一部", "D11", "10", List.of("公司", "销售", "销售一部")),
        DAY,
        List.of(new ApprovalDetail.Step("user03", AT, "EXECUTE_TASK_NORMAL", "AGREE")),
        Map.of("total", "by bizAlias total"));
  }

  /** One of each kind. */
  public static List<SourceDocument> all() {
    return List.of(
        claim(),
        new Payment(header(), money("100"), "收款人", "6222", "S01", "货款", Optional.of(DAY)),
        new Purchase(header(), money("20"), "S01", List.of(trade())),
        new Sale(header(), money("20"), "C01", Optional.of(DAY), List.of(trade())),
        new Advance(header(), money("500"), "差旅", Optional.of(DAY)),
        new Clearing(header(), money("12.5"), money("500"), Optional.of("a-1"), claim().lines()),
        travel(),
        overtime(),
        leave(),
        new PunchCorrection(header(), STARTS, Optional.of(DAY), "18:00 下班", "忘记"),
        new OutsideWork(header(), "拜访", STARTS, ENDS, decimal("1.50"), List.of(COMPANION), "客户"),
        new ShiftSwap(
            header(),
            new PersonNamed("user01", "申请人"),
            COMPANION,
            Moment.of(DAY),
            Optional.of(Moment.of(DAY.plusDays(1))),
            "早班换晚班"),
        new Punch(header(), AT, "WIFI", false, true),
        new DailyResult(
            header(),
            List.of(
                new DailyResult.Check(
                    DailyResult.Duty.ON,
                    DailyResult.Outcome.LATE,
                    Optional.of(AT),
                    Optional.of(AT.plusSeconds(301)),
                    5,
                    true,
                    "instance-9"))),
        period(),
        new Unrecognised(header(), "leave"));
  }

  private static PayPeriod period() {
    return new PayPeriod(
        header(),
        YearMonth.of(2026, 3),
        List.of(
            new PayPeriod.Sum(
                "加班费",
                YearMonth.of(2026, 2),
                "11",
                "user01",
                2,
                new BigDecimal("2.50"),
                money("12.5"))));
  }

  /** A claim of one row over 12.50 CNY. */
  public static ExpenseClaim claim() {
    return new ExpenseClaim(
        header(),
        money("12.5"),
        List.of(
            new ExpenseClaim.Line(
                1, "交通", money("12.5"), Optional.of(money("0.36")), "专票", Optional.of(DAY), "打车")));
  }

  private static Travel travel() {
    return new Travel(
        header(),
        "见客户",
        List.of(
            new Travel.Journey(
                "飞机", true, "上海", "香港", Optional.of(true), STARTS, ENDS, decimal("2.0"))),
        List.of(COMPANION),
        decimal("2.0"),
        Optional.of(money("3000")));
  }

  private static Overtime overtime() {
    return new Overtime(
        header(),
        List.of(COMPANION),
        STARTS,
        ENDS,
        new BigDecimal("2.50"),
        List.of(new Overtime.Day(DAY, new BigDecimal("2.50"))),
        Overtime.Compensation.PAY,
        "工作日");
  }

  private static Leave leave() {
    return new Leave(
        header(),
        "年假",
        Leave.Unit.HALF_DAY,
        Moment.of(DAY, Moment.Half.MORNING),
        ENDS,
        new BigDecimal("1"),
        false,
        List.of(new Leave.Day(DAY, new BigDecimal("1"), new BigDecimal("8.0"), false)));
  }

  private static TradeLine trade() {
    return new TradeLine(
        1,
        "纸",
        decimal("2.000"),
        Optional.of(money("10")),
        money("20"),
        Optional.of(money("2.3")),
        "A4");
  }

  private static Optional<BigDecimal> decimal(String text) {
    return Optional.of(new BigDecimal(text));
  }

  private static Money money(String amount) {
    return Money.of(amount, "CNY");
  }
}
