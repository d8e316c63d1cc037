package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.ExpenseClaim;
import io.dingledger.model.event.EventSubject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which documents a book wants, and as what. */
class ScopeTest {
  private static final RuleBook SMALL = Books.valid(Books.small());
  private static final RuleBook ATTENDANCE = Books.worked("attendance");

  private static EventSubject.Approval approval(String processCode, String category) {
    return new EventSubject.Approval(
        "i1",
        processCode,
        category,
        "",
        EventSubject.Phase.FINISH,
        Optional.of(EventSubject.Result.AGREE),
        "u1",
        "",
        Optional.empty());
  }

  private static boolean wants(RuleBook book, String processCode, String category) {
    return book.outOfScope(approval(processCode, category)).isEmpty();
  }

  /** The small book with another scope; {@code other} is a second form that reads the same. */
  private static RuleBook scoped(String... entries) {
    String other =
        "  other:\n    kind: expenseClaim\n    fields: { total: { name: 总金额 } }\n    table:\n"
            + "      at: { name: 报销明细 }\n      fields:\n"
            + "        category: { name: 类别 }\n        amount: { name: 总价 }\naccounts:";
    String scope = "scope:\n  - " + String.join("\n  - ", entries) + "\n";
    return Books.valid(
        Books.small()
            .replace("scope:\n  - form: expense\n    processCode: PROC-1\n", scope)
            .replace("accounts:", other));
  }

  private static Approvals claim() {
    return Approvals.claim("1").row("费用类型", "出差", "金额", "1");
  }

  @Nested
  class An_approval {
    @Test
    void is_wanted_by_the_code_of_its_form() {
      assertTrue(wants(SMALL, "PROC-1", ""));
      assertTrue(wants(SMALL, "PROC-1", "whatever"));
      assertEquals(
          IgnoreReason.OUT_OF_SCOPE.code(),
          SMALL.outOfScope(approval("PROC-2", "")).orElseThrow().code());
      assertInstanceOf(Translation.Ignored.class, claim().processCode("PROC-2").by(SMALL));
    }

    @Test
    void is_wanted_by_its_category_exactly() {
      RuleBook book =
          scoped("{ form: expense, category: finance.expense }", "{ form: other, processCode: P }");
      assertTrue(wants(book, "ANY", "finance.expense"));
      assertFalse(wants(book, "ANY", "finance"));
      assertFalse(wants(book, "ANY", "finance.expense.more"));
    }

    @Test
    void needs_both_where_an_entry_gives_both_and_both_are_known() {
      RuleBook book =
          scoped(
              "{ form: expense, processCode: A, category: c1 }", "{ form: other, processCode: B }");
      assertTrue(wants(book, "A", "c1"));
      assertFalse(wants(book, "A", "c2"));
      assertTrue(wants(book, "A", ""));
      assertFalse(wants(book, "", "c1"));
    }

    @Test
    void without_category_and_with_an_unknown_code_is_not_wanted() {
      assertFalse(wants(ATTENDANCE, "PROC-CUSTOM", ""));
      assertFalse(wants(ATTENDANCE, "", ""));
    }
  }

  @Nested
  class A_wanted_approval_is_read {
    private final RuleBook book =
        scoped("{ form: other, category: c1 }", "{ form: expense, processCode: PROC-1 }");

    @Test
    void by_the_entry_with_its_code_before_one_with_its_category() {
      assertInstanceOf(Translation.Vouchers.class, claim().category("c1").by(book));
    }

    @Test
    void by_its_category_even_if_it_looks_like_another_form() {
      Translation.Held held =
          assertInstanceOf(
              Translation.Held.class, claim().processCode("ANY").category("c1").by(book));
      assertTrue(
          held.reasons().stream()
              .allMatch(reason -> reason.code().equals(HoldReason.FIELD_MISSING.code())));
    }

    @Test
    void by_the_entry_that_fits_code_and_category_before_one_with_the_code_alone() {
      RuleBook both =
          scoped(
              "{ form: other, processCode: PROC-1 }",
              "{ form: expense, processCode: PROC-1, category: c1 }");
      assertInstanceOf(Translation.Vouchers.class, claim().category("c1").by(both));
    }

    @Test
    void by_how_it_looks_only_without_category_and_code() {
      RuleBook byCategory =
          scoped(
              "{ form: expense, category: c1 }",
              "{ kind: leave, category: attendance.leave }",
              "{ form: other, processCode: P }");
      assertInstanceOf(Translation.Vouchers.class, claim().processCode("ANY").by(byCategory));
      assertEquals(
          "leave",
          assertInstanceOf(
                  Translation.Held.class,
                  Approvals.of("ANY").suite(Readings.of(Readings.leave())).by(byCategory))
              .kind());
      assertInstanceOf(
          Translation.Ignored.class, Approvals.of("ANY").with("会议室", "301").by(byCategory));
    }

    @Test
    void by_nobody_when_nothing_of_its_form_is_found_and_then_it_is_unrecognised() {
      Translation.Held held =
          assertInstanceOf(
              Translation.Held.class, Approvals.of("PROC-1").with("会议室", "301").by(SMALL));
      assertEquals("unrecognised", held.kind());
      assertEquals(DocumentKind.UNRECOGNISED, held.document().orElseThrow().kind());
    }

    @Test
    void in_part_when_something_is_missing_and_then_its_kind_is_known() {
      Translation.Held incomplete =
          assertInstanceOf(Translation.Held.class, Approvals.claim("100").by(SMALL));
      assertEquals("expenseClaim", incomplete.kind());
      assertEquals(DocumentKind.UNRECOGNISED, incomplete.document().orElseThrow().kind());
      Translation.Held complete =
          assertInstanceOf(
              Translation.Held.class,
              Approvals.claim("100").row("费用类型", "火星旅行", "金额", "100").by(SMALL));
      assertInstanceOf(ExpenseClaim.class, complete.document().orElseThrow());
    }
  }

  @Nested
  class Of_all_that_happens {
    @Test
    void facts_without_approval_are_wanted_by_their_kind_alone() {
      Set<DocumentKind> wanted = EnumSet.noneOf(DocumentKind.class);
      for (DocumentKind kind : DocumentKind.values()) {
        if (ATTENDANCE.outOfScope(kind).isEmpty()) {
          wanted.add(kind);
        }
      }
      assertEquals(EnumSet.of(DocumentKind.PUNCH, DocumentKind.DAILY_RESULT), wanted);
      assertEquals(
          IgnoreReason.KIND_OUT_OF_SCOPE.code(),
          SMALL.outOfScope(DocumentKind.DAILY_RESULT).orElseThrow().code());
    }

    @Test
    void a_catch_up_looks_through_the_codes_and_categories_that_the_scope_names() {
      assertEquals(Set.of("PROC-LEAVE"), ATTENDANCE.processCodes());
      assertEquals(
          Set.of(
              "attendance.batchovertime",
              "alitrip.business",
              "attendance.goout",
              "attendance.supply",
              "attendance.relieve"),
          ATTENDANCE.categories());
    }
  }
}
