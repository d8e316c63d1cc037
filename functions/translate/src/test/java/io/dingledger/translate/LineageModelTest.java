package io.dingledger.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.voucher.Voucher;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Any number of changes and a withdrawal, in any order, repeated, at the same time, with workers
 * that die and answers that get lost: in the end the ledger holds the last one, once, or nothing.
 */
class LineageModelTest {
  private static final int SEEDS = Integer.getInteger("lineage.seeds", 1000);
  private static final long FIRST_SEED = Long.getLong("lineage.first", 1);

  @Test
  void inTheEndTheLedgerHoldsTheLastOneOnceOrNothing() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      try {
        run(seed);
      } catch (RuntimeException | AssertionError failed) {
        throw new AssertionError("seed " + seed + ": " + failed.getMessage(), failed);
      }
    }
  }

  private static void run(long seed) {
    Random random = new Random(seed);
    LineageSimulation simulation = new LineageSimulation(random);
    List<String> ids = family(simulation.family, random);
    simulation.runToTheEnd(ids);
    try {
      check(simulation, ids);
    } catch (AssertionError failed) {
      throw new AssertionError(failed.getMessage() + simulation.story(ids), failed);
    }
  }

  /** How children name their parent differs: by the first one, by the last one, by number alone. */
  private static List<String> family(Family family, Random random) {
    int naming = random.nextInt(4);
    boolean sharesNumber = naming != 3;
    List<String> ids = new ArrayList<>(List.of("A"));
    family.exists("A", Action.NONE, "", Family.NUMBER);
    int changes = random.nextInt(4);
    for (int change = 0; change < changes; change++) {
      ids.add(child(family, ids, Action.MODIFY, naming, sharesNumber));
    }
    if (random.nextBoolean()) {
      ids.add(child(family, ids, Action.REVOKE, naming, sharesNumber));
    }
    for (String id : ids) {
      if (random.nextInt(3) == 0) {
        family.accruing.add(id);
      }
      if (random.nextBoolean()) {
        family.both.add(id);
      }
      if (random.nextInt(8) == 0) {
        family.held.add(id);
      } else if (random.nextInt(12) == 0) {
        family.ignored.add(id);
      }
    }
    return ids;
  }

  private static String child(
      Family family, List<String> ids, Action action, int naming, boolean sharesNumber) {
    String id = Character.toString('A' + ids.size());
    String main =
        switch (naming) {
          case 0 -> ids.getFirst();
          case 1, 3 -> ids.getLast();
          default -> "";
        };
    family.exists(id, action, main, sharesNumber ? Family.NUMBER : "number-" + id);
    return id;
  }

  /** Each item is booked once and taken back at most once, and what is left is the last one's. */
  private static void checkItems(
      LineageSimulation simulation, List<String> ids, List<PayItem> expected) {
    Map<PayItemId, PayItem> items = new HashMap<>();
    for (String id : ids) {
      for (BookedPayItem booked : simulation.family.itemsOf(id)) {
        assertNull(items.put(booked.item().id(), booked.item()), "booked twice: " + booked);
      }
    }
    Set<PayItemId> reversed = new HashSet<>();
    items
        .values()
        .forEach(
            item ->
                item.reverses()
                    .ifPresent(
                        taken -> {
                          assertTrue(reversed.add(taken), "taken back twice: " + taken);
                          assertEquals(
                              items.get(taken).amount().negated(), item.amount(), "exactly");
                        }));
    Set<PayItem> left =
        items.values().stream()
            .filter(item -> item.reverses().isEmpty() && !reversed.contains(item.id()))
            .collect(Collectors.toSet());
    assertEquals(Set.copyOf(expected), left);
    checkSums(simulation, expected);
  }

  private static void checkSums(LineageSimulation simulation, List<PayItem> expected) {
    simulation.closed.forEach(
        (month, summed) ->
            assertEquals(
                summed,
                Set.copyOf(simulation.fixture.payItems.bookedIn(TranslateFixture.TENANT, month)),
                "nothing is booked in a closed month"));
    Map<String, BigDecimal> sums = new HashMap<>();
    simulation.fixture.payItems.months(TranslateFixture.TENANT).stream()
        .flatMap(
            month ->
                simulation
                    .fixture
                    .payItems
                    .bookedIn(TranslateFixture.TENANT, month.month())
                    .stream())
        .forEach(item -> sums.merge(who(item), item.quantity(), BigDecimal::add));
    expected.forEach(item -> sums.merge(who(item), item.quantity().negate(), BigDecimal::add));
    assertTrue(sums.values().stream().allMatch(sum -> sum.signum() == 0), () -> "" + sums);
  }

  private static String who(PayItem item) {
    return item.person().userId() + item.month();
  }

  private static void check(LineageSimulation simulation, List<String> ids) {
    Family family = simulation.family;
    String last = ids.getLast();
    boolean isWithdrawal = family.details.get(last).action() == Action.REVOKE;
    boolean isHeld = !isWithdrawal && family.held.contains(last);
    boolean isRecorded = !isWithdrawal && !isHeld && !family.ignored.contains(last);
    Collection<Voucher> effective = simulation.ledger.effective().values();
    assertTrue(effective.size() <= 1, "at most one effective voucher: " + effective);
    List<DocumentId> holders = effective.stream().map(Voucher::document).toList();
    if (!isHeld) {
      boolean isPosted =
          isRecorded && (!family.accruing.contains(last) || family.both.contains(last));
      assertEquals(isPosted ? List.of(new DocumentId(last)) : List.of(), holders);
      assertEquals(isPosted ? 2 : 0, simulation.ledger.balance().size());
      boolean isAccrued = isRecorded && family.accruing.contains(last);
      checkItems(simulation, ids, isAccrued ? Family.items(new DocumentId(last)) : List.of());
    }
    for (String id : ids) {
      boolean mayBeHeld = isHeld && id.equals(last);
      assertTrue(
          mayBeHeld || family.record(id).state() != DocumentState.HELD,
          () -> id + " is HELD for " + family.reasons(id));
      int deaths = simulation.deathsOf(id);
      assertTrue(
          family.calls.get(id) <= 1 + deaths,
          () -> id + " cost " + family.calls.get(id) + " calls, " + deaths + " deaths");
    }
  }
}
