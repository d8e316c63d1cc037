package io.dingledger.local.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.rulebook.TryOut.Tried;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.platform.Platform;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import io.dingledger.rules.Checked;
import io.dingledger.rules.Closing;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.RuleBooks;
import io.dingledger.rules.Translation;
import io.dingledger.rules.book.PeriodVouchers;
import io.dingledger.translate.StoredCases;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule book that the program fails at is not proven. */
class TryOutTest {
  private static final String VERSION = "v-000000000001";

  @TempDir Path folder;

  private Tried tried(RuleBook book) {
    Platform platform =
        new Platform(
            new MemoryTable(), KeyFileWrap.at(folder.resolve("key")), new HandClock(Samples.NOW));
    return new TryOut(
            platform.documents(), new StoredCases(platform.documents(), platform.directory()))
        .of(Samples.settings("demo", "callback-key"), VERSION, book);
  }

  private static RuleBook sound() {
    return assertInstanceOf(Checked.Valid.class, RuleBooks.check(DemoCompany.ruleBook())).book();
  }

  @Test
  void a_sound_book_is_proven_by_the_examples() {
    Tried.Proven proven = assertInstanceOf(Tried.Proven.class, tried(sound()));
    assertTrue(proven.proof().abnormal().size() >= 3);
  }

  @Test
  void a_book_that_the_program_fails_at_is_refused_with_the_number_of_documents() {
    Tried.Failed failed =
        assertInstanceOf(
            Tried.Failed.class, tried(new FailingBook(sound(), "example-expense-zero")));
    assertEquals("RULEBOOK-SIMULATION-FAILED", failed.reason().code());
    assertTrue(failed.reason().english().contains("at 1 documents"), failed.reason().english());
  }

  /** Fails at one document. */
  private record FailingBook(RuleBook sound, String at) implements RuleBook {
    @Override
    public Optional<Reason> outOfScope(EventSubject.Approval approval) {
      return sound.outOfScope(approval);
    }

    @Override
    public Optional<Reason> outOfScope(DocumentKind kind) {
      return sound.outOfScope(kind);
    }

    @Override
    public Set<String> processCodes() {
      return sound.processCodes();
    }

    @Override
    public Set<String> categories() {
      return sound.categories();
    }

    @Override
    public Translation translate(
        Context context, ApprovalDetail detail, Optional<Reading> suite, Directory directory) {
      return sound.translate(context, detail, suite, directory);
    }

    @Override
    public Translation translateWritten(
        Context context, DocumentKind kind, ApprovalDetail written, Directory directory) {
      if (written.id().value().equals(at)) {
        throw new IllegalStateException("on purpose");
      }
      return sound.translateWritten(context, kind, written, directory);
    }

    @Override
    public Translation translateWritten(Context context, Reading typed, Directory directory) {
      return sound.translateWritten(context, typed, directory);
    }

    @Override
    public Translation translate(Context context, Reading fact) {
      return sound.translate(context, fact);
    }

    @Override
    public Closing close(Context context, YearMonth month, List<PayItem> items) {
      return sound.close(context, month, items);
    }

    @Override
    public boolean countsUsage(DocumentKind kind) {
      return sound.countsUsage(kind);
    }

    @Override
    public Optional<PeriodVouchers> period() {
      return sound.period();
    }
  }
}
