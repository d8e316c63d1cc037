package io.dingledger.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.failure.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason is given for something that can happen; a new one without a case won't compile. */
class EveryReasonTest {
  private final TranslateFixture fixture = new TranslateFixture();

  @ParameterizedTest
  @EnumSource(TranslateReason.class)
  void isGiven(TranslateReason reason) {
    DocumentId document = provoke(reason);
    Reason given =
        fixture
            .documents
            .find(TranslateFixture.TENANT, document)
            .orElseThrow()
            .reasons()
            .getFirst();
    assertEquals(reason.code(), given.code());
    assertFalse(given.english().contains("{"), "all places are filled: " + given.english());
    assertFalse(given.chinese().contains("{"), "all places are filled: " + given.chinese());
  }

  private DocumentId provoke(TranslateReason reason) {
    switch (reason) {
      case EVENT_OUT_OF_SCOPE -> {
        fixture.handle(fixture.event("e-9", new EventSubject.OutOfScope("another event")));
        return DocumentId.ofEvent("e-9");
      }
      case STILL_RUNNING -> fixture.happens("e-1", Phase.START);
      case REFUSED -> fixture.handle(fixture.event("e-1", Phase.FINISH, Result.REFUSE));
      case TERMINATED -> fixture.happens("e-1", Phase.TERMINATE);
      case ENDED_AFTER_POSTING -> {
        fixture.happens("e-1", Phase.FINISH);
        fixture.happens("e-2", Phase.DELETE);
      }
      case CONTRADICTING_EVENTS -> {
        fixture.happens("e-1", Phase.TERMINATE);
        fixture.happens("e-2", Phase.FINISH);
      }
      case NO_TENANT, NO_RULE_BOOK, RULE_BOOK_INVALID -> {
        fixture.source = tenant -> TranslationTest.unusable(reason);
        fixture.happens("e-1", Phase.FINISH);
      }
    }
    return TranslateFixture.DOCUMENT;
  }
}
