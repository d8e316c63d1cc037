package io.dingledger.patrol;

import io.dingledger.model.pay.PayMonth;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.store.PatrolNotes.Chore;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the close of the last month of pay when the day has come that the rule book names; when
 * earlier ones are still open, for one of them each day. That it was asked is noted; if the month
 * is not closed a day later, for example because there was no usable rule book, it is asked again.
 */
final class PayPeriods implements Task {
  private static final String BY = "patrol";
  private static final Duration ASKED_AGAIN_AFTER = Duration.ofHours(24);

  private final PatrolPorts ports;
  private final WantedForms wanted;

  PayPeriods(PatrolPorts ports, WantedForms wanted) {
    this.ports = ports;
    this.wanted = wanted;
  }

  @Override
  public Area area() {
    return Area.PAY_PERIODS;
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  /** DingTalk is never asked, so there is never news of whether it answers. */
  @Override
  public Outcome run(Visit visit) {
    LocalDate today = LocalDate.ofInstant(visit.now(), visit.zone());
    YearMonth last = YearMonth.from(today).minusMonths(1);
    int closeOn = wanted.closeOn(visit.tenant(), last);
    if (closeOn == 0 || today.getDayOfMonth() < closeOn) {
      return Outcome.NOT_DUE;
    }
    List<PayMonth> months = ports.payItems().months(visit.tenant());
    Optional<YearMonth> open = firstOpen(months, last);
    if (open.isPresent() && isTime(visit)) {
      ports.events().send(new TranslateWork.ClosePeriod(visit.tenant(), open.get(), BY));
      ports.notes().done(visit.tenant(), Chore.PAY_PERIOD, visit.now());
    }
    return Outcome.NOT_DUE;
  }

  private static Optional<YearMonth> firstOpen(List<PayMonth> months, YearMonth last) {
    Optional<YearMonth> earliest =
        months.stream()
            .filter(month -> !month.isClosed() && !month.month().isAfter(last))
            .map(PayMonth::month)
            .min(YearMonth::compareTo);
    boolean lastIsOver =
        months.stream().anyMatch(month -> month.isClosed() && !month.month().isBefore(last));
    return earliest.isPresent() || lastIsOver ? earliest : Optional.of(last);
  }

  private boolean isTime(Visit visit) {
    return ports
        .notes()
        .doneUpTo(visit.tenant(), Chore.PAY_PERIOD)
        .map(asked -> Timetable.isOlder(asked, ASKED_AGAIN_AFTER, visit.now()))
        .orElse(true);
  }
}
