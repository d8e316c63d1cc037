package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Voucher;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What rules can know of people and departments beside their names. */
class PeopleTest {
  private static final String RULE =
      "  - name: 应付员工\n    for: expenseClaim\n    when: originator.hiredOn < date('2020-01-01')\n"
          + "    lines:\n      - credit: 其他应付款\n        amount: claim.total\n"
          + "  - name: 应付新员工\n    for: expenseClaim\n"
          + "    when: originator.hiredOn >= date('2020-01-01')\n";

  /** The small book with a rule that needs the day of hire, and with these people. */
  private static RuleBook book(String people) {
    String text =
        Books.small()
            .replace("  - name: 应付员工\n    for: expenseClaim\n", RULE)
            .replace("accounts:\n", people + "accounts:\n");
    return Books.valid(text);
  }

  private static Approvals claim(Optional<LocalDate> hiredOn) {
    Person person = new Person("u1", "张三", "0042", List.of("123"), hiredOn, Optional.empty(), true);
    return Approvals.claim("10")
        .row("费用类型", "出差", "金额", "10")
        .directory(
            new Directory(
                Map.of("u1", person),
                Map.of(
                    "123",
                    new Department("123", "财务部", "BM1", "1", List.of("示例公司", "总部", "财务部")))));
  }

  private static Explanation.Input hiredOn(Approvals approval, RuleBook book) {
    Voucher voucher = TranslationTest.voucher(approval, book);
    return voucher.lines().getLast().explanation().inputs().stream()
        .filter(input -> input.name().equals("originator.hiredOn"))
        .findFirst()
        .orElseThrow();
  }

  @Nested
  class The_day_of_hire {
    private final Optional<LocalDate> known = Optional.of(LocalDate.parse("2018-05-01"));

    @Test
    void comes_from_the_directory() {
      assertEquals(
          new Explanation.Input("originator.hiredOn", "2018-05-01", "directory"),
          hiredOn(claim(known), book("")));
    }

    @Test
    void comes_from_the_book_before_the_directory() {
      String people = "people:\n  - { jobNumber: \"0042\", hiredOn: 2021-03-01 }\n";
      assertEquals(
          new Explanation.Input("originator.hiredOn", "2021-03-01", "people, by jobNumber 0042"),
          hiredOn(claim(known), book(people)));
      assertEquals("2021-03-01", hiredOn(claim(Optional.empty()), book(people)).value());
    }

    @Test
    void comes_from_the_users_entry_before_that_of_the_job_number() {
      String people =
          "people:\n  - { jobNumber: \"0042\", hiredOn: 2021-03-01 }\n"
              + "  - { userId: u1, hiredOn: 2022-03-01 }\n";
      assertEquals("people, by userId u1", hiredOn(claim(known), book(people)).origin());
    }

    @Test
    void is_missed_only_by_rules_that_read_it() {
      assertInstanceOf(
          Translation.Vouchers.class, claim(Optional.empty()).by(Books.valid(Books.small())));
      Translation.Held held =
          assertInstanceOf(Translation.Held.class, claim(Optional.empty()).by(book("")));
      assertEquals(
          List.of(HoldReason.HIRE_DATE_UNKNOWN.code()),
          held.reasons().stream().map(Reason::code).toList());
    }

    @Test
    void is_not_taken_from_an_entry_that_states_something_else() {
      String people = "people:\n  - { userId: u1, firstWorkedOn: 2010-03-01 }\n";
      assertEquals("directory", hiredOn(claim(known), book(people)).origin());
      assertInstanceOf(Translation.Held.class, claim(Optional.empty()).by(book(people)));
    }
  }

  @Test
  void a_department_has_the_path_from_the_top_down_to_it() {
    RuleBook byPath =
        Books.valid(
            Books.small()
                .replace(
                    "department: { from: department.code }",
                    "department: { from: department.path, map: { 示例公司/总部/财务部: \"BM-Z\" } }"));
    assertEquals(
        "BM-Z",
        TranslationTest.voucher(claim(Optional.empty()), byPath)
            .lines()
            .getFirst()
            .dimensions()
            .values()
            .iterator()
            .next());
  }
}
