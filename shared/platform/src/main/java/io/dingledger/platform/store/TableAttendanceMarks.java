package io.dingledger.platform.store;

import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.tenant.Tenant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Marks in a {@link Table}, one item for each person and day, in one partition for each tenant.
 * Every method throws {@link StoreUnreachable} when the table gives no answer, and {@link
 * StoreRefused} for a mark that nobody can read.
 */
public final class TableAttendanceMarks implements AttendanceMarks {
  private static final String USER = "user";
  private static final String DAY = "day";
  private static final String AT = "at";

  private final Table table;

  /** Marks in this table. */
  public TableAttendanceMarks(Table table) {
    this.table = table;
  }

  @Override
  public void mark(Tenant tenant, PersonDay day, Instant at) {
    Key place = Keys.mark(tenant, day.day(), day.userId());
    Revision.of(
        table,
        place,
        there -> {
          Instant latest =
              there
                  .map(TableAttendanceMarks::mark)
                  .map(Mark::at)
                  .filter(earlier -> earlier.isAfter(at))
                  .orElse(at);
          return Optional.of(
              Item.at(place)
                  .with(USER, day.userId())
                  .with(DAY, day.day().toString())
                  .with(AT, latest.toString()));
        });
  }

  @Override
  public List<Mark> upTo(Tenant tenant, LocalDate last) {
    return table.query(Keys.marks(tenant), "").stream()
        .map(TableAttendanceMarks::mark)
        .filter(mark -> !mark.day().day().isAfter(last))
        .toList();
  }

  @Override
  public void done(Tenant tenant, Mark mark) {
    Key place = Keys.mark(tenant, mark.day().day(), mark.day().userId());
    table.write(List.of(new Write.Delete(place, OptionalLong.of(mark.version()))));
  }

  private static Mark mark(Item item) {
    try {
      return new Mark(
          new PersonDay(
              item.text(USER).orElseThrow(() -> StoredText.damaged(item.key())),
              LocalDate.parse(item.text(DAY).orElse(""))),
          Instant.parse(item.text(AT).orElse("")),
          item.whole(Item.VERSION));
    } catch (DateTimeException wrong) {
      throw StoredText.damaged(item.key());
    }
  }
}
