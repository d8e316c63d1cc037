package io.dingledger.simulator.world;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of call to a port, with what can go wrong at each. */
public enum Call {
  /** The table is read. */
  READ(Fault.TABLE_UNREACHABLE),
  /** An index of the table is read, which follows the table a moment later. */
  INDEX(Fault.TABLE_UNREACHABLE, Fault.INDEX_STALE),
  /** The table is written. */
  WRITE(
      Fault.DEATH_AFTER,
      Fault.DEATH_WHILE,
      Fault.TABLE_UNREACHABLE,
      Fault.TABLE_CONTENDED,
      Fault.TABLE_ANSWER_LOST,
      Fault.TABLE_ANSWERS_LATE),
  /** A message is handed to a queue. */
  QUEUE(Fault.DEATH_AFTER, Fault.DEATH_WHILE, Fault.QUEUE_UNREACHABLE, Fault.QUEUE_ANSWER_LOST),
  /** A key is wrapped or unwrapped. */
  KEY(Fault.KEYS_UNREACHABLE),
  /** DingTalk is asked. */
  DINGTALK(Fault.DEATH_AFTER, Fault.DINGTALK_THROTTLES, Fault.DINGTALK_TOKEN, Fault.DINGTALK_ERROR),
  /** A ledger is asked for a voucher. */
  ASK(
      Fault.DEATH_AFTER,
      Fault.SLOW_ANSWER,
      Fault.LEDGER_ASK_FAILS,
      Fault.LEDGER_THROTTLES,
      Fault.LEDGER_SESSION,
      Fault.LEDGER_PAGE,
      Fault.LEDGER_ERROR_INSIDE_200),
  /** A voucher is sent to a ledger. */
  SEND(
      Fault.DEATH_AFTER,
      Fault.DEATH_WHILE,
      Fault.LEDGER_THROTTLES,
      Fault.LEDGER_SESSION,
      Fault.LEDGER_LOCKED,
      Fault.LEDGER_500,
      Fault.LEDGER_ERROR_INSIDE_200,
      Fault.LEDGER_PAGE,
      Fault.LEDGER_TIMES_OUT,
      Fault.LEDGER_COMMITS_THEN_TIMES_OUT,
      Fault.LEDGER_COMMITS_THEN_500,
      Fault.LEDGER_COMMITS_THEN_ERROR_INSIDE_200,
      Fault.LEDGER_COMMITS_THEN_PAGE,
      Fault.LEDGER_SHOWS_LATE);

  private final Set<Fault> faults;

  Call(Fault... own) {
    faults = EnumSet.of(Fault.DEATH_BEFORE, Fault.SLOW_CALL, Fault.ONE_CLOCK_JUMPS);
    faults.addAll(Set.of(own));
    if (!name().equals("SEND")) {
      faults.add(Fault.STUCK_CALL);
    }
  }

  /** What can go wrong at such a call. */
  public Set<Fault> faults() {
    return EnumSet.copyOf(faults);
  }
}
