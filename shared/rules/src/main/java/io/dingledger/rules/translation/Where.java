package io.dingledger.rules.translation;

/** A place in a document, as people say it; ends so that a text can follow. */
record Where(String chinese, String english) {
  static final Where HEADER = new Where("单据表头", "Header");

  static Where row(int number) {
    return new Where("第 " + number + " 行", "Row " + number);
  }

  /** The same for one of several people; unchanged when the user id is empty. */
  Where of(String userId) {
    return userId.isEmpty()
        ? this
        : new Where("员工 " + userId + " " + chinese, "Person " + userId + ", " + english);
  }
}
