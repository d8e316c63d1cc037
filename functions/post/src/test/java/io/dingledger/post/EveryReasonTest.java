package io.dingledger.post;

import static io.dingledger.post.PostFixture.KEY;
import static io.dingledger.post.PostFixture.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.platform.store.Restored;
import io.dingledger.post.PostFixture.ScriptedLedger.Trouble;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason is given for something that can happen; a new one without a case won't compile. */
class EveryReasonTest {
  private final PostFixture fixture = new PostFixture();

  @ParameterizedTest
  @EnumSource(PostReason.class)
  void isGiven(PostReason reason) {
    provoke(reason);
    fixture.post.deliver(WORK);
    Reason given = fixture.record().reasons().getFirst();
    assertEquals(reason.code(), given.code());
    assertFalse(given.english().contains("{"), "all places are filled: " + given.english());
    assertFalse(given.chinese().contains("{"), "all places are filled: " + given.chinese());
  }

  private void provoke(PostReason reason) {
    switch (reason) {
      case LEDGER_REFUSED ->
          fixture.ledger.trouble.add(
              new Trouble(false, Failure.of(FailureKind.DATA, "kingdee-cloud", "X", "because")));
      case KEY_HAS_OTHER_CONTENT ->
          fixture.ledger.nextAnswer =
              Optional.of(new Asked.Different(new LedgerReference("9", "7"), "another account"));
      case KEY_FOUND_TWICE -> fixture.ledger.books.addAll(List.of(KEY, KEY));
      case SUPERSEDED -> fixture.ledger.whileAsked = fixture::supersede;
      case CONNECTION_DOWN ->
          fixture.shutGate(Failure.of(FailureKind.CONFIG, "kingdee-cloud", "X", "because"));
      case VOUCHER_GONE -> postedByTheSecondRequestThenDeleted();
      case SENT_ONCE -> sentToALedgerThatCannotBeAsked();
      case RESTORED -> putBack();
    }
  }

  private void putBack() {
    fixture.ledger.guard = Guard.SENT_ONCE;
    fixture.restored =
        Optional.of(
            new Restored(
                fixture.clock.instant().minusSeconds(7200),
                fixture.clock.instant().minusSeconds(60),
                true));
  }

  private void sentToALedgerThatCannotBeAsked() {
    fixture.ledger.guard = Guard.SENT_ONCE;
    fixture.ledger.trouble.add(new Trouble(false, PostFixture.TIMEOUT));
    fixture.post.deliver(WORK);
  }

  private void postedByTheSecondRequestThenDeleted() {
    fixture.ledger.trouble.add(new Trouble(false, PostFixture.TIMEOUT));
    fixture.post.deliver(WORK);
    fixture.deliverOnceSettled();
    fixture.ledger.books.clear();
    fixture.clock.advance(PostFixture.SETTLING);
  }
}
