package io.dingledger.local.replay;

import io.dingledger.ledgers.Asked;
import io.dingledger.local.replay.Forecast.Finding;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.post.LedgerSource;
import io.dingledger.post.LedgerSource.Connected;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Asks a tenant's ledger for a voucher, for a person who wants to know; it never sends. */
final class LedgerQuestion {
  static final String NOT_ASKABLE = "NOT-ASKABLE";

  private final DocumentStore documents;
  private final LedgerSource ledgers;
  private final InstantSource clock;

  LedgerQuestion(DocumentStore documents, LedgerSource ledgers, InstantSource clock) {
    this.documents = documents;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /** What the ledger says of it. */
  Finding of(DocumentRecord record, Posting posting) {
    Optional<Voucher> voucher = documents.voucher(record.tenant(), record.id(), posting.key());
    if (voucher.isEmpty()) {
      return new Finding.CannotBeAsked("NO-VOUCHER", "no voucher is stored under this key");
    }
    return switch (ledgers.of(record.tenant())) {
      case Answer.Failed<Connected>(Failure why) -> silent(why);
      case Answer.Got<Connected>(Connected connected) -> of(posting, voucher.get(), connected);
    };
  }

  private Finding of(Posting posting, Voucher voucher, Connected connected) {
    if (!connected.ledger().guard().canBeAsked()) {
      return new Finding.CannotBeAsked(NOT_ASKABLE, "this ledger has no way to be asked");
    }
    return switch (connected.ledger().ask(voucher)) {
      case Asked.Absent absent -> absent(posting, connected);
      case Asked.Found(var reference) -> new Finding.AlreadyThere(reference);
      case Asked.Different(var reference, String difference) ->
          new Finding.Different(List.of(reference), difference);
      case Asked.Several(var references) ->
          new Finding.Different(references, references.size() + " vouchers under one key");
      case Asked.Failed(Failure why) -> silent(why);
    };
  }

  private Finding absent(Posting posting, Connected connected) {
    return settlesAt(posting, connected)
        .<Finding>map(Finding.Settling::new)
        .orElseGet(Finding.New::new);
  }

  /** Until when an earlier request may still have its effect, were the ledger asked or not. */
  Optional<Instant> settlesAt(DocumentRecord record, Posting posting) {
    return switch (ledgers.of(record.tenant())) {
      case Answer.Failed<Connected> unknown -> Optional.empty();
      case Answer.Got<Connected>(Connected connected) -> settlesAt(posting, connected);
    };
  }

  private Optional<Instant> settlesAt(Posting posting, Connected connected) {
    Instant now = clock.instant();
    Duration left = posting.unsettled(connected.settlingTime(), posting.sends(), now);
    return left.isPositive() ? Optional.of(now.plus(left)) : Optional.empty();
  }

  private static Finding silent(Failure why) {
    return new Finding.CannotBeAsked(why.code(), why.system() + ": " + why.detail());
  }
}
