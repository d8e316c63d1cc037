package io.dingledger.platform.acting;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import java.util.Optional;

/**
 * What one message is about.
 *
 * @param tenant whose it is; empty for what is about all tenants
 * @param document which document, when the message names one
 * @param event DingTalk's or the sender's id of the event, when the message carries one
 * @param attempt how often the queue has handed this message out, 1 for the first time
 */
public record Subject(
    Optional<Tenant> tenant, Optional<DocumentId> document, Optional<String> event, int attempt) {
  /** Nothing that is known yet. */
  public static final Subject NOTHING =
      new Subject(Optional.empty(), Optional.empty(), Optional.empty(), 1);

  /** What a message of the events queue is about. */
  public static Subject of(TranslateWork work) {
    return switch (work) {
      case TranslateWork.Happened happened ->
          new Subject(
              Optional.of(happened.tenant()),
              Optional.empty(),
              Optional.of(happened.event().eventId()),
              1);
      case TranslateWork.Again again -> of(again.tenant(), again.document());
      case TranslateWork.Retranslate again -> of(again.tenant(), again.document());
      case TranslateWork.DayRead day -> of(day.tenant());
      case TranslateWork.ClosePeriod close -> of(close.tenant());
      case TranslateWork.Received received ->
          new Subject(
              Optional.of(received.tenant()),
              Optional.of(received.document()),
              Optional.of(received.messageId()),
              1);
    };
  }

  /** What a message of the vouchers queue is about. */
  public static Subject of(PostWork work) {
    return of(work.tenant(), work.document());
  }

  /** What a message of the failures queue is about. */
  public static Subject of(RetryWork work) {
    return switch (work) {
      case RetryWork.TryFailed failed -> of(failed.tenant(), failed.document());
      case RetryWork.ConnectionBack back -> of(back.tenant());
      case RetryWork.Sweep all -> NOTHING;
    };
  }

  /** What a message of the patrol queue is about. */
  public static Subject of(PatrolWork work) {
    return switch (work) {
      case PatrolWork.Round round -> of(round.tenant());
      case PatrolWork.WriteBack back -> of(back.tenant(), back.document());
      case PatrolWork.Tick all -> NOTHING;
    };
  }

  /** A tenant as a whole. */
  public static Subject of(Tenant tenant) {
    return new Subject(Optional.of(tenant), Optional.empty(), Optional.empty(), 1);
  }

  /** The same, handed out so many times. */
  public Subject tried(int times) {
    return new Subject(tenant, document, event, times);
  }

  private static Subject of(Tenant tenant, DocumentId document) {
    return new Subject(Optional.of(tenant), Optional.of(document), Optional.empty(), 1);
  }
}
