package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DailyResult.Outcome;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.ExpenseClaim;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Unrecognised;
import io.dingledger.model.failure.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of the documents that DingTalk types itself. */
class BuiltInKindsTest {
  static final EnumSet<HoldReason> REASONS =
      EnumSet.of(
          HoldReason.KIND_WITHOUT_RULES,
          HoldReason.SUITE_UNRECOGNISED,
          HoldReason.SUITE_DIFFERS,
          HoldReason.PUNCH_CORRECTION_REVIEW,
          HoldReason.SHIFT_SWAP_REVIEW,
          HoldReason.OVERTIME_OVERNIGHT);
  private static final Provoked PROVOKED = new Provoked(REASONS);
  private static final RuleBook BOOK = Books.worked("attendance");

  @AfterAll
  static void every_reason_was_provoked() {
    PROVOKED.assertAll();
  }

  private static Approvals leave() {
    return Approvals.of("PROC-LEAVE");
  }

  private static void held(SourceDocument suite, String category, HoldReason... expected) {
    Translation.Held held =
        PROVOKED.held(
            Approvals.of("PROC-ANY").category(category).suite(Readings.of(suite)).by(BOOK),
            expected);
    assertEquals(suite, held.document().orElseThrow());
    assertEquals(suite.kind().word(), held.kind());
  }

  @Nested
  class A_suite {
    @Test
    void that_is_typed_waits_because_no_rules_are_for_it() {
      Translation.Held held =
          PROVOKED.held(
              leave().suite(Readings.of(Readings.leave())).by(BOOK), HoldReason.KIND_WITHOUT_RULES);
      assertEquals(Optional.of(Readings.leave()), held.document());
      assertEquals("leave", held.kind());
      held(Readings.overtime(false), "attendance.batchovertime", HoldReason.KIND_WITHOUT_RULES);
    }

    @Test
    void of_a_corrected_punch_a_shift_swap_or_a_night_is_always_looked_at() {
      held(Readings.punchCorrection(), "attendance.supply", HoldReason.PUNCH_CORRECTION_REVIEW);
      held(Readings.shiftSwap(), "attendance.relieve", HoldReason.SHIFT_SWAP_REVIEW);
      held(
          Readings.overtime(true),
          "attendance.batchovertime",
          HoldReason.OVERTIME_OVERNIGHT,
          HoldReason.KIND_WITHOUT_RULES);
    }

    @Test
    void tells_all_of_its_doubts_and_those_about_the_approval() {
      Reading doubtful = Readings.of(Readings.leave(), Readings.DOUBT);
      Approvals approval =
          leave()
              .suite(doubtful)
              .finishedAt(Optional.empty())
              .directory(new Directory(Map.of(), Map.of()));
      assertEquals(
          List.of(
              HoldReason.APPROVAL_TIME_MISSING.code(),
              HoldReason.ORIGINATOR_UNKNOWN.code(),
              Readings.DOUBT.code(),
              HoldReason.KIND_WITHOUT_RULES.code()),
          codes(approval.by(BOOK)));
    }

    @Test
    void that_could_not_be_typed_waits_for_the_reasons_of_its_reading_alone() {
      Reading broken = Readings.of(Readings.unrecognised("leave"), Readings.DOUBT);
      assertEquals(List.of(Readings.DOUBT.code()), codes(leave().suite(broken).by(BOOK)));
    }

    @Test
    void that_the_scope_promises_and_the_approval_is_not_waits_as_unrecognised() {
      Translation.Held held =
          PROVOKED.held(leave().with("理由", "家事").by(BOOK), HoldReason.SUITE_UNRECOGNISED);
      assertEquals(
          "leave",
          assertInstanceOf(Unrecognised.class, held.document().orElseThrow()).supposedKind());
      assertEquals("unrecognised", held.kind());
      assertEquals("202603310001", held.document().orElseThrow().header().businessId());
      PROVOKED.held(
          leave().suite(Readings.of(Readings.unrecognised("leave"))).by(BOOK),
          HoldReason.SUITE_UNRECOGNISED);
    }

    @Test
    void that_is_another_than_the_scope_promises_waits_as_what_it_is() {
      Translation.Held held =
          PROVOKED.held(
              leave().suite(Readings.of(Readings.overtime(false))).by(BOOK),
              HoldReason.SUITE_DIFFERS);
      assertEquals("overtime", held.kind());
      Reason reason = held.reasons().getFirst();
      assertTrue(reason.chinese().contains("是“请假”（leave），但它实际是“加班”（overtime）"));
      assertTrue(reason.english().contains("kind leave, but it is of the kind overtime"));
    }

    @Test
    void is_read_by_the_form_that_the_scope_names_for_it() {
      Approvals claim =
          Approvals.claim("1")
              .row("费用类型", "出差", "金额", "1")
              .suite(Readings.of(Readings.leave(), Readings.DOUBT));
      assertInstanceOf(
          ExpenseClaim.class,
          assertInstanceOf(Translation.Vouchers.class, claim.by(Books.valid(Books.small())))
              .document());
    }

    @Test
    void that_nobody_wants_is_ignored_with_its_document() {
      Translation.Ignored ignored =
          assertInstanceOf(
              Translation.Ignored.class,
              Approvals.of("PROC-ELSE")
                  .category("hrm.hire")
                  .suite(Readings.of(Readings.leave()))
                  .by(BOOK));
      assertEquals(IgnoreReason.OUT_OF_SCOPE.code(), ignored.reason().code());
      assertEquals(Optional.of(Readings.leave()), ignored.document());
    }
  }

  @Nested
  class A_fact_without_approval {
    private final RuleBook claimsOnly = Books.valid(Books.small());

    private Translation translated(RuleBook book, Reading fact) {
      return book.translate(Approvals.CONTEXT, fact);
    }

    @Test
    void is_a_normal_day_and_needs_nothing() {
      for (SourceDocument day :
          List.of(Readings.day(), Readings.day(Outcome.NORMAL, Outcome.NORMAL))) {
        Translation.Ignored ignored =
            assertInstanceOf(Translation.Ignored.class, translated(BOOK, Readings.of(day)));
        assertEquals(IgnoreReason.DAY_NORMAL.code(), ignored.reason().code());
        assertEquals(Optional.of(day), ignored.document());
      }
    }

    @Test
    void is_an_abnormal_day_and_waits() {
      for (Outcome outcome : EnumSet.complementOf(EnumSet.of(Outcome.NORMAL))) {
        SourceDocument day = Readings.day(Outcome.NORMAL, outcome);
        Translation.Held held =
            PROVOKED.held(translated(BOOK, Readings.of(day)), HoldReason.KIND_WITHOUT_RULES);
        assertEquals(Optional.of(day), held.document());
        assertEquals("dailyResult", held.kind());
      }
    }

    @Test
    void is_a_normal_day_with_a_doubt_and_waits() {
      Reading doubtful = Readings.of(Readings.day(Outcome.NORMAL), Readings.DOUBT);
      assertEquals(
          List.of(Readings.DOUBT.code(), HoldReason.KIND_WITHOUT_RULES.code()),
          codes(translated(BOOK, doubtful)));
    }

    @Test
    void is_a_day_that_could_not_be_typed_and_waits() {
      Reading broken = Readings.of(Readings.unrecognised("dailyResult"), Readings.DOUBT);
      assertEquals(List.of(Readings.DOUBT.code()), codes(translated(BOOK, broken)));
    }

    @Test
    void is_a_punch_and_waits() {
      PROVOKED.held(translated(BOOK, Readings.of(Readings.punch())), HoldReason.KIND_WITHOUT_RULES);
    }

    @Test
    void is_ignored_where_the_scope_does_not_name_its_kind() {
      for (SourceDocument document :
          List.of(
              Readings.punch(),
              Readings.day(Outcome.LATE),
              Readings.leave(),
              Readings.unrecognised("punch"),
              Readings.unrecognised(""))) {
        Translation.Ignored ignored =
            assertInstanceOf(
                Translation.Ignored.class, translated(claimsOnly, Readings.of(document)));
        assertEquals(IgnoreReason.KIND_OUT_OF_SCOPE.code(), ignored.reason().code());
        assertTrue(ignored.document().isPresent());
      }
    }
  }

  private static List<String> codes(Translation translation) {
    return assertInstanceOf(Translation.Held.class, translation, translation.toString())
        .reasons()
        .stream()
        .map(Reason::code)
        .toList();
  }
}
