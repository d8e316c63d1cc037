package io.dingledger.rules;

import io.dingledger.model.pay.PayItem;
import java.util.List;

/**
 * The pay items that a translation may count: a snapshot, so that it can be replayed. Reversed ones
 * and their reversals are both in it and cancel out.
 *
 * @param items all items of the people concerned, of the calendar years that the document touches,
 *     those of later days included
 */
public record Usage(List<PayItem> items) {
  /** Nobody has any. */
  public static final Usage NOTHING = new Usage(List.of());

  public Usage {
    items = List.copyOf(items);
  }
}
