package io.dingledger.platform.store;

import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.platform.codec.TimelineEntryCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Keeps records small: the oldest entries of a long timeline move into items of their own, which
 * are never changed afterwards. A reader gets the entries of the newest {@value #PARTS_READ} of
 * those items and of the record, in order; older items stay in the table.
 */
final class Timelines {
  /** A record holds at most this many entries. */
  static final int MOST_IN_RECORD = 60;

  /** An item of moved entries holds this many. */
  static final int PER_PART = 40;

  /** A reader gets the entries of at most this many items. */
  static final int PARTS_READ = 25;

  private static final String PARTS = "timelineParts";
  private static final String IN_RECORD = "timelineInRecord";

  private final Table table;
  private final TimelineEntryCodec codec = new TimelineEntryCodec();

  Timelines(Table table) {
    this.table = table;
  }

  /**
   * Divides a record's timeline between its item and items of its own.
   *
   * @param stored the record's item as it is in the table; empty when there is none
   * @throws IllegalArgumentException when the timeline is shorter than the stored one
   */
  Divided divide(DocumentRecord next, Optional<Item> stored) {
    long parts = stored.map(item -> item.whole(PARTS)).orElse(0L);
    int before = stored.map(item -> Math.toIntExact(item.whole(IN_RECORD))).orElse(0);
    int moved = Math.toIntExact(Math.min(parts, PARTS_READ)) * PER_PART;
    List<TimelineEntry> whole = next.timeline();
    if (whole.size() < moved + before) {
      throw new IllegalArgumentException("a timeline only grows");
    }
    List<TimelineEntry> kept = whole.subList(moved, whole.size());
    List<Write> writes = new ArrayList<>();
    while (kept.size() > MOST_IN_RECORD) {
      parts++;
      Item item =
          StoredText.into(
              Item.at(Keys.timeline(next.tenant(), next.id(), parts)),
              codec.encodeAll(kept.subList(0, PER_PART)));
      writes.add(new Write.Put(item, Condition.ABSENT));
      kept = kept.subList(PER_PART, kept.size());
    }
    return new Divided(parts, kept, writes);
  }

  /** The entries that stand before those in the record. */
  List<TimelineEntry> moved(DocumentRecord record, Item item) {
    long parts = item.whole(PARTS);
    if (parts == 0) {
      return List.of();
    }
    List<Key> keys =
        LongStream.rangeClosed(Math.max(1, parts - PARTS_READ + 1), parts)
            .mapToObj(part -> Keys.timeline(record.tenant(), record.id(), part))
            .toList();
    Map<Key, Item> found = table.getAll(keys);
    List<TimelineEntry> entries = new ArrayList<>();
    for (Key key : keys) {
      Item part = Optional.ofNullable(found.get(key)).orElseThrow(() -> StoredText.damaged(key));
      entries.addAll(codec.decodeAll(StoredText.of(part)));
    }
    return entries;
  }

  /**
   * A divided timeline.
   *
   * @param parts how many items hold moved entries
   * @param kept the entries that stay in the record
   * @param writes the writes of the entries that move now
   */
  record Divided(long parts, List<TimelineEntry> kept, List<Write> writes) {
    /** What a reader gets of a timeline: the newest parts, and what is in the record. */
    List<TimelineEntry> shown(List<TimelineEntry> whole) {
      int most = Math.toIntExact(Math.min(parts, PARTS_READ)) * PER_PART + kept.size();
      return whole.subList(whole.size() - most, whole.size());
    }

    /** The record's item with what is needed to put the timeline together again. */
    Item into(Item item) {
      return item.with(PARTS, parts).with(IN_RECORD, kept.size());
    }
  }
}
