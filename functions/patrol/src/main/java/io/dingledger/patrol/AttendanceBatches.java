package io.dingledger.patrol;

import io.dingledger.platform.store.AttendanceMarks.Mark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts marked days of people together into as few pages as possible, for each page counts against
 * the quota: at most 50 people and seven days in one call, and no more days together than cost less
 * than each alone.
 */
final class AttendanceBatches {
  /** People in one call (API0195). */
  static final int MOST_PEOPLE = 50;

  /** Days in one call (API0195). */
  static final int MOST_DAYS = 7;

  private static final int ROWS_IN_A_PAGE = 50;

  /** A usual day has one row for coming and one for going. */
  private static final int ROWS_IN_A_DAY = 2;

  private AttendanceBatches() {}

  /**
   * What is read by one call.
   *
   * @param from the first day
   * @param to the last day
   * @param marks whose days are wanted; people and days of the call that are none of these are not
   */
  record Batch(LocalDate from, LocalDate to, List<Mark> marks) {
    Batch {
      marks = List.copyOf(marks);
    }

    /** Whose they are, each once. */
    List<String> people() {
      return List.copyOf(names(marks));
    }
  }

  /** The batches of these marks: each mark is in exactly one, earlier days come first. */
  static List<Batch> of(List<Mark> marks) {
    Map<LocalDate, List<Mark>> byDay = new TreeMap<>();
    marks.forEach(
        mark -> byDay.computeIfAbsent(mark.day().day(), day -> new ArrayList<>()).add(mark));
    List<Batch> batches = new ArrayList<>();
    byDay.forEach((day, whole) -> crowds(whole).forEach(crowd -> add(batches, day, crowd)));
    return batches;
  }

  private static List<List<Mark>> crowds(List<Mark> day) {
    List<List<Mark>> crowds = new ArrayList<>();
    for (int start = 0; start < day.size(); start += MOST_PEOPLE) {
      crowds.add(day.subList(start, Math.min(start + MOST_PEOPLE, day.size())));
    }
    return crowds;
  }

  /** A crowd joins the batch before it, unless that costs more pages than a batch of its own. */
  private static void add(List<Batch> batches, LocalDate day, List<Mark> crowd) {
    Batch alone = new Batch(day, day, crowd);
    if (!batches.isEmpty()) {
      Batch last = batches.getLast();
      List<Mark> both = new ArrayList<>(last.marks());
      both.addAll(crowd);
      Batch joined = new Batch(last.from(), day, both);
      boolean fits = days(joined) <= MOST_DAYS && joined.people().size() <= MOST_PEOPLE;
      if (fits && pages(joined) <= pages(last) + pages(alone)) {
        batches.set(batches.size() - 1, joined);
        return;
      }
    }
    batches.add(alone);
  }

  /** Whole days are read, of everybody in the batch. */
  private static int pages(Batch batch) {
    int rows = batch.people().size() * days(batch) * ROWS_IN_A_DAY;
    return (rows + ROWS_IN_A_PAGE - 1) / ROWS_IN_A_PAGE;
  }

  private static int days(Batch batch) {
    return Math.toIntExact(batch.to().toEpochDay() - batch.from().toEpochDay()) + 1;
  }

  private static Set<String> names(List<Mark> marks) {
    Set<String> names = new LinkedHashSet<>();
    marks.forEach(mark -> names.add(mark.day().userId()));
    return names;
  }
}
