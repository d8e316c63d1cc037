package io.dingledger.rules.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A calendar as its file lists it. The form of the file is explained at the top of {@code CN.txt}.
 *
 * @param code how rule books name it
 * @param sources by year, what published it; a year that is not here is not known
 * @param listed the days that were published, by date
 */
record PublishedCalendar(String code, Map<Integer, String> sources, Map<LocalDate, Listed> listed)
    implements BaseCalendar {
  PublishedCalendar {
    sources = Map.copyOf(sources);
    listed = Map.copyOf(listed);
  }

  /** What was published of a day. */
  record Listed(DayClass dayClass, String name) {}

  /**
   * Reads a calendar.
   *
   * @param lines the lines of its file
   * @throws IllegalArgumentException if a line is none of those that the form has
   */
  static PublishedCalendar of(String code, List<String> lines) {
    Map<Integer, String> sources = new HashMap<>();
    Map<LocalDate, Listed> listed = new HashMap<>();
    int year = 0;
    for (String line : lines) {
      String[] words = line.strip().split(" ", 3);
      switch (words[0]) {
        case "", "#" -> {}
        case "year" -> year = Integer.parseInt(words[1]);
        case "source" -> sources.put(year, line.strip().substring("source ".length()));
        case "confidence" ->
            sources.merge(year, words[1], (text, mark) -> text + " [" + mark + "]");
        case "off" -> list(listed, words, DayClass.REST_DAY);
        case "statutory" -> list(listed, words, DayClass.STATUTORY);
        case "work" -> list(listed, words, DayClass.MAKE_UP_DAY);
        default -> throw new IllegalArgumentException(code + ": " + line);
      }
    }
    return new PublishedCalendar(code, sources, listed);
  }

  private static void list(Map<LocalDate, Listed> listed, String[] words, DayClass dayClass) {
    String[] ends = words[1].split("\\.\\.");
    LocalDate last = LocalDate.parse(ends[ends.length - 1]);
    LocalDate.parse(ends[0])
        .datesUntil(last.plusDays(1))
        .forEach(day -> listed.put(day, new Listed(dayClass, words[2])));
  }

  @Override
  public Optional<DayClass> classOf(LocalDate day) {
    if (!sources.containsKey(day.getYear())) {
      return Optional.empty();
    }
    Listed known = listed.get(day);
    if (known != null) {
      return Optional.of(known.dayClass());
    }
    boolean isWeekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    return Optional.of(isWeekend ? DayClass.REST_DAY : DayClass.WORKDAY);
  }

  @Override
  public Optional<String> published(LocalDate day) {
    return Optional.ofNullable(listed.get(day)).map(Listed::name);
  }

  @Override
  public Optional<String> source(int year) {
    return Optional.ofNullable(sources.get(year));
  }
}
