package io.dingledger.rules.pay;

import io.dingledger.model.document.Department;
import java.time.YearMonth;
import java.util.Optional;

/** How the explanation of a line says which pay items were summed up for it. */
public final class PayGroupWords {
  private PayGroupWords() {}

  /**
   * The origin of a sum, the same for the same group of one month.
   *
   * @param count how many items it has
   * @param item the item's name
   * @param concerns the month that the items concern
   * @param department theirs, where departments are told apart
   * @param userId whose they are, where people are told apart
   */
  public static String of(
      int count,
      String item,
      YearMonth concerns,
      Optional<Department> department,
      Optional<String> userId) {
    String words = "sum of " + count + " pay items, " + item + ", " + concerns;
    return words
        + department.map(each -> ", department " + each.name() + " (" + each.id() + ")").orElse("")
        + userId.map(each -> ", person " + each).orElse("");
  }
}
