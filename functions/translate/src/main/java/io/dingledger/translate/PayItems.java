package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.platform.store.PayItemStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What pay items documents have, and what takes them back. A stored item is never changed: what is
 * no longer right is reversed by an item of the same person, month and amount with the opposite
 * sign, whose identity follows from the first one's, so that it is taken back once.
 */
final class PayItems {
  private final PayItemStore store;

  PayItems(PayItemStore store) {
    this.store = store;
  }

  /** The items that a document itself made and has not taken back itself. */
  List<PayItem> inEffect(DocumentRecord record) {
    return inEffect(all(record));
  }

  /**
   * What takes back everything that these documents made.
   *
   * @param by the document that takes it back
   */
  List<PayItem> reversing(List<DocumentRecord> replaced, DocumentId by) {
    return replaced.stream()
        .flatMap(record -> inEffect(record).stream())
        .map(item -> item.reversed(by))
        .toList();
  }

  /**
   * What has to be booked so that just these items of a document are in effect. What says the same
   * as before stays as it is.
   *
   * @param fresh what the latest reading of the document makes
   */
  List<PayItem> adjusting(DocumentRecord record, List<PayItem> fresh) {
    List<PayItem> before = all(record);
    if (before.isEmpty()) {
      return fresh;
    }
    List<PayItem> gone = new ArrayList<>(inEffect(before));
    List<PayItem> added = new ArrayList<>();
    for (PayItem item : fresh) {
      Optional<PayItem> same = gone.stream().filter(item::saysTheSameAs).findFirst();
      if (same.isPresent()) {
        gone.remove(same.get());
      } else {
        added.add(item.renewed(before.size() + 1));
      }
    }
    List<PayItem> booked =
        new ArrayList<>(gone.stream().map(item -> item.reversed(record.id())).toList());
    booked.addAll(added);
    return booked;
  }

  private List<PayItem> all(DocumentRecord record) {
    return store.of(record).stream().map(BookedPayItem::item).toList();
  }

  private static List<PayItem> inEffect(List<PayItem> all) {
    Set<PayItemId> reversed =
        all.stream().flatMap(item -> item.reverses().stream()).collect(Collectors.toSet());
    return all.stream()
        .filter(item -> item.reverses().isEmpty())
        .filter(item -> !reversed.contains(item.id()))
        .toList();
  }
}
