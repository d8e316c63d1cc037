package io.dingledger.local.torture.ledger;

/** What a ledger does beside answering. */
public enum Trouble {
  /** Nothing is wrong. */
  NONE(true, true, 0),
  /** Status 500 and no effect. */
  ERROR(true, true, 4),
  /** A page in HTML with status 200 and no effect. */
  PAGE(true, true, 3),
  /** Status 200 with an error inside and no effect. */
  ERROR_INSIDE(true, true, 3),
  /** The line breaks; no effect. */
  RESET(true, true, 3),
  /** No answer at all and no effect. */
  SILENCE(true, true, 1),
  /** Too many requests; no effect. */
  THROTTLED(true, false, 1),
  /** An answer that comes late but in time. */
  SLOW(true, true, 2),
  /** The answer breaks off; a voucher is booked. */
  CUT(true, true, 3),
  /** Booked, and status 500. */
  ERROR_AFTER(true, false, 4),
  /** Booked, and a page in HTML. */
  PAGE_AFTER(true, false, 2),
  /** Booked, and an error inside status 200. */
  ERROR_INSIDE_AFTER(true, false, 2),
  /** Booked, and the line breaks. */
  RESET_AFTER(true, false, 4),
  /** Booked, and no answer until the time-out: commit-then-time-out. */
  SILENCE_AFTER(true, false, 2),
  /** The line breaks, and only some seconds later it is booked. */
  BOOKED_LATE(true, false, 3),
  /** Booked, the line breaks, and for some seconds no look-up shows it. */
  SEEN_LATE(true, false, 3);

  private final boolean whenSent;
  private final boolean whenAsked;
  private final int weight;

  Trouble(boolean whenSent, boolean whenAsked, int weight) {
    this.whenSent = whenSent;
    this.whenAsked = whenAsked;
    this.weight = weight;
  }

  /** How many of a hundred requests of this kind have it. */
  int weight(boolean send) {
    return (send ? whenSent : whenAsked) ? weight : 0;
  }
}
