package io.dingledger.simulator.world;

import io.dingledger.model.tenant.TenantSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which approvals a company's people start in a run: claims, their changes and withdrawals. */
final class Families {
  private static final int MOST_CLAIMS = 3;

  private static final Duration QUICK = Duration.ofMinutes(1);
  private static final Duration SLOW = Duration.ofHours(60);

  /**
   * How soon a change follows what it changes, which must be approved before: while the voucher is
   * under way, the same day, days later.
   */
  private static final List<Duration> SOON =
      List.of(Duration.ofMinutes(3), Duration.ofHours(2), Duration.ofDays(3));

  private final World world;

  Families(World world) {
    this.world = world;
  }

  /** All approvals of a company, each family in its order. */
  List<Instance> of(TenantSettings company) {
    List<Instance> all = new ArrayList<>();
    for (int claim = 1; claim <= MOST_CLAIMS; claim++) {
      String label = company.name() + " claim-" + claim;
      if (claim == 1 || world.troubles.strike(Fault.ANOTHER_CLAIM, label)) {
        all.addAll(family(label, claim));
      }
    }
    return all;
  }

  private List<Instance> family(String label, int claim) {
    List<Instance> family = new ArrayList<>();
    String number = "20260331090000000%03d".formatted(claim);
    String root = "claim-" + claim;
    Instant began =
        world.clock.instant().plus(world.chance.upTo("start of " + label, Duration.ofMinutes(30)));
    family.add(instance(label, root, number, began, "NONE", Optional.empty()));
    for (String change : List.of("-m", "-n", "-r")) {
      Fault fault =
          switch (change) {
            case "-m" -> Fault.DOCUMENT_MODIFIED;
            case "-n" -> Fault.DOCUMENT_MODIFIED_AGAIN;
            default -> Fault.DOCUMENT_WITHDRAWN;
          };
      boolean follows = !change.equals("-n") || family.size() > 1;
      if (follows && world.troubles.strike(fault, label)) {
        Instance last = family.getLast();
        family.add(
            instance(
                label,
                root + change,
                number,
                last.finishedAt().plus(gap(label + change)),
                change.equals("-r") ? "REVOKE" : "MODIFY",
                Optional.of(last.id())));
      }
    }
    return family;
  }

  private Duration gap(String label) {
    return world.chance.upTo("gap of " + label, world.chance.oneOf("soon " + label, SOON));
  }

  private Instance instance(
      String label, String id, String number, Instant began, String action, Optional<String> main) {
    Instant minute = began.truncatedTo(ChronoUnit.MINUTES);
    boolean slow = world.troubles.strike(Fault.APPROVAL_TAKES_DAYS, label + id);
    Duration takes = slow ? world.chance.upTo("approval of " + label + id, SLOW) : Duration.ZERO;
    return new Instance(
        id,
        number,
        minute,
        minute.plus(QUICK).plus(takes).truncatedTo(ChronoUnit.MINUTES),
        (1 + world.chance.below("amount of " + label + id, 9000)) + ".25",
        action,
        main);
  }
}
