package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.AttendanceMarks.Mark;
import io.dingledger.platform.store.PatrolNotes.Chore;
import io.dingledger.platform.support.ForwardingDocumentStore;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What marks, notes and notices do over every table. */
abstract class PatrolStoresContract {
  private static final Tenant ACME = Samples.tenant("acme");
  private static final Tenant OTHER = Samples.tenant("acme#M");
  private static final Instant NOW = Samples.NOW;

  Table table;
  private final HandClock clock = new HandClock(NOW);

  abstract Table empty();

  @BeforeEach
  void start() {
    table = empty();
  }

  @Nested
  class A_mark {
    private final LocalDate day = LocalDate.of(2026, 3, 1);
    private AttendanceMarks marks;

    @BeforeEach
    void make() {
      marks = new TableAttendanceMarks(table);
    }

    @Test
    void is_given_up_to_its_day_the_oldest_first() {
      marks.mark(ACME, new PersonDay("user#2", day), NOW);
      marks.mark(ACME, new PersonDay("用户", day.minusDays(1)), NOW);
      marks.mark(ACME, new PersonDay("user01", day.plusDays(1)), NOW);
      marks.mark(OTHER, new PersonDay("user01", day), NOW);
      assertEquals(
          List.of(
              new Mark(new PersonDay("用户", day.minusDays(1)), NOW, 1),
              new Mark(new PersonDay("user#2", day), NOW, 1)),
          marks.upTo(ACME, day));
      assertEquals(3, marks.upTo(ACME, day.plusDays(1)).size());
    }

    @Test
    void stands_once_for_each_day_with_its_latest_time() {
      PersonDay known = new PersonDay("user01", day);
      marks.mark(ACME, known, NOW);
      marks.mark(ACME, known, NOW.plusSeconds(9));
      marks.mark(ACME, known, NOW.plusSeconds(1));
      assertEquals(List.of(new Mark(known, NOW.plusSeconds(9), 3)), marks.upTo(ACME, day));
    }

    @Test
    void goes_when_it_is_done_unless_it_was_made_again() {
      PersonDay known = new PersonDay("user01", day);
      marks.mark(ACME, known, NOW);
      Mark seen = marks.upTo(ACME, day).getFirst();
      marks.mark(ACME, known, NOW);
      marks.done(ACME, seen);
      Mark again = marks.upTo(ACME, day).getFirst();
      assertEquals(2, again.version());
      marks.done(OTHER, again);
      assertEquals(List.of(again), marks.upTo(ACME, day));
      marks.done(ACME, again);
      marks.done(ACME, again);
      assertEquals(List.of(), marks.upTo(ACME, day));
    }

    @Test
    void that_nobody_can_read_is_refused() {
      Item damaged = Item.at(Keys.mark(ACME, day, "u")).with("user", "u").with("day", "today");
      table.write(List.of(new Write.Put(damaged, Condition.NONE)));
      assertThrows(StoreRefused.class, () -> marks.upTo(ACME, day));
    }
  }

  @Nested
  class A_note {
    private PatrolNotes notes;

    @BeforeEach
    void make() {
      notes = new TablePatrolNotes(table, clock);
    }

    @Test
    void tells_up_to_when_each_chore_is_done_and_never_goes_back() {
      assertEquals(Optional.empty(), notes.doneUpTo(ACME, Chore.DIRECTORY));
      notes.done(ACME, Chore.DIRECTORY, NOW);
      notes.done(ACME, Chore.DIRECTORY, NOW.minusSeconds(1));
      assertEquals(Optional.of(NOW), notes.doneUpTo(ACME, Chore.DIRECTORY));
      notes.done(ACME, Chore.DIRECTORY, NOW.plusSeconds(1));
      assertEquals(Optional.of(NOW.plusSeconds(1)), notes.doneUpTo(ACME, Chore.DIRECTORY));
      assertEquals(Optional.empty(), notes.doneUpTo(ACME, Chore.FAILED_PUSHES));
      assertEquals(Optional.empty(), notes.doneUpTo(OTHER, Chore.DIRECTORY));
    }

    @Test
    void tells_which_forms_were_seen_and_of_which_category() {
      notes.seenForm(ACME, "PROC-1", "attendance.leave");
      notes.seenForm(ACME, "PROC-1", "");
      notes.seenForm(ACME, "表 单", "");
      notes.seenForm(ACME, "", "expense");
      notes.seenForm(OTHER, "PROC-9", "");
      assertEquals(Map.of("PROC-1", "attendance.leave", "表 单", ""), notes.forms(ACME));
      notes.seenForm(ACME, "PROC-1", "expense");
      new TablePatrolNotes(table, clock).seenForm(ACME, "PROC-1", "");
      assertEquals("expense", notes.forms(ACME).get("PROC-1"));
      assertEquals(Optional.empty(), notes.doneUpTo(ACME, Chore.OLD_INSTANCES));
    }

    @Test
    void of_a_known_form_does_not_ask_the_table() {
      notes.seenForm(ACME, "PROC-1", "expense");
      table.write(List.of(new Write.Delete(Keys.form(ACME, "PROC-1"))));
      notes.seenForm(ACME, "PROC-1", "expense");
      assertEquals(Map.of(), notes.forms(ACME));
      clock.advance(Duration.ofDays(1));
      notes.seenForm(ACME, "PROC-1", "expense");
      assertEquals(Map.of("PROC-1", "expense"), notes.forms(ACME));
    }
  }

  @Nested
  class A_notice {
    private final Reason nearly = new Reason("X-NEARLY", "快用完了。请购买。", "Nearly used up. Buy more.");
    private final Reason gone = new Reason("X-GONE", "长".repeat(99), "Gone.");
    private DocumentStore documents;
    private Notices notices;

    @BeforeEach
    void make() {
      documents = new TableDocumentStore(table);
      notices = new TableNotices(documents, clock);
    }

    @Test
    void stands_in_the_review_queue_with_its_reason() {
      notices.raise(ACME, "quota:2026-03", nearly);
      DocumentRecord notice = found("quota:2026-03");
      assertEquals(DocumentState.HELD, notice.state());
      assertEquals("notice", notice.kind());
      assertEquals("快用完了", notice.title());
      assertEquals(List.of(nearly), notice.reasons());
      assertEquals(Optional.empty(), notice.dueAt());
      assertEquals(
          List.of(notice),
          documents.list(ACME, Optional.of(DocumentState.HELD), Optional.empty(), 9).items());
    }

    @Test
    void stays_as_it_is_while_its_reason_does() {
      notices.raise(ACME, "quota:2026-03", nearly);
      DocumentRecord first = found("quota:2026-03");
      clock.advance(Duration.ofHours(1));
      notices.raise(ACME, "quota:2026-03", nearly);
      assertEquals(first, found("quota:2026-03"));
    }

    @Test
    void is_stated_anew_when_its_reason_changes() {
      notices.raise(ACME, "quota:2026-03", nearly);
      notices.raise(ACME, "quota:2026-03", gone);
      DocumentRecord notice = found("quota:2026-03");
      assertEquals(List.of(gone), notice.reasons());
      assertEquals("长".repeat(59) + "…", notice.title());
      assertEquals(
          List.of("RAISED", "RESTATED"),
          notice.timeline().stream().map(TimelineEntry::what).toList());
    }

    @Test
    void is_ignored_once_it_is_settled_and_can_come_back() {
      notices.settle(ACME, "quota:2026-03");
      assertEquals(Optional.empty(), documents.find(ACME, DocumentId.ofNotice("quota:2026-03")));
      notices.raise(ACME, "quota:2026-03", nearly);
      notices.settle(OTHER, "quota:2026-03");
      assertEquals(DocumentState.HELD, found("quota:2026-03").state());
      notices.settle(ACME, "quota:2026-03");
      DocumentRecord settled = found("quota:2026-03");
      assertEquals(DocumentState.IGNORED, settled.state());
      assertEquals("PLATFORM-NOTICE-SETTLED", settled.reasons().getFirst().code());
      notices.settle(ACME, "quota:2026-03");
      assertEquals(settled, found("quota:2026-03"));
      notices.raise(ACME, "quota:2026-03", nearly);
      assertEquals(DocumentState.HELD, found("quota:2026-03").state());
    }

    @Test
    void that_no_longer_stands_is_raised_again_though_its_reason_is_the_same() {
      notices.raise(ACME, "quota:2026-03", nearly);
      DocumentRecord put = found("quota:2026-03").changed().state(DocumentState.IGNORED).build();
      documents.save(put).orElseThrow();
      notices.raise(ACME, "quota:2026-03", nearly);
      assertEquals(DocumentState.HELD, found("quota:2026-03").state());
    }

    @Test
    void is_raised_once_by_many_at_the_same_time() {
      Notices slow =
          new TableNotices(
              new ForwardingDocumentStore(documents) {
                @Override
                public Optional<DocumentRecord> save(DocumentRecord next) {
                  notices.raise(ACME, "quota:2026-03", nearly);
                  return super.save(next);
                }
              },
              clock);
      slow.raise(ACME, "quota:2026-03", nearly);
      assertEquals(1, found("quota:2026-03").timeline().size());
    }

    @Test
    void that_can_not_be_saved_is_told_to_the_caller() {
      Notices never =
          new TableNotices(
              new ForwardingDocumentStore(documents) {
                @Override
                public Optional<DocumentRecord> save(DocumentRecord next) {
                  return Optional.empty();
                }
              },
              clock);
      StoreUnreachable failure =
          assertThrows(StoreUnreachable.class, () -> never.raise(ACME, "x", nearly));
      assertTrue(failure.getMessage().contains("TransactionConflict"));
    }

    private DocumentRecord found(String id) {
      return documents.find(ACME, DocumentId.ofNotice(id)).orElseThrow();
    }
  }
}
