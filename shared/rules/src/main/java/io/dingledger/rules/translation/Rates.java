package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.PayRates;
import io.dingledger.rules.book.PayRates.Period;
import io.dingledger.rules.book.PayRates.Whose;
import io.dingledger.rules.expression.CannotEvaluate;
import io.dingledger.rules.expression.Facts;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.expression.Worth;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what a person is paid for a month, a day or an hour. The quotients keep full precision
 * (facts I1): only the amount at the end is rounded.
 */
final class Rates {
  private Rates() {}

  /**
   * The rate of the place's person on the place's day.
   *
   * @throws CannotEvaluate when nobody's row is valid for them on that day
   */
  static Worth worth(Derived.RateOf rate, Place place, Inputs inputs) {
    PayRates rates = rate.rates();
    LocalDate day = place.day(inputs);
    Own own = own(rates, place).orElseThrow(() -> unknown(rates, place, day, "—"));
    Period period =
        own.periods().stream()
            .filter(each -> each.holds(day))
            .findFirst()
            .orElseThrow(() -> unknown(rates, place, day, words(own.whose())));
    Stated stated = new Stated(rates, own.whose(), period);
    Optional<Formula> arithmetic = place.index().arithmetic(rate);
    return arithmetic.isEmpty()
        ? stated.read(rate.path(), inputs)
        : arithmetic.get().evaluate(stated, inputs, place.book().rounding());
  }

  /** The rows that are for a person. */
  private record Own(Whose whose, List<Period> periods) {}

  /**
   * The closest rows decide alone: whose own rows have ended is not paid by everybody's without a
   * person having looked.
   */
  private static Optional<Own> own(PayRates rates, Place place) {
    return Stream.<Whose>of(
            new Whose.UserId(place.text("person.userId")),
            new Whose.JobNumber(place.text("person.jobNumber")),
            new Whose.DepartmentCode(place.text("person.departmentCode")),
            new Whose.Everybody())
        .filter(rates.rows()::containsKey)
        .map(whose -> new Own(whose, rates.rows().get(whose)))
        .findFirst();
  }

  private static CannotEvaluate unknown(PayRates rates, Place place, LocalDate day, String whose) {
    return new CannotEvaluate(
        Reason.of(
            PayReason.PAY_RATE_UNKNOWN,
            place.where().chinese(),
            place.where().english(),
            rates.name(),
            place.text("person.userId"),
            day,
            whose));
  }

  private static String words(Whose whose) {
    return switch (whose) {
      case Whose.UserId(String userId) -> "userId " + userId;
      case Whose.JobNumber(String jobNumber) -> "jobNumber " + jobNumber;
      case Whose.DepartmentCode(String code) -> "department " + code;
      case Whose.Everybody everybody -> "everybody";
    };
  }

  /** The rate as the book states it. */
  private record Stated(PayRates rates, Whose whose, Period period) implements Facts {
    @Override
    public Worth read(String path, Inputs inputs) {
      String until = period.until().map(Object::toString).orElse("…");
      inputs.add(
          path,
          period.amount().toPlainString(),
          "rates, " + rates.name() + ", " + words(whose) + ", " + period.from() + "–" + until);
      return Worth.named(path, new Value.Decimal(period.amount()));
    }

    @Override
    public boolean has(String path) {
      return true;
    }
  }
}
