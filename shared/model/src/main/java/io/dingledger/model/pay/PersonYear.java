package io.dingledger.model.pay;

import java.time.Year;

/**
 * All pay items of one person whose days are in one calendar year.
 *
 * @param userId the person's DingTalk user id
 * @param year the year
 */
public record PersonYear(String userId, Year year) {
  /** Where an item belongs. */
  public static PersonYear of(PayItem item) {
    return new PersonYear(item.person().userId(), Year.from(item.day()));
  }

  /** Personal data stay out of logs. */
  @Override
  public String toString() {
    return "PersonYear[" + year + "]";
  }
}
