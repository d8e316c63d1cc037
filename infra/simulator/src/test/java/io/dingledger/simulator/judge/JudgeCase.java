package io.dingledger.simulator.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.platform.store.DocumentStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A judge, and what workers do under his eyes. */
abstract class JudgeCase {
  static final Duration LEASE = Duration.ofSeconds(330);
  static final Voucher VOUCHER = FakeScene.voucher("545.25");
  static final Sent LOST =
      new Sent.Failed(Failure.of(FailureKind.AMBIGUOUS, "ledger", "TIME-OUT", "no answer"));

  final FakeScene scene = new FakeScene();
  final DocumentStore documents = scene.stores().documents();

  /** A ledger that exists for what it says of itself. */
  static final class Weak implements Ledger {
    @Override
    public Checkup test() {
      return new Checkup(List.of());
    }

    @Override
    public MasterData read(MasterData.Kind kind) {
      return new MasterData.NotOffered();
    }

    @Override
    public Asked ask(Voucher voucher) {
      return new Asked.Absent(voucher.key());
    }

    @Override
    public Sent send(Voucher voucher, Asked.Absent asked) {
      return LOST;
    }

    @Override
    public Attached attach(LedgerReference voucher, Attached.File file) {
      return new Attached.NotOffered();
    }

    @Override
    public Duration longestSend() {
      return Duration.ofSeconds(120);
    }
  }

  DocumentRecord announced() {
    return documents.save(scene.announced()).orElseThrow();
  }

  DocumentRecord translated(Voucher voucher) {
    DocumentRecord next =
        announced()
            .changed()
            .state(DocumentState.POSTING)
            .postings(
                List.of(
                    Posting.ready(
                        voucher.key(), Purpose.RECORD, scene.now.plus(Duration.ofMinutes(5)))))
            .build()
            .noting(scene.now, "translate", "TRANSLATED", "");
    return documents
        .saveTranslated(
            next,
            new DocumentStore.Source("{}", Optional.empty(), Optional.empty()),
            List.of(voucher))
        .orElseThrow();
  }

  DocumentRecord moved(DocumentRecord record, UnaryOperator<Posting> step) {
    Posting next = step.apply(record.postings().getFirst());
    return documents
        .save(record.with(next).noting(scene.now, "post", next.state().name(), ""))
        .orElseThrow();
  }

  DocumentRecord sending() {
    DocumentRecord claimed =
        moved(translated(VOUCHER), posting -> posting.claimed(scene.now, LEASE));
    return moved(
        claimed, posting -> posting.sending(scene.now, scene.now.plus(Duration.ofSeconds(120))));
  }

  void asks() {
    scene.judge.asked(scene, scene.company, VOUCHER, new Asked.Absent(VOUCHER.key()));
  }

  void sends() {
    scene.judge.sending(scene, scene.company, new Weak(), VOUCHER);
  }

  void ends(Sent answer) {
    scene.judge.sent(scene, scene.company, VOUCHER, Optional.of(answer));
  }

  void assertBroken(Invariant... broken) {
    assertEquals(
        List.of(broken).stream().map(Enum::name).sorted().toList(),
        scene.broken().stream().sorted().toList(),
        () -> scene.judge.violations().toString());
  }

  static Failure failure() {
    return Failure.of(FailureKind.TRANSIENT, "ledger", "HTTP-500", "");
  }
}
