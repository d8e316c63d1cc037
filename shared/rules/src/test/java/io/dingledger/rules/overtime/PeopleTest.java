package io.dingledger.rules.overtime;

import static io.dingledger.rules.support.Attendance.by;
import static io.dingledger.rules.support.Attendance.of;
import static io.dingledger.rules.support.Attendance.overtime;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.support.Attendance;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One form of overtime may be for several people; each is paid by their own wage. */
class PeopleTest {
  private static final Overtime TWO_HOURS = overtime("2026-03-16 18:00", "2026-03-16 20:00", "2");
  private static final PersonNamed ZHANG = new PersonNamed("u1", "张三");
  private static final PersonNamed LI = new PersonNamed("u2", "李四");

  private static RuleBook wages(String rows) {
    return PayBooks.of(
        "overtime",
        PayBooks.OVERTIME.replace(
            "      - { everybody: true, from: 2024-01-01, amount: 8700.00 }\n", rows));
  }

  private static List<String> amounts(RuleBook book) {
    return Outcomes.amounts(by(book, of(TWO_HOURS, ZHANG, LI)));
  }

  @Test
  void each_gets_an_item_with_their_own_department() {
    List<PayItem> items =
        Outcomes.items(by(PayBooks.of("overtime", PayBooks.OVERTIME), of(TWO_HOURS, ZHANG, LI)));
    assertEquals(
        List.of(Attendance.ZHANG, Attendance.LI), items.stream().map(PayItem::person).toList());
    assertEquals(
        List.of(Attendance.FINANCE, Attendance.SALES),
        items.stream().map(PayItem::department).toList());
    assertNotEquals(items.get(0).id(), items.get(1).id());
  }

  @Test
  void somebody_who_is_named_twice_is_paid_once() {
    RuleBook book = PayBooks.of("overtime", PayBooks.OVERTIME);
    assertEquals(1, Outcomes.items(by(book, of(TWO_HOURS, LI, LI))).size());
  }

  @Test
  void where_nobody_is_named_it_is_the_originators() {
    RuleBook book = PayBooks.of("overtime", PayBooks.OVERTIME);
    assertEquals(Attendance.ZHANG, Outcomes.item(by(book, of(TWO_HOURS))).person());
  }

  @Test
  void the_user_id_goes_before_the_job_number_the_department_and_everybody() {
    String everybody = "      - { everybody: true, from: 2024-01-01, amount: 2610.00 }\n";
    String department = "      - { department: BM01, from: 2024-01-01, amount: 4350.00 }\n";
    String number = "      - { jobNumber: \"0042\", from: 2024-01-01, amount: 6960.00 }\n";
    String id = "      - { userId: u1, from: 2024-01-01, amount: 8700.00 }\n";
    assertEquals(List.of("45.00", "45.00"), amounts(wages(everybody)));
    assertEquals(List.of("75.00", "45.00"), amounts(wages(everybody + department)));
    assertEquals(List.of("120.00", "45.00"), amounts(wages(everybody + department + number)));
    assertEquals(List.of("150.00", "45.00"), amounts(wages(everybody + department + number + id)));
  }

  @Test
  void a_raise_counts_from_its_day_on() {
    RuleBook book =
        wages(
            "      - { userId: u1, from: 2024-01-01, until: 2026-03-15, amount: 4350.00 }\n"
                + "      - { userId: u1, from: 2026-03-16, amount: 8700.00 }\n");
    assertEquals(List.of("150.00"), Outcomes.amounts(by(book, TWO_HOURS)));
    assertEquals(
        List.of("75.00"),
        Outcomes.amounts(by(book, overtime("2026-03-13 18:00", "2026-03-13 20:00", "2"))));
  }

  @Test
  void whose_own_wage_has_ended_waits_and_is_not_paid_as_everybody_is() {
    RuleBook book =
        wages(
            "      - { everybody: true, from: 2024-01-01, amount: 4350.00 }\n"
                + "      - { jobNumber: \"0042\", from: 2024-01-01, until: 2026-03-15, amount:"
                + " 8700.00 }\n");
    Reason reason = Outcomes.held(by(book, TWO_HOURS), PayReason.PAY_RATE_UNKNOWN).getFirst();
    assertTrue(
        reason.chinese().contains("没有员工（userId u1）在 2026-03-16 的数额（jobNumber 0042）"),
        reason.chinese());
  }

  @Test
  void whose_wage_nobody_states_waits_and_only_they_are_named() {
    RuleBook book = wages("      - { userId: u1, from: 2024-01-01, amount: 8700.00 }\n");
    Reason reason =
        Outcomes.held(by(book, of(TWO_HOURS, ZHANG, LI)), PayReason.PAY_RATE_UNKNOWN).getFirst();
    assertTrue(reason.chinese().startsWith("员工 u2 第 1 行：规则簿的“wage”没有员工（userId u2）"));
    assertTrue(reason.english().startsWith("Person u2, Row 1: “wage” of the rule book"));
  }

  @Test
  void somebody_whom_the_directory_does_not_know_makes_it_wait_for_all() {
    RuleBook book = PayBooks.of("overtime", PayBooks.OVERTIME);
    Outcomes.held(
        by(book, of(TWO_HOURS, ZHANG, new PersonNamed("u9", "王五"))), PayReason.PERSON_UNKNOWN);
    Outcomes.held(
        by(book, of(TWO_HOURS, ZHANG, new PersonNamed("", "王五"))), PayReason.PERSON_UNKNOWN);
  }
}
