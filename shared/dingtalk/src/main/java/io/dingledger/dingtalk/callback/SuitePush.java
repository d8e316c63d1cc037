package io.dingledger.dingtalk.callback;

import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Secret;
import java.time.Instant;

/** One thing that a third-party app was told: a row of a SyncHTTP push, or a whole older push. */
public sealed interface SuitePush {
  /**
   * DingTalk tries whether the URL answers; nothing to keep.
   *
   * @param type which check it was
   */
  record UrlCheck(String type) implements SuitePush {}

  /**
   * The app's newest ticket: to be kept, whatever came before, if it is not older than the kept
   * one.
   *
   * @param ticket the ticket; it never prints itself
   * @param at when DingTalk made it (UTC), never later than its arrival
   */
  record Ticket(Secret ticket, Instant at) implements SuitePush {}

  /**
   * A company has the app, as far as this tells: it authorised it, changed what it authorised, or
   * switched it on again. Rows are overwritten, so a change may be all that is ever heard of an
   * authorisation.
   *
   * @param corpId the company; {@link io.dingledger.model.tenant.Suite#tenantOf} takes it
   * @param name the company's name, or empty when the push has none
   * @param at when it was said (UTC), never later than its arrival
   */
  record Authorised(String corpId, String name, Instant at) implements SuitePush {}

  /**
   * A company no longer has the app: it withdrew the authorisation, stopped or removed the app, or
   * was dissolved.
   *
   * @param corpId the company
   * @param at when it was said (UTC), never later than its arrival
   */
  record Relieved(String corpId, Instant at) implements SuitePush {}

  /** Something that concerns a company: to be queued for its tenant. */
  record Happened(SourceEvent event) implements SuitePush {}

  /** Understood, nothing for us, and about no company: nothing to keep. */
  record Nothing(Reason reason) implements SuitePush {}

  /**
   * It can't be read and names no company whose event it could be: to be kept for the operator.
   *
   * @param id the same for repeats of the same content
   * @param raw the content as pushed, without tickets and codes; JSON text
   * @param reason why
   */
  record Unreadable(String id, String raw, Reason reason) implements SuitePush {
    /** The content may hold personal data. */
    @Override
    public String toString() {
      return "Unreadable[" + id + ", " + reason.code() + "]";
    }
  }
}
