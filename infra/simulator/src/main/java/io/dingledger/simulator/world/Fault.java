package io.dingledger.simulator.world;

/** Everything that can go wrong, with how often it does at each opportunity. */
public enum Fault {
  // No faults at all, but like them drawn, and left out of a run to make it smaller.
  /** There is one more company. */
  ANOTHER_COMPANY(0.7),
  /** A company has one more claim. */
  ANOTHER_CLAIM(0.5),

  // Processes.
  /** The process dies before the call. */
  DEATH_BEFORE(0.002),
  /** The process dies after the call had its effect. */
  DEATH_AFTER(0.002),
  /** The process dies while its request is on the way; that has its effect a while later. */
  DEATH_WHILE(0.002),
  /** The call takes long, and others run meanwhile. */
  SLOW_CALL(0.02),
  /** The call takes minutes: leases and visibility time-outs end meanwhile. */
  STUCK_CALL(0.001),

  // Queues.
  /** A message is delivered once more while the first who received it may still be at it. */
  MESSAGE_REPEATED(0.02),
  /** A message comes later than others sent after it. */
  MESSAGE_DELAYED(0.05),
  /** A message comes up to eight days late. */
  MESSAGE_VERY_LATE(0.001),
  /** A batch was handled, and its answer is lost. */
  BATCH_TORN(0.01),
  /** No queue takes a message for hours. */
  QUEUES_AWAY(0.03),
  /** The queue does not take a message. */
  QUEUE_UNREACHABLE(0.004),
  /** The queue took a message, and its answer is lost. */
  QUEUE_ANSWER_LOST(0.004),
  /** Something unreadable is in the queue. */
  MESSAGE_POISONED(0.1),

  // Table.
  /** The table gives no answer for hours. */
  TABLE_AWAY(0.02),
  /** The table gives no answer and does nothing. */
  TABLE_UNREACHABLE(0.004),
  /** A write was made, and its answer is lost. */
  TABLE_ANSWER_LOST(0.004),
  /** No answer comes in time, and the write is made a while later all the same. */
  TABLE_ANSWERS_LATE(0.003),
  /** A condition is said not to hold, because somebody else was writing at that moment. */
  TABLE_CONTENDED(0.004),
  /** An index does not show the last moments. */
  INDEX_STALE(0.05),

  // DingTalk.
  /** A callback is pushed more than once. */
  CALLBACK_REPEATED(0.3),
  /** A callback is pushed only together with that of the change of its document. */
  CALLBACK_WITH_ITS_CHANGE(0.1),
  /** A callback is pushed late, up to eight days. */
  CALLBACK_LATE(0.1),
  /** A callback is never pushed; DingTalk lists it among those that failed. */
  CALLBACK_LOST(0.05),
  /** A company's app pushes an event that names another company. */
  PUSH_OF_ANOTHER_COMPANY(0.05),
  /** The detail does not say yet what the callback said. */
  DETAIL_LAGS(0.1),
  /** DingTalk wants fewer calls. */
  DINGTALK_THROTTLES(0.02),
  /** The access token was rotated. */
  DINGTALK_TOKEN(0.01),
  /** DingTalk answers with an error. */
  DINGTALK_ERROR(0.02),

  // Ledger.
  /** The voucher is booked, and the answer never comes. */
  LEDGER_COMMITS_THEN_TIMES_OUT(0.1),
  /** The voucher is booked, and the answer is status 500. */
  LEDGER_COMMITS_THEN_500(0.02),
  /** The voucher is booked, and the answer is status 200 with an error inside. */
  LEDGER_COMMITS_THEN_ERROR_INSIDE_200(0.02),
  /** The voucher is booked, and the answer is a web page. */
  LEDGER_COMMITS_THEN_PAGE(0.02),
  /** The voucher is booked and becomes visible only later. */
  LEDGER_SHOWS_LATE(0.03),
  /** Nothing is booked, and no answer comes. */
  LEDGER_TIMES_OUT(0.05),
  /** Status 500 without effect. */
  LEDGER_500(0.03),
  /** Status 200 with an error inside, without effect. */
  LEDGER_ERROR_INSIDE_200(0.02),
  /** A web page instead of an answer, without effect. */
  LEDGER_PAGE(0.02),
  /** The session is lost. */
  LEDGER_SESSION(0.02),
  /** Too many calls. */
  LEDGER_THROTTLES(0.03),
  /** Somebody else holds a lock. */
  LEDGER_LOCKED(0.02),
  /** The question was answered, and the answer comes up to a minute later. */
  SLOW_ANSWER(0.02),
  /** A person copies a voucher in the ledger, its mark included. */
  VOUCHER_COPIED_BY_HAND(0.03),
  /** A person changes a voucher in the ledger. */
  VOUCHER_CHANGED_BY_HAND(0.03),
  /** The question gets no answer. */
  LEDGER_ASK_FAILS(0.03),

  // The company and its people.
  /** The period is closed for a while. */
  PERIOD_CLOSES(0.05),
  /** The company withdraws its authorisation for a while, or the operator suspends it. */
  TENANT_SUSPENDED(0.05),
  /** The ledger refuses the credentials for some hours. */
  LEDGER_SUSPENDED(0.12),
  /** DingTalk seals callbacks with a new key before we know it. */
  CALLBACK_KEY_ROTATED(0.05),
  /** Secrets are sealed by a new key. */
  KEY_ROTATED(0.05),
  /** The month's calls to DingTalk are used up. */
  DINGTALK_QUOTA(0.03),
  /** The rule book is changed while documents are under way. */
  RULE_BOOK_CHANGED(0.3),
  /** Days pass between the start of an approval and its end. */
  APPROVAL_TAKES_DAYS(0.15),
  /** The document is changed by another approval. */
  DOCUMENT_MODIFIED(0.3),
  /** The changed document is changed once more. */
  DOCUMENT_MODIFIED_AGAIN(0.2),
  /** The document is withdrawn by another approval. */
  DOCUMENT_WITHDRAWN(0.3),

  // Surroundings.
  /** The world's clock jumps forward by a day. */
  CLOCK_JUMPS(0.05),
  /** The world's clock jumps to half a minute before the end of a month, perhaps of a year. */
  CLOCK_JUMPS_TO_MONTH_END(0.04),
  /** The clock of one container is some seconds ahead or behind. */
  ONE_CLOCK_OFF(0.2),
  /** The clock of one container jumps by an hour or a day while it works. */
  ONE_CLOCK_JUMPS(0.0002),
  /** The key service gives no answer for a while. */
  KEYS_UNREACHABLE(0.003),
  /** The key service gives no answer for hours. */
  KEYS_AWAY(0.03),
  /** Notices cannot be written. */
  ALERTS_DOWN(0.05);

  private final double often;

  Fault(double often) {
    this.often = often;
  }

  /** Whether it is no fault, but more of the world. */
  public boolean isOfTheWorld() {
    return this == ANOTHER_COMPANY || this == ANOTHER_CLAIM;
  }

  /** How often it happens at an opportunity. */
  double often() {
    return often;
  }

  /** Whether it is drawn once for a company or document, rather than at calls. */
  boolean isOfThePlan() {
    return switch (this) {
      case ANOTHER_COMPANY,
          ANOTHER_CLAIM,
          PERIOD_CLOSES,
          TENANT_SUSPENDED,
          TABLE_AWAY,
          QUEUES_AWAY,
          KEYS_AWAY,
          APPROVAL_TAKES_DAYS,
          PUSH_OF_ANOTHER_COMPANY,
          LEDGER_SUSPENDED,
          CALLBACK_KEY_ROTATED,
          KEY_ROTATED,
          DINGTALK_QUOTA,
          DOCUMENT_MODIFIED_AGAIN,
          CLOCK_JUMPS_TO_MONTH_END,
          MESSAGE_POISONED,
          RULE_BOOK_CHANGED,
          DOCUMENT_MODIFIED,
          DOCUMENT_WITHDRAWN,
          CLOCK_JUMPS,
          ONE_CLOCK_OFF,
          ALERTS_DOWN,
          CALLBACK_REPEATED,
          CALLBACK_WITH_ITS_CHANGE,
          CALLBACK_LATE,
          CALLBACK_LOST ->
          true;
      default -> false;
    };
  }
}
