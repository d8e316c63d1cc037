package io.dingledger.retry;

import static io.dingledger.retry.RetryFixture.POST_FAILED;
import static io.dingledger.retry.RetryFixture.TRANSLATE;
import static io.dingledger.retry.RetryFixture.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason is given for something that can happen; a new one without a case won't compile. */
class EveryReasonTest {
  private final RetryFixture fixture = new RetryFixture();

  @ParameterizedTest
  @EnumSource(RetryReason.class)
  void isGiven(RetryReason reason) {
    provoke(reason);
    Reason given = fixture.record().reasons().getFirst();
    assertEquals(reason.code(), given.code());
    assertFalse(given.english().contains("{"), "all places are filled: " + given.english());
    assertFalse(given.chinese().contains("{"), "all places are filled: " + given.chinese());
  }

  private void provoke(RetryReason reason) {
    switch (reason) {
      case REFUSED -> failed(FailureKind.DATA, 1);
      case GAVE_UP -> failed(FailureKind.LOCKED, 13);
      case PARKED -> failed(FailureKind.CONFIG, 1);
      case STILL_TRYING -> failed(FailureKind.LOCKED, 6);
      case UNDELIVERABLE -> fixture.parts.deadLetters().untranslated(TRANSLATE);
    }
  }

  private void failed(FailureKind kind, int times) {
    fixture.translated(fixture.failedTimes(failure(kind), times));
    fixture.parts.retry().afterFailure(POST_FAILED);
  }
}
