package io.dingledger.simulator.judge;

/** What must always be true, with the promise that it stands for and why it matters. */
public enum Invariant {
  LOST_DOCUMENT("P1", "a document that DingTalk has is not known", "nobody will ever book it"),
  SUCCESS_WITHOUT_TRACE(
      "P1",
      "a push was answered success, and it is neither in the queue nor stored",
      "DingTalk will not push it again"),
  HANDLED_WITHOUT_TRACE(
      "P1",
      "a message was taken out of its queue as done, and nothing of it is stored",
      "what it said is forgotten"),
  ORPHAN(
      "P1",
      "work is left, and no sweep will ever look at it",
      "one lost message loses the document"),
  RECORD_GONE("P1", "a stored record, voucher or number was removed", "it guards against repeats"),
  NEVER_AT_REST("P1", "a document did not come to its end", "nobody knows when it will"),
  BOOKED_TWICE("P2", "the ledger's own book has it more than once", "it is paid or counted twice"),
  WRONG_NET("P2", "the ledger's own book does not add up to the approvals", "the books are wrong"),
  SENT_UNASKED(
      "P2", "a request left, and its sender had not just asked", "it may be in the ledger already"),
  SENT_AT_ONCE("P2", "two requests for one voucher were under way", "both may be booked"),
  SENT_TOO_EARLY(
      "P2",
      "the ledger was asked while an earlier request could still appear, and it was sent again",
      "the earlier one may appear after the answer"),
  SENT_UNRECORDED(
      "P2", "a request left that no record speaks of", "who comes next does not know of it"),
  SEND_FORGOTTEN(
      "P2", "the record says that no request can have an effect, and one has or can", "as above"),
  SAID_POSTED(
      "P2", "it is said to be posted, and the ledger's book says otherwise", "it is missing"),
  SAID_NOT_POSTED(
      "P2", "it is said not to be in the ledger, and it is there", "a person acts on it"),
  ILLEGAL_STEP(
      "P2", "a voucher or document took a step that there is not", "the protocol is broken"),
  FENCE(
      "P2", "a worker wrote over another one's claim", "two are at it, each unaware of the other"),
  WRONG_KEY("P2", "a key does not follow from what it names", "a repeat would not be recognised"),
  WRONG_VOUCHER("P3", "a voucher is not what approval and rule book say", "the books are wrong"),
  VOUCHER_CHANGED("P3", "a voucher is not what was stored", "its explanation is not its own"),
  UNBALANCED("P3", "debits and credits of a booked voucher differ", "the books are wrong"),
  WRONG_RULE_BOOK("P4", "a rule book made it that was not in force", "nobody signed for it"),
  GROUNDLESS_HOLD(
      "P5", "a person is to decide, and nothing happened that warrants it", "work for nothing"),
  GROUNDLESS_IGNORE("P5", "it is ignored for a reason that is not true", "nobody will book it"),
  FOREIGN("P6", "one company's work shows in another one's books or records", "tenants never meet"),
  SILENT("P7", "it waits beyond its limit, and nobody can see that or why", "silence"),
  NO_NOTICE("P7", "a connection was found broken, and no notice says so", "silence"),
  TIMELINE("P3", "a timeline is not what was written", "what happened cannot be told any more");

  private final String promise;
  private final String what;
  private final String why;

  Invariant(String promise, String what, String why) {
    this.promise = promise;
    this.what = what;
    this.why = why;
  }

  /** Which promise of the design it stands for: P1 to P7. */
  public String promise() {
    return promise;
  }

  /** What is wrong when it does not hold. */
  public String what() {
    return what;
  }

  /** Why that matters. */
  public String why() {
    return why;
  }
}
