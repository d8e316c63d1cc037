package io.dingledger.rules;

import static io.dingledger.rules.Approvals.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.ExpenseClaim;
import io.dingledger.model.document.Form;
import io.dingledger.model.document.Leave.Unit;
import io.dingledger.model.document.Reading;
import io.dingledger.rules.support.Attendance;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Documents that were written down become what they would as approvals, whatever the scope. */
class WrittenFormsTest {
  /** The reasons that only written documents give; {@link HoldReasonsTest} provokes no such. */
  static final Set<HoldReason> REASONS =
      EnumSet.of(HoldReason.FORM_UNKNOWN, HoldReason.FORM_UNSTATED);

  private static final Provoked PROVOKED = new Provoked(REASONS);

  @AfterAll
  static void every_reason_was_provoked() {
    PROVOKED.assertAll();
  }

  private static Form.Component field(String key, String value) {
    return new Form.Component(key, "", "", "", value, List.of(), List.of());
  }

  private static Form.Row row(String... keysAndValues) {
    List<Form.Component> cells = new ArrayList<>();
    for (int index = 0; index < keysAndValues.length; index += 2) {
      cells.add(field(keysAndValues[index], keysAndValues[index + 1]));
    }
    return new Form.Row(cells);
  }

  private static Form.Component rows(Form.Row... rows) {
    return new Form.Component("lines", "", "", "", "", List.of(), Arrays.asList(rows));
  }

  private static Translation written(RuleBook book, DocumentKind kind, Form.Component... form) {
    Approvals approval = Approvals.of("PROC-NOBODY-WANTS");
    Arrays.stream(form).forEach(approval::with);
    ApprovalDetail detail = approval.detail();
    return book.translateWritten(Approvals.CONTEXT, kind, detail, Approvals.DIRECTORY);
  }

  @Nested
  class A_form {
    @Test
    void gives_the_same_voucher_as_the_approval() {
      RuleBook book = Books.valid(Books.small());
      Translation.Vouchers asWritten =
          assertInstanceOf(
              Translation.Vouchers.class,
              written(
                  book,
                  DocumentKind.EXPENSE_CLAIM,
                  field("total", "100.00"),
                  rows(row("category", "差旅费", "amount", "100.00"))));
      Translation.Vouchers asApproved =
          assertInstanceOf(
              Translation.Vouchers.class,
              Approvals.claim("100.00").row("费用类型", "差旅费", "金额", "100.00").by(book));
      assertInstanceOf(ExpenseClaim.class, asWritten.document());
      assertEquals(
          Outcomes.lines(asApproved.vouchers().getFirst()),
          Outcomes.lines(asWritten.vouchers().getFirst()));
      assertEquals(asApproved.vouchers().getFirst().key(), asWritten.vouchers().getFirst().key());
    }

    @Test
    void without_a_table_where_its_kind_need_not_have_one() {
      assertInstanceOf(
          Translation.Vouchers.class,
          written(
              Books.worked("payment"),
              DocumentKind.PAYMENT,
              field("amount", "100.00"),
              field("payee", "上海明远贸易"),
              field("supplier", "上海明远贸易")));
    }

    @Test
    void with_a_field_missing_waits_as_an_approval_would() {
      Outcomes.held(
          written(
              Books.valid(Books.small()),
              DocumentKind.EXPENSE_CLAIM,
              rows(row("category", "差旅费", "amount", "100.00"))),
          HoldReason.FIELD_MISSING);
    }

    @Test
    void is_not_found_by_the_name_of_a_component() {
      Outcomes.held(
          written(
              Books.valid(Books.small()),
              DocumentKind.EXPENSE_CLAIM,
              cell("total", "100.00"),
              rows(row("category", "差旅费", "amount", "100.00"))),
          HoldReason.FIELD_MISSING);
    }

    @Test
    void of_a_kind_without_rules_waits() {
      Outcomes.held(
          written(Books.valid(Books.small()), DocumentKind.PAYMENT, field("amount", "1.00")),
          HoldReason.KIND_WITHOUT_RULES);
    }

    @Test
    void cannot_be_of_a_kind_that_no_form_maps() {
      assertThrows(
          IllegalArgumentException.class,
          () -> written(Books.valid(Books.small()), DocumentKind.LEAVE));
    }
  }

  @Nested
  class A_form_that_becomes_pay {
    private static final String ITEM = "payItems: { 补贴: { unit: time, sign: earning } }\n";
    private static final String RULE =
        """
        rules:
          - name: 补贴
            for: expenseClaim
            each: line
            payItem: { item: 补贴, quantity: "1", rate: line.amount }
        """;

    private Translation claimed(String book) {
      return written(
          PayBooks.valid(book),
          DocumentKind.EXPENSE_CLAIM,
          field("total", "100.00"),
          rows(row("category", "差旅费", "amount", "100.00")));
    }

    @Test
    void may_be_pay_alone() {
      String book =
          """
          ruleBook: 1
          name: 补贴
          currency: CNY
          scope: [{ form: claim, processCode: PROC-1 }]
          forms:
            claim:
              kind: expenseClaim
              fields: { total: { name: 总金额 } }
              table:
                at: { name: 明细 }
                fields: { category: { name: 类型 }, amount: { name: 金额 } }
          """;
      assertEquals(List.of("100.00"), Outcomes.amounts(claimed(book + ITEM + RULE)));
    }

    @Test
    void may_be_pay_beside_its_voucher() {
      Translation.Accrued accrued =
          assertInstanceOf(
              Translation.Accrued.class, claimed(Books.small().replace("rules:\n", ITEM + RULE)));
      assertEquals(1, accrued.items().size());
      assertEquals(1, accrued.vouchers().size());
    }
  }

  @Nested
  class A_typed_document {
    private final RuleBook book = PayBooks.of("overtime", PayBooks.OVERTIME);

    @Test
    void needs_no_scope() {
      Outcomes.held(
          Attendance.by(
              book,
              Attendance.leave("事假", Unit.DAY, "1", Attendance.leaveDay("2026-03-16", "1", "8"))),
          HoldReason.KIND_WITHOUT_RULES);
      assertEquals(
          List.of("150.00"),
          Outcomes.amounts(
              Attendance.by(
                  book, Attendance.overtime("2026-03-16 18:00", "2026-03-16 20:00", "2"))));
    }

    @Test
    void that_is_always_looked_at_still_is() {
      Outcomes.held(
          Attendance.by(book, Readings.punchCorrection()), HoldReason.PUNCH_CORRECTION_REVIEW);
      Outcomes.held(Attendance.by(book, Readings.shiftSwap()), HoldReason.SHIFT_SWAP_REVIEW);
      Outcomes.held(Attendance.by(book, Readings.punch()), HoldReason.KIND_WITHOUT_RULES);
    }

    @Test
    void keeps_its_doubts() {
      Translation translation =
          book.translateWritten(
              Attendance.CONTEXT,
              new Reading(
                  Attendance.overtime("2026-03-16 18:00", "2026-03-16 20:00", "2"),
                  List.of(Readings.DOUBT)),
              Attendance.DIRECTORY);
      assertEquals(
          List.of(Readings.DOUBT), assertInstanceOf(Translation.Held.class, translation).reasons());
    }

    @Test
    void of_somebody_whom_nobody_knows_waits() {
      Translation translation =
          book.translateWritten(
              Attendance.CONTEXT,
              new Reading(
                  Attendance.overtime("2026-03-16 18:00", "2026-03-16 20:00", "2"), List.of()),
              new Directory(Map.of(), Map.of("123", Attendance.FINANCE)));
      Outcomes.held(translation, HoldReason.ORIGINATOR_UNKNOWN);
    }
  }

  /** Of a kind that two forms of the book have. */
  @Nested
  class A_form_of_two {
    private static final String PACK = "packs/sales-receivable.yaml";
    private final RuleBook book = Books.valid(Books.resource(PACK));

    private Translation receipt(Form.Component... stated) {
      List<Form.Component> form = new ArrayList<>(List.of(stated));
      form.add(field("total", "11300.00"));
      form.add(field("customer", "杭州云帆科技有限公司"));
      return written(book, DocumentKind.SALE, form.toArray(Form.Component[]::new));
    }

    @Test
    void is_the_one_that_it_says() {
      assertEquals(
          List.of("DEBIT 1002 11300.00", "CREDIT 1122 11300.00"),
          Outcomes.lines(Outcomes.voucher(receipt(field("form", "receipt")))));
    }

    @Test
    void waits_when_it_does_not_say_which_and_a_rule_asks() {
      PROVOKED.held(receipt(), HoldReason.FORM_UNSTATED);
    }

    @Test
    void waits_when_the_book_has_no_such_form() {
      PROVOKED.held(receipt(field("form", "recept")), HoldReason.FORM_UNKNOWN);
    }

    @Test
    void comes_from_the_approval_that_this_form_reads() {
      assertEquals(
          List.of("DEBIT 1002 11300.00", "CREDIT 1122 11300.00"),
          Outcomes.lines(
              Outcomes.voucher(
                  Approvals.of("PROC-RECEIPT")
                      .with(field("received", "11300.00"))
                      .with(field("customer", "杭州云帆科技有限公司"))
                      .by(book))));
    }

    @Test
    void is_never_called_by_another_name() {
      String other =
          Books.resource(PACK).replace("sale.form == 'receipt'", "sale.form == 'recept'");
      assertEquals(
          Set.of("BOOK-TEXT-IMPOSSIBLE"),
          Books.findings(other).stream()
              .map(finding -> finding.reason().code())
              .filter(code -> code.contains("TEXT"))
              .collect(Collectors.toSet()));
    }

    @Test
    void of_which_the_book_has_but_one_need_not_say_it() {
      String small =
          Books.small()
              .replace(
                  "  - name: 应付员工\n",
                  "  - name: 应付员工\n    when: claim.form == 'expense' && claim.total > 1\n");
      Outcomes.voucher(
          written(
              Books.valid(small),
              DocumentKind.EXPENSE_CLAIM,
              field("total", "100.00"),
              rows(row("category", "差旅费", "amount", "100.00"))));
    }
  }
}
