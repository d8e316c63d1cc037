package io.dingledger.patrol;

import io.dingledger.model.failure.Failure;

/** How far a chore came in one round. */
sealed interface Outcome {
  /** It had nothing to do yet; DingTalk was not asked. */
  record NotDue() implements Outcome {}

  /** It is done. */
  record Done() implements Outcome {}

  /** The round's time was over; the next round goes on. */
  record Unfinished() implements Outcome {}

  /** DingTalk did not give what it was asked for; a later round tries again. */
  record Failed(Failure why) implements Outcome {}

  /** It had nothing to do yet. */
  Outcome NOT_DUE = new NotDue();

  /** It is done. */
  Outcome DONE = new Done();

  /** The round's time was over. */
  Outcome UNFINISHED = new Unfinished();
}
