package io.dingledger.simulator.world;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.PostWork;
import io.dingledger.platform.codec.PostWorkCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What happens to a company beside its documents, each thing once at most in a run. */
final class Disturbances {
  private static final Duration SOON = Duration.ofHours(3);
  private static final Duration BEFORE_MIDNIGHT = Duration.ofSeconds(30);

  /** Messages that nobody can read, or that nobody should have sent. */
  private static final List<String> POISON =
      List.of("not a message", "{\"kind\":\"dance\"}", "{}", "[[[[");

  private static final List<String> POISONED =
      List.of("EventsQueue", "VouchersQueue", "FailuresQueue", "PatrolQueue");

  private final World world;
  private final Runnable newRuleBook;
  private final TenantSettings company;
  private final String label;

  /**
   * What happens to a company.
   *
   * @param newRuleBook puts its next rule book in force
   */
  Disturbances(World world, TenantSettings company, Runnable newRuleBook) {
    this.world = world;
    this.company = company;
    this.newRuleBook = newRuleBook;
    this.label = "company " + company.name();
  }

  /** Draws what will happen, and when. */
  void plan() {
    happens(Fault.PERIOD_CLOSES, this::closesPeriod);
    happens(Fault.LEDGER_SUSPENDED, () -> ledger().refuseUntil(later("refused", 12)));
    happens(Fault.RULE_BOOK_CHANGED, changes(), newRuleBook);
    away(Fault.TABLE_AWAY, Fault.TABLE_UNREACHABLE);
    away(Fault.QUEUES_AWAY, Fault.QUEUE_UNREACHABLE);
    away(Fault.KEYS_AWAY, Fault.KEYS_UNREACHABLE);
    happens(Fault.TENANT_SUSPENDED, this::suspended);
    happens(Fault.CALLBACK_KEY_ROTATED, this::callbackKeyRotated);
    happens(Fault.KEY_ROTATED, this::keyRotated);
    happens(Fault.DINGTALK_QUOTA, this::quotaGone);
    happens(Fault.ALERTS_DOWN, () -> world.alertsDownUntil(later("alerts", 24)));
    happens(Fault.CLOCK_JUMPS, () -> world.clock.jump(Duration.ofDays(1)));
    happens(Fault.CLOCK_JUMPS_TO_MONTH_END, this::toMonthEnd);
    happens(Fault.MESSAGE_POISONED, this::poisoned);
  }

  private void happens(Fault fault, Runnable what) {
    happens(fault, SOON, what);
  }

  private void happens(Fault fault, Duration latest, Runnable what) {
    if (world.troubles.strike(fault, label)) {
      Duration after = world.chance.upTo(fault + " at " + label, latest);
      world.agenda.at(world.clock.instant().plus(after), what);
    }
  }

  /** While documents are under way, or days later when some of them come only then. */
  private Duration changes() {
    return world.chance.below("changes of " + label, 2) == 0 ? SOON : Duration.ofDays(4);
  }

  /** So long that what waits in queues is received as often as it may be, and more. */
  private void away(Fault fault, Fault each) {
    happens(fault, () -> world.troubles.awayUntil(each, later(fault.name(), 3)));
  }

  private Instant later(String what, int hours) {
    return world
        .clock
        .instant()
        .plus(world.chance.upTo(what + " of " + label, Duration.ofHours(hours)));
  }

  private SimulatedLedger ledger() {
    return world.ledgers.get(company.tenant());
  }

  /** The whole book for a while, or only the month that is. */
  private void closesPeriod() {
    if (world.chance.below("closes of " + label, 2) == 0) {
      ledger().closeUntil(later("closed", 48));
    } else {
      ledger().closeMonth(YearMonth.from(world.today()), later("closed month", 72));
    }
  }

  /** By its own word or by the operator's. */
  private void suspended() {
    Instant now = world.clock.instant();
    Instant back = later("suspended", 36).plusSeconds(1);
    if (world.chance.below("who suspends " + label, 2) == 0) {
      Standing.Suspension stop = new Standing.Suspension("operator", now, "");
      stands(standing -> standing.suspended(stop));
      world.agenda.at(back, () -> stands(Standing::resumed));
    } else {
      stands(standing -> standing.said(new Standing(false, now)));
      world.agenda.at(back, () -> stands(standing -> standing.said(new Standing(true, back))));
    }
  }

  private void stands(UnaryOperator<Standing> change) {
    change(settings -> settings.withStanding(change.apply(settings.standing())));
  }

  /** DingTalk uses the new key from now on, and we learn of it a while later. */
  private void callbackKeyRotated() {
    CallbackSettings old = company.callback().orElseThrow();
    CallbackSettings next =
        new CallbackSettings(
            old.key(),
            Secret.of("token-2-" + company.name()),
            Secret.of("zyxwvutsrqponmlkjihgfedcba9876543210ABCDEFG"),
            old.ownerKeys());
    world.callbacks.put(company.tenant(), next);
    world.agenda.at(
        later("callback key", 3),
        () ->
            change(
                settings ->
                    new TenantSettings(
                        settings.tenant(),
                        settings.name(),
                        settings.zone(),
                        settings.app(),
                        Optional.of(next),
                        settings.ledger(),
                        settings.monthlyCalls(),
                        settings.standing(),
                        settings.inbound())));
  }

  /** What is sealed from now on is sealed by other keys. */
  private void keyRotated() {
    world.keyGeneration.incrementAndGet();
    change(settings -> settings);
  }

  private void change(UnaryOperator<TenantSettings> change) {
    TenantSettings now = world.platform.tenants().find(company.tenant()).orElseThrow();
    world.platform.tenants().put(change.apply(now));
  }

  private void quotaGone() {
    Instant nextMonth =
        YearMonth.from(world.today()).plusMonths(1).atDay(1).atStartOfDay(World.ZONE).toInstant();
    world.dingTalk.company(company.app().corpId()).quotaGoneUntil(nextMonth);
  }

  /** To half a minute before a month, perhaps a year, ends. */
  private void toMonthEnd() {
    Instant now = world.clock.instant();
    Instant end =
        YearMonth.from(world.today()).plusMonths(1).atDay(1).atStartOfDay(World.ZONE).toInstant();
    Duration jump = Duration.between(now, end.minus(BEFORE_MIDNIGHT));
    if (!jump.isNegative()) {
      world.clock.jump(jump);
    }
  }

  private void poisoned() {
    String queue = world.chance.oneOf("poisoned of " + label, POISONED);
    String body = queue.equals("VouchersQueue") ? noVoucher() : world.chance.oneOf(label, POISON);
    world.queues.get(queue).put(body, Duration.ZERO);
  }

  /** A voucher of a document that there is not. */
  private String noVoucher() {
    DocumentId none = new DocumentId("claim-9");
    VoucherKey key = VoucherKey.of(company.tenant(), none, Purpose.RECORD, 1);
    return new PostWorkCodec().encode(new PostWork(company.tenant(), none, key));
  }
}
