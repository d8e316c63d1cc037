package io.dingledger.translate;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.PostWork;
import io.dingledger.platform.store.DocumentStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * A ledger and a post step in short: claim, ask, send, record, one move at a time, so that anything
 * can happen in between. What is superseded is never sent: it is asked for and, when the ledger has
 * not got it, withdrawn.
 */
final class ModelLedger {
  private static final Duration LEASE = Duration.ofMinutes(3);
  private static final Failure TIMEOUT =
      Failure.of(FailureKind.AMBIGUOUS, "ledger", "TIMEOUT", "no answer");

  final Map<VoucherKey, Voucher> booked = new LinkedHashMap<>();
  private final DocumentStore documents;
  private final Clock clock;
  private final Random random;

  ModelLedger(DocumentStore documents, Clock clock, Random random) {
    this.documents = documents;
    this.clock = clock;
    this.random = random;
  }

  /** The sum of each account, debit positive, zeros left out. */
  Map<String, Money> balance() {
    Map<String, Money> balance = new TreeMap<>();
    for (Voucher voucher : booked.values()) {
      voucher
          .lines()
          .forEach(
              line ->
                  balance.merge(
                      line.account() + line.dimensions(),
                      line.side() == Side.DEBIT ? line.amount() : line.amount().negated(),
                      Money::plus));
    }
    balance.values().removeIf(Money::isZero);
    return balance;
  }

  /** One move of one delivery; true while the voucher still has to be moved. */
  boolean move(PostWork work) {
    DocumentRecord record = documents.find(work.tenant(), work.document()).orElseThrow();
    Posting posting = record.posting(work.key()).orElseThrow();
    return switch (posting.state()) {
      case READY, UNKNOWN -> saved(record, posting.claimed(clock.instant(), LEASE));
      case CLAIMED -> asked(record, posting);
      case SENDING -> sent(record, posting);
      case POSTED -> confirmed(record, posting);
      case CONFLICT, REJECTED, PARKED, WITHDRAWN -> false;
    };
  }

  private boolean saved(DocumentRecord record, Posting moved) {
    documents.save(record.with(moved));
    return true;
  }

  private boolean asked(DocumentRecord record, Posting posting) {
    if (posting.leaseUntil().filter(clock.instant()::isBefore).isEmpty()) {
      return saved(record, posting.abandoned(clock.instant(), clock.instant()));
    }
    boolean unwanted = posting.purpose() == Purpose.RECORD && record.supersededBy().isPresent();
    if (booked.containsKey(posting.key())) {
      return saved(record, posted(posting));
    }
    return saved(record, unwanted ? posting.withdrawn() : posting.sending(clock.instant()));
  }

  /** The request leaves under the fence; its answer may be lost on either way. */
  private boolean sent(DocumentRecord record, Posting posting) {
    if (posting.leaseUntil().filter(clock.instant()::isBefore).isEmpty()) {
      return saved(record, posting.abandoned(clock.instant(), clock.instant()));
    }
    int fate = random.nextInt(6);
    if (fate != 0) {
      Voucher voucher =
          documents.voucher(record.tenant(), record.id(), posting.key()).orElseThrow();
      assertTrue(booked.put(posting.key(), voucher) == null, "never sent twice: " + voucher);
    }
    return saved(record, fate < 2 ? posting.failed(TIMEOUT, clock.instant()) : posted(posting));
  }

  private Posting posted(Posting posting) {
    LedgerReference reference =
        new LedgerReference("id-" + posting.key(), Integer.toString(booked.size()));
    Instant confirmAt = clock.instant().plus(Duration.ofMinutes(1));
    return posting.sends() > 1 || random.nextInt(8) == 0
        ? posting.postedUnconfirmed(reference, confirmAt)
        : posting.posted(reference);
  }

  private boolean confirmed(DocumentRecord record, Posting posting) {
    return posting.awaitsConfirmation() && saved(record, posting.confirmed());
  }

  /** What records a document and is not taken back. */
  Map<VoucherKey, Voucher> effective() {
    Map<VoucherKey, Voucher> effective = new LinkedHashMap<>();
    booked.forEach(
        (key, voucher) -> {
          VoucherKey reverse =
              VoucherKey.of(TranslateFixture.TENANT, voucher.document(), Purpose.REVERSE, 1);
          if (voucher.purpose() == Purpose.RECORD) {
            Optional<Voucher> red = Optional.ofNullable(booked.get(reverse));
            red.ifPresent(taken -> assertTakesBack(voucher, taken));
            if (red.isEmpty()) {
              effective.put(key, voucher);
            }
          }
        });
    return effective;
  }

  private static void assertTakesBack(Voucher voucher, Voucher red) {
    assertNotEquals(voucher.document(), red.document());
    assertTrue(red.debit().equals(voucher.debit().negated()), "the same amount, negative");
  }

  /** Whether anything is still on its way. */
  static boolean isOpen(Posting posting) {
    return posting.state() != PostingState.PARKED && !posting.isAtRest();
  }
}
