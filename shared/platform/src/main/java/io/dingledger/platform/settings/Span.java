package io.dingledger.platform.settings;

import java.time.Duration;

/**
 * A span of time that an operator may set, with the value it has when he does not and the reason
 * for that value. The setting's name is the same in a function's environment and, on one machine,
 * among the system properties. What the spans have to do with each other is in {@link Rule}.
 */
public enum Span {
  INTAKE_CALL(
      Duration.ofMillis(1500),
      "One call of intake to the table, the keys or the queue. DingTalk waits for about a second:"
          + " an error in time, which it repeats, is better than silence."),
  INTAKE_TIMEOUT(
      Duration.ofSeconds(5), "What three calls may take that go wrong one after another."),

  TRANSLATE_TIMEOUT(
      Duration.ofSeconds(180),
      "Four documents in one batch, each with a few calls to DingTalk of up to ten seconds."),
  TRANSLATE_LEASE(
      Duration.ofSeconds(195),
      "Longer than the function can live: when it has run out, the worker is dead and nobody else"
          + " is fetching the document."),
  EVENTS_VISIBILITY(
      Duration.ofSeconds(200),
      "A message comes back when its worker is certainly gone and its lease has run out; earlier it"
          + " would find the document taken and be received for nothing."),
  TRANSLATE_WATCH(
      Duration.ofMinutes(5),
      "A failed fetch, or a voucher that nobody has claimed, is looked at by the sweep when the"
          + " retry step or the queue should have done so long ago."),
  TRANSLATE_RECHECK(
      Duration.ofDays(7),
      "An approval that still ran is looked at again: its end may never be told."),

  LEDGER_LONGEST_SEND(
      Duration.ofSeconds(270),
      "The longest that sending one voucher may take, logins and retried reads included. A"
          + " connection whose time-outs add up to more is refused."),
  LEDGER_QUESTION(
      Duration.ofSeconds(20),
      "Kept for the question before the voucher is sent. A slower question is allowed; then the"
          + " function may end before its request, and the voucher is asked for again."),
  LEDGER_LONGEST_SETTLING(
      Duration.ofHours(24),
      "The longest settling time a connection may state: how long after a request its voucher may"
          + " still appear in look-ups. A voucher in doubt waits as long."),
  POST_TIMEOUT(Duration.ofSeconds(300), "One question and one request to a slow ledger."),
  POST_LEASE(
      Duration.ofSeconds(330),
      "Longer than the function can live: when it has run out, the worker is dead and can send no"
          + " more."),
  VOUCHERS_VISIBILITY(
      Duration.ofSeconds(360),
      "A message comes back when its worker is certainly gone and its lease has run out."),
  POST_WATCH(
      Duration.ofMinutes(5),
      "A failed try is looked at by the sweep when the retry step should have decided long ago."),
  GATE_PLACE(
      Duration.ofSeconds(360),
      "A place at the ledger's gate that its worker did not give back. It begins a moment before the"
          + " lease and must not end before it."),
  GATE_FIRST_PROBE(
      Duration.ofMinutes(1),
      "A connection that was found broken is tried by one voucher after this time, and then after"
          + " twice as long each time: most are back within minutes."),
  GATE_LONGEST_PROBE(
      Duration.ofHours(1), "The wait between two trials of a connection grows to no more."),
  GATE_SCOUTING(
      Duration.ofMinutes(15),
      "A few vouchers look at a shut gate this often, so that a corrected connection is seen soon."),
  GATE_UNCALLED(
      Duration.ofHours(1),
      "All others come by themselves after this time if nobody calls them when it opens."),

  RETRY_TIMEOUT(Duration.ofSeconds(60), "A sweep of a thousand documents, which calls nobody."),
  FAILURES_VISIBILITY(
      Duration.ofSeconds(90),
      "A message comes back when its worker is certainly gone. The dead letters that the retry step"
          + " reads are hidden as long."),
  RETRY_WATCH(
      Duration.ofMinutes(6),
      "How long after handing work to a queue the sweep looks whether it was done: longer than any"
          + " lease, so that what a worker holds is left alone."),
  SWEEP_EVERY(Duration.ofMinutes(1), "What is due is looked at this often."),
  RETRY_LONGEST_DELAY(
      Duration.ofMinutes(15),
      "Doubling delays grow to no more; a queue can hold no message longer."),
  RETRY_DOUBT_DELAY(
      Duration.ofMinutes(5), "The same for a voucher in doubt: people wait to know where it is."),
  RETRY_PROBE(Duration.ofHours(1), "What is parked for a connection is looked at this often."),
  RETRY_PERIOD_PROBE(
      Duration.ofHours(12), "What is parked for a closed period is looked at this often."),
  RETRY_LOOK(
      Duration.ofMinutes(15),
      "A voucher that is parked for its connection looks at the gate this often; while it is shut"
          + " that costs no call."),

  DINGTALK_CALL(
      Duration.ofSeconds(10), "One call to DingTalk, after which nobody waits for its answer."),
  DINGTALK_TOKEN_LOCK(
      Duration.ofSeconds(15),
      "The right to fetch an access token, of which DingTalk blocks those who ask too often. It ends"
          + " by itself when its holder died."),

  PATROL_NUMBERS(
      Duration.ofSeconds(45), "Telling other systems their voucher numbers, before a round."),
  PATROL_ROUND(
      Duration.ofMinutes(3), "After this time a round begins no further call; the next goes on."),
  PATROL_TIMEOUT(Duration.ofSeconds(300), "A round with all that belongs to it."),
  PATROL_VISIBILITY(
      Duration.ofSeconds(360), "A message comes back when its worker is certainly gone."),
  PATROL_EVERY(Duration.ofMinutes(10), "A round is made at every company this often.");

  private static final String PREFIX = "DINGLEDGER_";

  private final Duration usual;
  private final String reason;

  Span(Duration usual, String reason) {
    this.usual = usual;
    this.reason = reason;
  }

  /** The setting's name, for example {@code DINGLEDGER_POST_LEASE}. */
  public String setting() {
    return PREFIX + name();
  }

  /** Its value when nobody sets it. */
  public Duration usual() {
    return usual;
  }

  /** Why it has that value, in English. */
  public String reason() {
    return reason;
  }
}
