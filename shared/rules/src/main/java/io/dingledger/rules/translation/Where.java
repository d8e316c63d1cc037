package io.dingledger.rules.translation;

import java.util.List;
import java.util.stream.IntStream;

/** A place in a document, as people say it; ends so that a text can follow. */
record Where(String chinese, String english) {
  static final Where HEADER = new Where("单据表头", "Header");

  /** Most documents have no more rows, so that these are put into words only once. */
  private static final List<Where> FIRST_ROWS =
      IntStream.rangeClosed(1, 50).mapToObj(Where::words).toList();

  /** A row; its number is from 1. */
  static Where row(int number) {
    return number <= FIRST_ROWS.size() ? FIRST_ROWS.get(number - 1) : words(number);
  }

  private static Where words(int number) {
    return new Where("第 " + number + " 行", "Row " + number);
  }

  /** The same for one of several people; unchanged when the user id is empty. */
  Where of(String userId) {
    return userId.isEmpty()
        ? this
        : new Where("员工 " + userId + " " + chinese, "Person " + userId + ", " + english);
  }
}
