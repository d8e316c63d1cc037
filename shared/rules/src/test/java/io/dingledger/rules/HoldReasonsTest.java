package io.dingledger.rules;

import static io.dingledger.rules.Approvals.claim;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What makes a document wait for a person, and how the reason reads. */
class HoldReasonsTest {
  private static final Provoked PROVOKED =
      Provoked.allBut(BuiltInKindsTest.REASONS, WrittenFormsTest.REASONS);
  private static final RuleBook SMALL = Books.valid(Books.small());

  @AfterAll
  static void every_reason_was_provoked() {
    PROVOKED.assertAll();
  }

  private static List<Reason> held(Approvals approval, RuleBook book, HoldReason... expected) {
    return PROVOKED.held(approval, book, expected);
  }

  private static void says(Reason reason, String chinese, String english) {
    assertTrue(reason.chinese().contains(chinese), reason.chinese());
    assertTrue(reason.english().contains(english), reason.english());
  }

  private static Approvals good() {
    return claim("100.00").row("费用类型", "差旅费", "金额", "100.00");
  }

  private static RuleBook small(String replaced, String by) {
    assertTrue(Books.small().contains(replaced), replaced);
    return Books.valid(Books.small().replace(replaced, by));
  }

  @Nested
  class The_approval {
    @Test
    void without_a_time_of_approval() {
      held(good().finishedAt(Optional.empty()), SMALL, HoldReason.APPROVAL_TIME_MISSING);
    }

    @Test
    void that_withdraws_an_earlier_one_makes_no_voucher_even_if_it_gets_here() {
      held(good().action(Action.REVOKE), SMALL, HoldReason.WITHDRAWAL);
    }

    @Test
    void that_changes_an_earlier_one_is_translated_as_if_it_were_new() {
      assertEquals(
          assertInstanceOf(Translation.Vouchers.class, good().by(SMALL)).vouchers(),
          assertInstanceOf(Translation.Vouchers.class, good().action(Action.MODIFY).by(SMALL))
              .vouchers());
    }

    @Test
    void of_somebody_whom_the_directory_does_not_know() {
      Directory empty = new Directory(Map.of(), Map.of("123", new Department("123", "财务部", "BM1")));
      held(
          good().directory(empty),
          SMALL,
          HoldReason.ORIGINATOR_UNKNOWN,
          HoldReason.DIMENSION_MISSING);
    }

    @Test
    void that_two_forms_of_the_book_would_fit() {
      String forms =
          "  other:\n    kind: expenseClaim\n    fields: { total: { name: 总金额 } }\n    table:\n"
              + "      at: { name: 报销明细 }\n      fields: { category: { name: 费用类型 }, amount: {"
              + " name: 金额 } }\naccounts:";
      String book =
          Books.small()
              .replace("accounts:", forms)
              .replace(
                  "processCode: PROC-1",
                  "category: dingtalk.businessFinance.reimbursement\n"
                      + "  - form: other\n    category: other.expenses");
      held(good(), Books.valid(book), HoldReason.FORM_AMBIGUOUS);
    }
  }

  @Nested
  class A_field {
    @Test
    void that_is_required_and_blank() {
      Reason reason =
          held(claim("100").row("费用类型", "", "金额", "100.00"), SMALL, HoldReason.FIELD_MISSING)
              .getFirst();
      says(reason, "第 1 行“费用类型”没有填写", "Row 1: “费用类型” is not filled in");
    }

    @Test
    void that_is_optional_and_was_renamed_and_made_anew() {
      Reason reason =
          held(
                  claim("100").row("费用类型", "差旅费", "金额", "100", "税额（元）", "6.00"),
                  SMALL,
                  HoldReason.FIELD_GONE)
              .getFirst();
      says(reason, "第 1 行“税额”在表单里已找不到，而控件“税额（元）”", "Row 1: there is no “税额”");
    }

    @Test
    void that_the_form_has_twice() {
      held(
          claim("100").row("费用类型", "差旅费", "费用类型", "差旅费", "金额", "100"),
          SMALL,
          HoldReason.FIELD_AMBIGUOUS);
    }

    @Test
    void that_is_no_amount() {
      for (String text : List.of("一百", "1e2", "1,23", "1 00", "100-", "0x10", "5.", "NaN", "--1")) {
        held(claim("100").row("费用类型", "差旅费", "金额", text), SMALL, HoldReason.AMOUNT_UNREADABLE);
      }
    }

    @Test
    void that_is_an_amount_with_three_decimals() {
      held(claim("1.23").row("费用类型", "差旅费", "金额", "1.230"), SMALL, HoldReason.AMOUNT_TOO_FINE);
    }

    @Test
    void that_is_an_amount_of_zero_or_less() {
      held(
          claim("100").row("费用类型", "差旅费", "金额", "100").row("费用类型", "差旅费", "金额", "0"),
          SMALL,
          HoldReason.AMOUNT_NOT_POSITIVE);
      Reason refund =
          held(
                  claim("95").row("费用类型", "差旅费", "金额", "100").row("费用类型", "差旅费", "金额", "-5"),
                  SMALL,
                  HoldReason.AMOUNT_NOT_POSITIVE,
                  HoldReason.LINE_NEGATIVE)
              .getFirst();
      says(refund, "第 2 行“金额”的金额 -5.00 不大于零", "Row 2: the amount -5.00");
    }

    @Test
    void that_is_no_date() {
      for (String day : List.of("2026-02-30", "昨天", "2026/03/01", "2026-03-01x")) {
        held(
            claim("1").row("费用类型", "差旅费", "金额", "1", "日期", day), SMALL, HoldReason.DATE_UNREADABLE);
      }
    }

    @Test
    void that_is_no_number_of_attachments() {
      held(good().with(Approvals.cell("附件张数", "三")), SMALL, HoldReason.COUNT_UNREADABLE);
    }

    @Test
    void that_names_a_foreign_currency() {
      held(good().with(Approvals.cell("币种", "美元")), SMALL, HoldReason.CURRENCY_FOREIGN);
      assertInstanceOf(
          Translation.Vouchers.class, good().with(Approvals.cell("币种", "人民币")).by(SMALL));
    }
  }

  @Nested
  class The_table {
    @Test
    void without_rows_or_missing() {
      held(claim("100"), SMALL, HoldReason.TABLE_EMPTY);
      held(claim("100").withoutTable(), SMALL, HoldReason.TABLE_EMPTY);
    }

    @Test
    void that_is_filled_in_and_cannot_be_read_is_not_the_claimants_fault() {
      Form.Component unreadable =
          new Form.Component(
              "expenses", "TableField-K9", "报销明细", "", "{\"rows\":1}", List.of(), List.of());
      Reason reason =
          held(claim("100").table(unreadable), SMALL, HoldReason.TABLE_UNREADABLE).getFirst();
      says(reason, "不是填写人的问题", "not to blame");
      for (String blank : List.of("[]", "null", " ")) {
        Form.Component empty =
            new Form.Component("", "TableField-K9", "报销明细", "", blank, List.of(), List.of());
        held(claim("100").table(empty), SMALL, HoldReason.TABLE_EMPTY);
      }
    }

    @Test
    void with_more_rows_than_a_voucher_can_have() {
      Approvals many = claim("501");
      for (int row = 0; row < 501; row++) {
        many.row("费用类型", "差旅费", "金额", "1");
      }
      Reason reason = held(many, SMALL, HoldReason.TOO_MANY_LINES).getFirst();
      says(reason, "501 行", "501 lines");
    }

    @Test
    void that_does_not_add_up_to_the_total() {
      Reason reason =
          held(claim("100.00").row("费用类型", "差旅费", "金额", "99.99"), SMALL, HoldReason.TOTAL_DIFFERS)
              .getFirst();
      says(reason, "总金额 100.00 与明细合计 99.99 不一致，相差 0.01", "differ by 0.01");
    }

    @Test
    void with_a_tax_as_high_as_its_amount() {
      held(claim("10").row("费用类型", "差旅费", "金额", "10", "税额", "10"), SMALL, HoldReason.TAX_TOO_HIGH);
    }

    @Test
    void with_an_unknown_category() {
      Reason reason =
          held(claim("10").row("费用类型", "火星旅行", "金额", "10"), SMALL, HoldReason.LOOKUP_UNKNOWN)
              .getFirst();
      says(reason, "第 1 行的“火星旅行”不在", "Row 1: “火星旅行” is not in");
    }

    @Test
    void with_a_day_before_the_first_rate() {
      held(
          claim("109")
              .processCode("PROC-EXPENSE")
              .row("费用类型", "火车票", "金额", "109", "费用日期", "2019-03-31"),
          Books.pack(),
          HoldReason.RATE_UNKNOWN);
    }
  }

  @Nested
  class A_form_of_another_kind {
    private Approvals purchase(String quantity, String tax) {
      return Approvals.of("PROC-PURCHASE")
          .with("采购总额", "106")
          .with("供应商", "上海明远贸易")
          .with("税额合计", tax)
          .table(Approvals.cell("采购明细", ""))
          .row("品名", "铜线", "数量", quantity, "金额", "106.00", "税额", "6.00");
    }

    @Test
    void with_a_quantity_that_is_none() {
      for (String quantity : List.of("三卷", "-2", "1.2345678", "2卷")) {
        held(purchase(quantity, ""), Books.worked("purchase"), HoldReason.QUANTITY_UNREADABLE);
      }
    }

    @Test
    void with_another_tax_than_its_rows() {
      Reason reason =
          held(purchase("1", "6.01"), Books.worked("purchase"), HoldReason.TAX_DIFFERS).getFirst();
      says(reason, "税额合计 6.01 与明细税额之和 6.00 不一致，相差 0.01", "differ by 0.01");
    }

    @Test
    void with_a_tax_as_high_as_its_total() {
      Approvals sale =
          Approvals.of("PROC-INVOICE").with("价税合计", "6").with("客户", "远景科技").with("税额", "6");
      held(sale, Books.worked("sale"), HoldReason.TAX_TOO_HIGH);
    }

    private Approvals clearing(String advance) {
      return Approvals.of("PROC-ANY")
          .category("dingtalk.businessFinance.reserveVerification")
          .with("实际支出", "200")
          .with("冲抵借款", "200")
          .with("关联借款单", advance)
          .table(Approvals.cell("支出明细", ""))
          .row("费用类型", "餐补", "金额", "200.00");
    }

    @Test
    void that_names_no_approval_or_several() {
      RuleBook book = Books.worked("advance-and-clearing");
      held(clearing("张三的借款"), book, HoldReason.RELATION_UNREADABLE);
      Reason several =
          held(clearing("[\"kQ8x\",\"pR2y\"]"), book, HoldReason.RELATION_SEVERAL).getFirst();
      says(several, "关联了 2 张审批单", "names 2 approvals");
      assertInstanceOf(Translation.Vouchers.class, clearing("[\"kQ8x\"]").by(book));
    }

    @Test
    void whose_rule_needs_a_hire_date_that_nobody_knows() {
      String book =
          Books.workedText("advance-and-clearing")
              .replace(
                  "hold:\n",
                  "hold:\n  - for: advance\n    when: originator.hiredOn > date('2026-01-01')\n"
                      + "    reason: 新员工借款\n");
      Approvals advance =
          Approvals.of("PROC-ANY").category("dingtalk.businessFinance.reserve").with("借款金额", "9");
      Reason reason = held(advance, Books.valid(book), HoldReason.HIRE_DATE_UNKNOWN).getFirst();
      says(reason, "钉钉不向第三方应用提供入职日期", "third-party apps");
      says(reason, "请在规则簿的 people 中写明", "people in the rule book");
    }
  }

  @Nested
  class The_mapping {
    @Test
    void without_the_account_that_the_document_names() {
      RuleBook byName =
          Books.valid(
              Books.small()
                  .replace("debit: { lookup: categories }", "debit: { named: line.category }"));
      held(claim("10").row("费用类型", "出差", "金额", "10"), byName, HoldReason.ACCOUNT_UNMAPPED);
    }

    @Test
    void without_a_job_number_and_without_a_department_code() {
      Directory bare =
          new Directory(
              Map.of("u1", new Person("u1", "张三", "")),
              Map.of("123", new Department("123", "财务部", "")));
      List<Reason> reasons =
          held(
              good().directory(bare),
              SMALL,
              HoldReason.DIMENSION_MISSING,
              HoldReason.DIMENSION_MISSING);
      says(reasons.getFirst(), "科目“差旅费”要求辅助核算“部门”", "(department.code)");
      says(reasons.getLast(), "科目“其他应付款”要求辅助核算“员工”", "(originator.jobNumber)");
    }
  }

  @Nested
  class The_rules {
    @Test
    void of_the_tenant_that_hold() {
      Reason reason =
          held(claim("50000.01").row("费用类型", "差旅费", "金额", "50,000.01"), SMALL, HoldReason.HOLD_RULE)
              .getFirst();
      says(reason, "超过五万元", "超过五万元");
    }

    @Test
    void that_cannot_be_calculated() {
      held(good(), when("claim.total / line.tax > 1"), HoldReason.EXPRESSION_FAILED);
      held(
          good(),
          when("addDays(claim.date, line.amount / 3) > claim.date"),
          HoldReason.DAYS_NOT_WHOLE);
      String power = "1" + " * (line.amount / 3)".repeat(7);
      held(good(), when(power + " > 1"), HoldReason.RESULT_TOO_LARGE);
    }

    private static RuleBook when(String condition) {
      return small("when: claim.total > 50000.00", "when: " + condition + "\n    each: line");
    }

    @Test
    void that_give_a_negative_amount() {
      RuleBook negative =
          small("amount: claim.total", "amount: \"claim.total == 100 ? -1 : claim.total\"");
      held(good(), negative, HoldReason.LINE_NEGATIVE);
    }

    @Test
    void that_do_not_balance_for_this_document() {
      RuleBook partly =
          small("amount: claim.total", "amount: \"claim.total < 99 ? claim.total : 99\"");
      Reason reason = held(good(), partly, HoldReason.UNBALANCED).getFirst();
      says(reason, "借方合计 100.00，贷方合计 99.00", "debits of 100.00 and credits of 99.00");
    }

    @Test
    void that_make_nothing_of_it() {
      RuleBook nothing =
          small("for: expenseClaim\n", "for: expenseClaim\n    when: claim.total > 9999\n");
      held(good(), nothing, HoldReason.NO_LINES);
    }
  }

  @Test
  void all_reasons_are_given_at_once_and_each_once() {
    held(
        claim("1.234")
            .finishedAt(Optional.empty())
            .row("费用类型", "火星旅行", "金额", "10")
            .row("费用类型", "差旅费", "金额", "abc"),
        SMALL,
        HoldReason.APPROVAL_TIME_MISSING,
        HoldReason.AMOUNT_TOO_FINE,
        HoldReason.AMOUNT_UNREADABLE,
        HoldReason.LOOKUP_UNKNOWN);
  }
}
