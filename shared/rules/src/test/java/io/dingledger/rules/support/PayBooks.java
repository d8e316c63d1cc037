package io.dingledger.rules.support;

import io.dingledger.rules.Checked;
import io.dingledger.rules.Finding;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBooks;
import java.util.List;

/** Rule books of attendance for tests, put together from a head and what a test is about. */
public final class PayBooks {
  /** Everybody's wage is 8700 a month, which is 400 a day and 50 an hour (facts I1). */
  public static final String WAGE =
      """
      rates:
        wage:
          per: month
          rows:
            - { everybody: true, from: 2024-01-01, amount: 8700.00 }
      """;

  /** The country's calendar. */
  public static final String CHINA = "calendar: { base: CN }\n";

  /** The factors that the law asks for (facts I1). */
  public static final String FACTORS =
      """
      multipliers:
        overtimeFactor:
          key: day.dayClass
          factors: { workday: 1.5, makeUpDay: 1.5, restDay: 2, statutory: 3 }
      """;

  /** Overtime pay of each day by its class. */
  public static final String OVERTIME =
      CHINA
          + WAGE
          + FACTORS
          + """
            payItems:
              加班费: { code: OT, unit: hour, sign: earning }
            rules:
              - name: 加班费
                for: overtime
                each: day
                when: overtime.compensation != 'timeOff'
                payItem:
                  item: 加班费
                  quantity: day.hours
                  factor: overtimeFactor.factor
                  rate: wage.hour
            """;

  /** Overtime and personal leave with the voucher of the month: negative sums make red lines. */
  public static final String PAYROLL =
      """
      accounts:
        管理费用-工资: { code: "6602.01", dimensions: [department] }
        应付职工薪酬: { code: "2211.01" }
      dimensions:
        department: { from: group.departmentCode }
      """
          + OVERTIME.replace("payItems:\n", "payItems:\n  事假扣款: { unit: hour, sign: deduction }\n")
          + """
              - name: 事假扣款
                for: leave
                each: day
                when: leave.type == '事假'
                payItem: { item: 事假扣款, quantity: day.hours, rate: wage.hour }
              - name: 计提
                for: payPeriod
                each: group
                lines:
                  - debit: 管理费用-工资
                    amount: group.amount
              - name: 应付
                for: payPeriod
                each: group
                lines:
                  - credit: 应付职工薪酬
                    amount: group.amount
                    summary: "{group.late ? '补提 ' : '计提 '}{group.month} {group.item}"
            vouchers:
              per: document
              date: approved
              summary: "计提 {period.name}"
              period: { sumBy: [department], closeOn: 5 }
            """;

  private PayBooks() {}

  /** A book that wants these kinds, which need no form. */
  public static RuleBook of(String kinds, String sections) {
    StringBuilder scope = new StringBuilder();
    for (String kind : kinds.split(",")) {
      String code = kind.strip();
      scope
          .append("  - { kind: ")
          .append(code)
          .append(code.equals("dailyResult") ? " }\n" : ", processCode: PROC-" + code + " }\n");
    }
    return valid("ruleBook: 1\nname: 考勤\ncurrency: CNY\nscope:\n" + scope + sections);
  }

  /** The book that a text is; warnings do not matter. */
  public static RuleBook valid(String yaml) {
    return switch (RuleBooks.check(yaml)) {
      case Checked.Valid(RuleBook book, var warnings) -> book;
      case Checked.Invalid(List<Finding> findings) ->
          throw new AssertionError(
              String.join("\n", findings.stream().map(Finding::toString).toList()));
    };
  }
}
