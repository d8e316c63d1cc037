package io.dingledger.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.platform.queue.QueueUnreachable;
import org.junit.jupiter.api.Test;

class StumbleTest {
  private static final RuntimeException BUG =
      new IllegalStateException("张三", new NumberFormatException("12.50"));

  @Test
  void aBugIsPoisonAndItsWordsStayInside() {
    Failure failure = Stumble.failure(BUG);
    assertEquals(
        Failure.of(FailureKind.POISON, "dingledger", "IllegalStateException", "see the log"),
        failure);
  }

  @Test
  void aQueueThatDoesNotAnswerIsAPassingFault() {
    assertEquals(
        FailureKind.TRANSIENT, Stumble.failure(new QueueUnreachable("failures", BUG)).kind());
  }

  @Test
  void thePlacesNameClassesAndLinesButNoMessage() {
    String places = Stumble.places(BUG);
    assertTrue(places.startsWith("java.lang.IllegalStateException at " + getClass().getName()));
    assertTrue(places.contains("; caused by java.lang.NumberFormatException at "));
    assertFalse(places.contains("张三"));
    assertFalse(places.contains("12.50"));
  }
}
