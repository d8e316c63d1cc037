package io.dingledger.rules;

import static io.dingledger.rules.Approvals.claim;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Person;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a claim becomes. */
class TranslationTest {
  private static final RuleBook SMALL = Books.valid(Books.small());

  static Voucher voucher(Approvals approval, RuleBook book) {
    Translation translation = approval.by(book);
    return assertInstanceOf(Translation.Vouchers.class, translation, translation.toString())
        .vouchers()
        .getFirst();
  }

  static List<String> lines(Voucher voucher) {
    return voucher.lines().stream()
        .map(line -> line.side() + " " + line.account() + " " + line.amount().plain())
        .toList();
  }

  @Nested
  class A_claim_of_two_rows {
    private final Voucher voucher =
        voucher(
            claim("1,234.50")
                .row("费用类型", "差旅费", "金额", "￥1,090.00", "税额", "９０.00", "备注", "北京\n三天")
                .row("费用类型", "出差", "金额", "144.5"),
            SMALL);

    @Test
    void debits_each_row_net_of_its_tax_and_credits_the_employee_once() {
      assertEquals(
          List.of(
              "DEBIT 6602.03 1000.00",
              "DEBIT 2221.01.01 90.00",
              "DEBIT 6602.03 144.50",
              "CREDIT 2241 1234.50"),
          lines(voucher));
    }

    @Test
    void carries_the_dimensions_that_each_account_requires_and_no_others() {
      assertEquals(
          List.of(
              Map.of(Dimension.DEPARTMENT, "BM000001"),
              Map.of(),
              Map.of(Dimension.DEPARTMENT, "BM000001"),
              Map.of(Dimension.EMPLOYEE, "0042")),
          voucher.lines().stream().map(VoucherLine::dimensions).toList());
    }

    @Test
    void is_dated_in_the_tenants_zone_and_identified_by_its_document() {
      assertEquals(LocalDate.parse("2026-04-01"), voucher.date());
      assertEquals(
          VoucherKey.of(Approvals.TENANT, voucher.document(), Purpose.RECORD, 1), voucher.key());
      assertEquals(1, voucher.attachments());
    }

    @Test
    void has_summaries_on_one_line_with_the_vouchers_as_default() {
      assertEquals("报销 202603310001", voucher.summary());
      assertEquals(
          List.of("差旅费 北京 三天", "报销 202603310001", "出差", "报销 202603310001"),
          voucher.lines().stream().map(VoucherLine::summary).toList());
    }
  }

  @Test
  void the_number_of_attachments_comes_from_the_form_where_it_is_mapped() {
    Approvals approval = claim("1").row("费用类型", "出差", "金额", "1").with(Approvals.cell("附件张数", "3"));
    assertEquals(3, voucher(approval, SMALL).attachments());
  }

  @Nested
  class A_component_is_found {
    private String origin(Form.Component total) {
      Approvals approval = claim("7").row("费用类型", "出差", "金额", "1");
      approval.with(total);
      String book =
          Books.small()
              .replace(
                  "total: { bizAlias: totalAmount, id: MoneyField-K1, name: 总金额 }",
                  "total: { bizAlias: other, id: OTHER, name: 另一个 }");
      return voucher(approval, Books.valid(book))
          .lines()
          .getLast()
          .explanation()
          .inputs()
          .getLast()
          .origin();
    }

    private Form.Component total(String bizAlias, String id, String name) {
      return new Form.Component(bizAlias, id, name, "", "1.00", List.of(), List.of());
    }

    @Test
    void by_its_alias_first() {
      assertEquals("Header, 另一个 (by bizAlias other)", origin(total("other", "OTHER", "另一个")));
    }

    @Test
    void by_its_id_when_the_alias_is_gone() {
      assertEquals("Header, 另一个 (by id OTHER)", origin(total("", "OTHER", "另一个")));
    }

    @Test
    void by_its_name_when_the_id_is_another() {
      assertEquals("Header, 另一个 (by name 另一个)", origin(total("", "NEW", "另一个")));
    }
  }

  @Nested
  class A_dimension {
    @Test
    void falls_back_to_its_next_source() {
      String book =
          Books.small()
              .replace(
                  "department: { from: department.code }",
                  "department:\n    - from: department.code\n"
                      + "    - { from: department.name, map: { 财务部: \"BM77\" } }");
      Directory noCode =
          new Directory(
              Map.of("u1", new Person("u1", "张三", "0042")),
              Map.of("1", new Department("1", "财务部", "")));
      Approvals approval =
          claim("1").row("费用类型", "出差", "金额", "1").directory(noCode).departmentId("-1");
      assertEquals(
          Map.of(Dimension.DEPARTMENT, "BM77"),
          voucher(approval, Books.valid(book)).lines().getFirst().dimensions());
    }
  }
}
