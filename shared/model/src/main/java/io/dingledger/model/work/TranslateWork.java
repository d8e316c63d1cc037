package io.dingledger.model.work;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.Tenant;
import java.time.Instant;
import java.time.YearMonth;

/** What the translate step is asked to do: the content of the events queue. */
public sealed interface TranslateWork {
  /** Whose it is. */
  Tenant tenant();

  /** Something happened at DingTalk. */
  record Happened(SourceEvent event) implements TranslateWork {
    @Override
    public Tenant tenant() {
      return event.tenant();
    }
  }

  /** A known document is due for another try. */
  record Again(Tenant tenant, DocumentId document) implements TranslateWork {}

  /**
   * Somebody asks to process a document again that waits for a person or was ignored, by the rule
   * book that is in force on its date now.
   *
   * @param by who asks
   */
  record Retranslate(Tenant tenant, DocumentId document, Signer by) implements TranslateWork {}

  /**
   * The results of a person's day were read again.
   *
   * @param tenant whose it is
   * @param day whose day
   * @param results the rows of {@code /attendance/list} of this person and day, a JSON array
   * @param readAt when they were read (UTC); of two readings the later one counts
   */
  record DayRead(Tenant tenant, EventSubject.PersonDay day, String results, Instant readAt)
      implements TranslateWork {}

  /**
   * A month of pay is over and is to be summed up. A repeat finds it closed, or goes on where an
   * earlier try stopped.
   *
   * @param tenant whose it is
   * @param month which
   * @param by who wants it: {@code patrol}, or a person
   */
  record ClosePeriod(Tenant tenant, YearMonth month, String by) implements TranslateWork {}

  /**
   * Another system than DingTalk sent a document, or says that there is news of one. Who sent it
   * was verified; what it says is in the text.
   *
   * @param tenant whose it is
   * @param document which, see {@link DocumentId#ofInbound}
   * @param messageId the sender's id of the message, the same when it is sent again
   * @param text the message's body as it arrived, without credentials
   * @param receivedAt when (UTC); of two contents of a document the later one counts
   */
  record Received(
      Tenant tenant, DocumentId document, String messageId, String text, Instant receivedAt)
      implements TranslateWork {}
}
