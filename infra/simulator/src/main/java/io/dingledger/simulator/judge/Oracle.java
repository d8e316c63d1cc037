package io.dingledger.simulator.judge;

import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.simulator.world.Enacted;
import io.dingledger.simulator.world.Instance;
import io.dingledger.simulator.world.Scene;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a voucher must be, worked out from the approval and the rule books alone: a few lines, for
 * the simulator's rule books are simple.
 */
final class Oracle {
  /**
   * So long after a change a worker may still go by what it had read: settings are remembered for a
   * minute, and a worker lives for three.
   */
  private static final Duration STALE = Duration.ofMinutes(5);

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String PAYABLE = "2241";

  private Oracle() {}

  /** Something about a voucher that is not as it must be. */
  record Fault(Invariant invariant, String words) {}

  /**
   * Judges a voucher that was just made.
   *
   * @param instance the approval that it stands in
   */
  static Optional<Fault> judge(
      Scene scene, TenantSettings company, Instance instance, Voucher voucher, Vouchers known) {
    LocalDate date = dateOf(instance);
    if (!voucher.date().equals(date)) {
      return wrong("it is dated " + voucher.date() + ", and its approval is of " + date);
    }
    return voucher.purpose() == Purpose.RECORD
        ? recording(scene, company, instance, voucher)
        : reversing(scene, company, instance, voucher, known);
  }

  static LocalDate dateOf(Instance instance) {
    return instance.finishedAt().atZone(ZONE).toLocalDate();
  }

  private static Optional<Fault> recording(
      Scene scene, TenantSettings company, Instance instance, Voucher voucher) {
    String key = KeyOracle.key(company.tenant(), instance.id(), "RECORD", 1);
    if (!voucher.key().value().equals(key)) {
      return Optional.of(
          new Fault(Invariant.WRONG_KEY, "its key is " + voucher.key() + " and must be " + key));
    }
    if (instance.action().equals("REVOKE")) {
      return wrong("a withdrawal records nothing");
    }
    Optional<Enacted> book = usable(scene, company, dateOf(instance), voucher);
    if (book.isEmpty()) {
      return Optional.of(
          new Fault(
              Invariant.WRONG_RULE_BOOK,
              "it was made by %s, and for %s one of %s is in force"
                  .formatted(
                      versions(voucher),
                      dateOf(instance),
                      usable(scene, company, dateOf(instance)).stream()
                          .map(Enacted::version)
                          .toList())));
    }
    List<String> wanted =
        List.of(
            line("6602.%02d".formatted(book.get().edition()), Side.DEBIT, instance.amount(), ""),
            line(PAYABLE, Side.CREDIT, instance.amount(), ""));
    return compared(wanted, voucher);
  }

  private static Optional<Fault> reversing(
      Scene scene, TenantSettings company, Instance instance, Voucher voucher, Vouchers known) {
    Optional<Instance> original =
        scene.instances(company).stream()
            .filter(each -> each.businessId().equals(instance.businessId()))
            .filter(
                each ->
                    KeyOracle.key(company.tenant(), each.id(), "REVERSE", 1)
                        .equals(voucher.key().value()))
            .findFirst();
    if (original.isEmpty()) {
      return Optional.of(
          new Fault(
              Invariant.WRONG_KEY, voucher.key() + " takes nothing back that this may take back"));
    }
    if (original.get().id().equals(instance.id()) || instance.action().equals("NONE")) {
      return wrong("it takes back what it may not");
    }
    String recorded = KeyOracle.key(company.tenant(), original.get().id(), "RECORD", 1);
    Optional<Voucher> taken = known.find(company.tenant(), recorded);
    if (taken.isEmpty() || !isBooked(scene, company, recorded)) {
      return wrong("it takes " + recorded + " back, which is not in the ledger");
    }
    return compared(
        taken.get().lines().stream()
            .map(each -> line(each.account(), each.side(), each.amount().negated().plain(), ""))
            .toList(),
        voucher);
  }

  static boolean isBooked(Scene scene, TenantSettings company, String key) {
    return scene.book(company).stream().anyMatch(each -> each.voucher().key().value().equals(key));
  }

  private static Optional<Fault> compared(List<String> wanted, Voucher voucher) {
    List<String> found =
        voucher.lines().stream()
            .map(
                each ->
                    line(
                        each.account(),
                        each.side(),
                        each.amount().plain(),
                        each.foreign().isPresent() || !each.dimensions().isEmpty()
                            ? " and more"
                            : ""))
            .toList();
    return found.equals(wanted) && voucher.currency().equals("CNY")
        ? Optional.empty()
        : wrong("it says " + found + " and must say " + wanted);
  }

  private static String line(String account, Side side, String amount, String more) {
    return side + " " + account + " " + new BigDecimal(amount).toPlainString() + more;
  }

  private static Optional<Enacted> usable(
      Scene scene, TenantSettings company, LocalDate date, Voucher voucher) {
    return usable(scene, company, date).stream()
        .filter(each -> versions(voucher).equals(List.of(each.version())))
        .findFirst();
  }

  /** The rule books that may have been used now for a date: one, or two soon after a change. */
  private static List<Enacted> usable(Scene scene, TenantSettings company, LocalDate date) {
    Instant sure = scene.steady().minus(STALE).minus(Clocks.apart(scene));
    List<Enacted> candidates = new ArrayList<>();
    for (Enacted each : scene.books(company)) {
      if (!each.from().isAfter(date)) {
        if (!each.at().isAfter(sure)) {
          candidates.clear();
        }
        candidates.add(each);
      }
    }
    return candidates;
  }

  private static List<String> versions(Voucher voucher) {
    return voucher.lines().stream()
        .map(VoucherLine::explanation)
        .map(why -> why.ruleBookVersion())
        .distinct()
        .toList();
  }

  private static Optional<Fault> wrong(String words) {
    return Optional.of(new Fault(Invariant.WRONG_VOUCHER, words));
  }
}
