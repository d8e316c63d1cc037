package io.dingledger.local.replay;

import io.dingledger.local.replay.Forecast.Finding;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingByHand;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.post.LedgerSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes a person's word for whether the ledger has a voucher, where no machine may decide: it is in
 * CONFLICT, or was given up in doubt. What the ledger itself can tell is asked for first, and a
 * word that contradicts it is refused.
 */
public final class SettleDesk {
  private final DocumentStore documents;
  private final LedgerQuestion question;
  private final InstantSource clock;

  /** A desk. */
  public SettleDesk(DocumentStore documents, LedgerSource ledgers, InstantSource clock) {
    this.documents = documents;
    this.question = new LedgerQuestion(documents, ledgers, clock);
    this.clock = clock;
  }

  /** What the person says. */
  public sealed interface Word {
    /** It is there, under this id and number. */
    record There(LedgerReference reference) implements Word {}

    /** It is not there: send it again. */
    record Absent() implements Word {}
  }

  /** What became of it. */
  public sealed interface Settled {
    /** It is noted. */
    record Done(DocumentRecord record, VoucherKey key) implements Settled {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements Settled {}
  }

  /**
   * Settles a voucher.
   *
   * @param key which; empty for the only one of the document that is in doubt
   * @param by who answers for it
   */
  public Settled settle(DocumentRecord record, Optional<String> key, Word word, Signer by) {
    List<Posting> meant =
        record.postings().stream()
            .filter(
                posting ->
                    key.map(wanted -> wanted.equals(posting.key().value()))
                        .orElseGet(() -> PostingByHand.isInDoubt(posting)))
            .toList();
    if (meant.size() != 1) {
      return refused(ReplayReason.VOUCHER_UNKNOWN, record.id(), key.orElse("?"));
    }
    Posting posting = meant.getFirst();
    if (!PostingByHand.isInDoubt(posting)) {
      return refused(ReplayReason.NOT_IN_DOUBT, posting.key(), posting.state());
    }
    Optional<Reason> contradicted = contradicted(record, posting, word);
    return contradicted.isPresent()
        ? new Settled.Refused(contradicted.get())
        : noted(record, posting, word, by);
  }

  private Optional<Reason> contradicted(DocumentRecord record, Posting posting, Word word) {
    Optional<Instant> settlesAt = question.settlesAt(record, posting);
    if (word instanceof Word.Absent && settlesAt.isPresent()) {
      return Optional.of(Reason.of(ReplayReason.NOT_SETTLED, posting.key(), settlesAt.get()));
    }
    return switch (question.of(record, posting)) {
      case Finding.New nothing -> Optional.empty();
      case Finding.Settling nothing -> Optional.empty();
      case Finding.AlreadyThere(LedgerReference shown) ->
          contradicted(posting, word, List.of(shown));
      case Finding.Different(var shown, String difference) -> contradicted(posting, word, shown);
      case Finding.CannotBeAsked(String code, String detail) ->
          code.equals(LedgerQuestion.NOT_ASKABLE)
              ? Optional.empty()
              : Optional.of(
                  Reason.of(ReplayReason.LEDGER_SILENT, record.tenant().id(), code, detail));
    };
  }

  private static Optional<Reason> contradicted(
      Posting posting, Word word, List<LedgerReference> shown) {
    return switch (word) {
      case Word.Absent no ->
          Optional.of(Reason.of(ReplayReason.IS_THERE, posting.key(), words(shown)));
      case Word.There(LedgerReference said) ->
          shown.stream().anyMatch(each -> each.id().equals(said.id()))
              ? Optional.empty()
              : Optional.of(
                  Reason.of(ReplayReason.OTHER_ID, posting.key(), said.id(), words(shown)));
    };
  }

  private Settled noted(DocumentRecord record, Posting posting, Word word, Signer by) {
    Instant now = clock.instant();
    boolean inDoubtItself = OperatorsHand.isInDoubtItself(record);
    DocumentRecord moved =
        switch (word) {
          case Word.There(LedgerReference said) ->
              record.with(PostingByHand.settledThere(posting, said));
          case Word.Absent no -> record.with(PostingByHand.settledAbsent(posting, now));
        };
    DocumentRecord next =
        inDoubtItself
            ? moved.changed().state(DocumentState.HELD).reasons(record.reasons()).build()
            : OperatorsHand.withoutReasons(moved);
    return documents
        .save(next.noting(now, by.id(), what(word), detail(posting, word)))
        .<Settled>map(saved -> new Settled.Done(saved, posting.key()))
        .orElseGet(() -> refused(ReplayReason.MOVED, record.id()));
  }

  private static String what(Word word) {
    return switch (word) {
      case Word.There there -> "SETTLED_THERE";
      case Word.Absent no -> "SETTLED_ABSENT";
    };
  }

  private static String detail(Posting posting, Word word) {
    return switch (word) {
      case Word.There(LedgerReference said) ->
          posting.key() + " = " + said.number() + " (" + said.id() + "), was " + posting.state();
      case Word.Absent no -> posting.key() + " to be sent again, was " + posting.state();
    };
  }

  private static String words(List<LedgerReference> shown) {
    return shown.stream()
        .map(each -> each.number() + " (" + each.id() + ")")
        .collect(Collectors.joining(", "));
  }

  private static Settled refused(ReplayReason why, Object... arguments) {
    return new Settled.Refused(Reason.of(why, arguments));
  }
}
