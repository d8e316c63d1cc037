package io.dingledger.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FairLineTest {
  private static final Optional<String> BUSY = Optional.of("busy");
  private static final Optional<String> QUIET = Optional.of("quiet");
  private static final long VISIBILITY = 1000;

  private final FairLine<String> line = new FairLine<>();

  private void busy(int many) {
    for (int number = 0; number < many; number++) {
      line.put("busy-" + number, BUSY, 0, false, "busy-" + number);
    }
  }

  private List<String> taken(int many, long now) {
    List<String> taken = new ArrayList<>();
    for (int number = 0; number < many; number++) {
      line.take(now).ifPresent(taken::add);
    }
    return taken;
  }

  @Test
  void aSingleMessageIsNextHoweverManyWaitBeforeIt() {
    busy(10_000);
    taken(20, 0);
    line.put("quiet", QUIET, 1, false, "quiet");
    assertEquals(Optional.of("quiet"), line.take(1));
  }

  @Test
  void aSingleReceiverTakesTurnsEvenWhenNothingIsInHand() {
    busy(3);
    line.put("quiet-0", QUIET, 0, false, "quiet-0");
    line.put("quiet-1", QUIET, 0, false, "quiet-1");
    List<String> order = new ArrayList<>();
    for (int turn = 0; turn < 5; turn++) {
      String next = line.take(0).orElseThrow();
      line.remove(next);
      order.add(next);
    }
    assertEquals(List.of("busy-0", "quiet-0", "busy-1", "quiet-1", "busy-2"), order);
  }

  @Test
  void theBusyOneIsServedWheneverNobodyElseWaits() {
    busy(3);
    assertEquals(List.of("busy-0", "busy-1", "busy-2"), taken(5, 0));
  }

  @Test
  void whoHasFewerInHandComesFirst() {
    busy(5);
    taken(2, 0);
    line.put("quiet-0", QUIET, 0, false, "quiet-0");
    line.put("quiet-1", QUIET, 0, false, "quiet-1");
    line.put("quiet-2", QUIET, 0, false, "quiet-2");
    assertEquals(List.of("quiet-0", "quiet-1"), taken(2, 0));
    assertTrue(taken(2, 0).containsAll(List.of("busy-2", "quiet-2")));
  }

  @Test
  void messagesWithoutAGroupShareALaneOfTheirOwn() {
    busy(100);
    taken(3, 0);
    line.put("tick-0", Optional.empty(), 1, false, "tick-0");
    line.put("tick-1", Optional.empty(), 1, false, "tick-1");
    assertEquals(List.of("tick-0", "tick-1"), taken(2, 1));
  }

  @Test
  void whatIsDelayedWaitsForItsTime() {
    line.put("later", QUIET, 50, false, "later");
    assertEquals(Optional.empty(), line.take(49));
    assertEquals(Optional.of(50L), line.next());
    assertEquals(Optional.of("later"), line.take(50));
  }

  @Test
  void whatIsTakenComesBackWhenItsTimeIsOverAndNotBefore() {
    line.put("quiet", QUIET, 0, false, "quiet");
    assertEquals(Optional.of("quiet"), line.take(0));
    assertEquals(Optional.empty(), line.take(VISIBILITY * 100), "it is in somebody's hands");
    line.put("quiet", QUIET, VISIBILITY, true, "quiet");
    assertEquals(Optional.empty(), line.take(VISIBILITY - 1));
    assertEquals(Optional.of("quiet"), line.take(VISIBILITY));
    assertEquals(1, line.size());
  }

  @Test
  void whatDiedInManyHandsIsNoLongerInHand() {
    busy(10);
    for (String each : taken(5, 0)) {
      line.put(each, BUSY, VISIBILITY, true, each);
    }
    line.put("quiet", QUIET, VISIBILITY, false, "quiet");
    line.take(VISIBILITY);
    assertEquals(1 + 10 - 5 + 5 - 1, line.waiting(VISIBILITY).size());
  }

  @Test
  void whatIsRemovedIsGone() {
    busy(2);
    line.remove("busy-0");
    line.remove("unknown");
    assertEquals(List.of("busy-1"), line.all());
    assertEquals(Optional.empty(), line.find("busy-0"));
    line.clear();
    assertEquals(0, line.size());
    assertEquals(Optional.empty(), line.next());
  }
}
