package io.dingledger.rules.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people are paid, with periods of validity.
 *
 * @param name its name, for example {@code wage}
 * @param per for what the amounts are stated
 * @param daysPerMonth by what a monthly amount is divided to get a day's: 21.75 by law (facts I1)
 * @param hoursPerDay by what a daily amount is divided to get an hour's
 * @param rows the periods by whose they are, in order of time, without gaps and overlaps
 */
public record PayRates(
    String name,
    Per per,
    BigDecimal daysPerMonth,
    BigDecimal hoursPerDay,
    Map<Whose, List<Period>> rows) {
  public PayRates {
    rows = Map.copyOf(rows);
  }

  /** For what an amount is; longest first. */
  public enum Per {
    MONTH("month"),
    DAY("day"),
    HOUR("hour");

    private final String word;

    Per(String word) {
      this.word = word;
    }

    /** How rule books spell it. */
    public String word() {
      return word;
    }

    /** The one with this word. */
    public static Optional<Per> of(String word) {
      return Arrays.stream(values()).filter(per -> per.word.equals(word)).findFirst();
    }
  }

  /** Whose a rate is; looked for in the order of these kinds. */
  public sealed interface Whose {
    /** A person, by DingTalk user id. */
    record UserId(String userId) implements Whose {}

    /** A person, by job number. */
    record JobNumber(String jobNumber) implements Whose {}

    /** Everybody of a department, by its code. */
    record DepartmentCode(String code) implements Whose {}

    /** Everybody else. */
    record Everybody() implements Whose {}
  }

  /**
   * A period.
   *
   * @param from its first day
   * @param until its last day; empty when it is open
   * @param amount in the book's currency
   */
  public record Period(LocalDate from, Optional<LocalDate> until, BigDecimal amount) {
    /** Whether a day is in it. */
    public boolean holds(LocalDate day) {
      return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
  }
}
