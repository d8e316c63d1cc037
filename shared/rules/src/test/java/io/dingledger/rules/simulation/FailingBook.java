package io.dingledger.rules.simulation;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.Closing;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.book.PeriodVouchers;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A rule book with a bug: it fails at one document, or at one month. */
record FailingBook(RuleBook sound, String at) implements RuleBook {
  private void failAt(String what) {
    if (what.equals(at)) {
      throw new IllegalStateException("on purpose");
    }
  }

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
    failAt(written.id().value());
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
    failAt(month.toString());
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
