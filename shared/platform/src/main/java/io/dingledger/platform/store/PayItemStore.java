package io.dingledger.platform.store;

import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayMonth;
import io.dingledger.model.pay.PersonYear;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Pay items and the months in which they are booked. All reads are consistent. Items are written
 * together with their document by {@link DocumentStore#saveTranslated(DocumentRecord,
 * DocumentStore.Source, List, Booking)}, and never change or go.
 */
public interface PayItemStore {
  /**
   * So many items and person's years one document can book at once; more don't fit into one
   * transaction beside the document and its vouchers.
   */
  int MOST_AT_ONCE = 80;

  /** The months in which anything is booked or that are closed, earliest first. */
  List<PayMonth> months(Tenant tenant);

  /**
   * Where items are to be booked now: in the month that they concern, or, when that or a later one
   * is closed, in the first one that is open after all that are closed. Storing them fails if that
   * month is closed meanwhile; then this is to be asked again.
   */
  List<BookedPayItem> booked(Tenant tenant, List<PayItem> items);

  /**
   * Closes a month: from now on nothing is booked in it. A repeat changes nothing.
   *
   * @param at when (UTC)
   * @param by {@code patrol}, or a person
   * @return the month as it is closed, by whom it was first
   */
  PayMonth close(Tenant tenant, YearMonth month, Instant at, String by);

  /**
   * All items that are booked in a month, whichever month they concern, those put ahead included.
   */
  List<PayItem> bookedIn(Tenant tenant, YearMonth month);

  /** All items of a document, in the order in which they were made, month by month. */
  List<BookedPayItem> of(DocumentRecord record);

  /** All items of some people's years, and how often each of those years was written to. */
  Counted counted(Tenant tenant, Collection<PersonYear> wanted);

  /** How often people's years were written to. */
  Map<PersonYear, Long> counts(Tenant tenant, Collection<PersonYear> wanted);

  /**
   * Puts some of the items that the close of a month makes ahead of its document, if they are too
   * many for one transaction.
   *
   * @param closing the document of the month as its worker has claimed it
   * @param part tells the portions apart, from 1
   * @return whether the document is still that worker's
   */
  boolean putAhead(DocumentRecord closing, int part, List<BookedPayItem> items);

  /**
   * Takes away what an earlier try to close a month has put ahead.
   *
   * @param closing the document of the month as its worker has claimed it
   * @return whether the document is still that worker's
   * @throws IllegalArgumentException when the document is stored with its items
   */
  boolean discardAhead(DocumentRecord closing, YearMonth month);

  /**
   * A snapshot.
   *
   * @param items all items
   * @param counts how often each year had been written to before the items were read
   */
  record Counted(List<PayItem> items, Map<PersonYear, Long> counts) {
    public Counted {
      items = List.copyOf(items);
      counts = Map.copyOf(counts);
    }
  }

  /**
   * The pay items to be stored with a document.
   *
   * @param items they, with the months in which they are booked
   * @param counts how often the people's years that were looked at had been written to; if one was
   *     written to since, nothing is stored. Empty when nothing was counted
   * @param atClose whether the document is that of the month itself, which is closed already
   */
  record Booking(List<BookedPayItem> items, Map<PersonYear, Long> counts, boolean atClose) {
    /** No pay items. */
    public static final Booking NONE = new Booking(List.of(), Map.of(), false);

    public Booking {
      items = List.copyOf(items);
      counts = Map.copyOf(counts);
    }

    /** The months in which something is booked. */
    public List<YearMonth> months() {
      return items.stream().map(BookedPayItem::period).distinct().sorted().toList();
    }
  }
}
