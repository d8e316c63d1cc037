package io.dingledger.simulator.judge;

import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.simulator.world.Scene;
import io.dingledger.simulator.world.SimulatedLedger;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may become of a voucher's progress from one write of its document to the next. */
final class PostingRules {
  private static final Map<PostingState, Set<PostingState>> STEPS = steps();

  private final Findings findings;
  private final Requests requests;

  /** Which worker holds a claim: by company, key and fencing number. */
  private final Map<String, Long> claims = new HashMap<>();

  PostingRules(Findings findings, Requests requests) {
    this.findings = findings;
    this.requests = requests;
  }

  private static Map<PostingState, Set<PostingState>> steps() {
    Map<PostingState, Set<PostingState>> steps = new EnumMap<>(PostingState.class);
    Set<PostingState> free = EnumSet.complementOf(EnumSet.of(PostingState.UNKNOWN));
    steps.put(PostingState.READY, free);
    steps.put(PostingState.CLAIMED, EnumSet.allOf(PostingState.class));
    steps.put(PostingState.SENDING, EnumSet.allOf(PostingState.class));
    Set<PostingState> unknown = EnumSet.allOf(PostingState.class);
    unknown.removeAll(EnumSet.of(PostingState.READY, PostingState.REJECTED));
    steps.put(PostingState.UNKNOWN, unknown);
    steps.put(
        PostingState.PARKED,
        EnumSet.of(
            PostingState.PARKED,
            PostingState.READY,
            PostingState.UNKNOWN,
            PostingState.REJECTED,
            PostingState.WITHDRAWN));
    steps.put(PostingState.POSTED, EnumSet.of(PostingState.POSTED));
    steps.put(PostingState.CONFLICT, EnumSet.of(PostingState.CONFLICT));
    steps.put(PostingState.REJECTED, EnumSet.of(PostingState.REJECTED, PostingState.WITHDRAWN));
    steps.put(PostingState.WITHDRAWN, EnumSet.of(PostingState.WITHDRAWN));
    return steps;
  }

  /** A voucher that its document has for the first time. */
  void began(Scene scene, Place place, Posting posting) {
    if (posting.state() != PostingState.READY || posting.fence() != 0) {
      add(scene, Invariant.ILLEGAL_STEP, place, posting, "it begins as " + posting.state());
    }
    truth(scene, place, posting, Optional.empty());
  }

  /** A voucher before and after a write. */
  void moved(Scene scene, Place place, Posting before, Posting after) {
    if (!before.equals(after)) {
      step(scene, place, before, after);
      fence(scene, place, before, after);
      truth(scene, place, after, Optional.of(before));
      boolean wasForgotten = before.isPerhapsInLedger() && !after.isPerhapsInLedger();
      if (wasForgotten && requests.mayBeThere(place.tenant(), after.key().value())) {
        add(
            scene,
            Invariant.SEND_FORGOTTEN,
            place,
            after,
            "a request may have had its effect, and %s → %s says that none left"
                .formatted(before.state(), after.state()));
      }
    }
  }

  private void step(Scene scene, Place place, Posting before, Posting after) {
    boolean taken =
        before.state() == PostingState.POSTED
            && after.state() == PostingState.CONFLICT
            && before.awaitsConfirmation();
    boolean isLegal = STEPS.get(before.state()).contains(after.state()) || taken;
    boolean isSame = before.purpose() == after.purpose() && before.key().equals(after.key());
    boolean keepsReference =
        before.reference().isEmpty() || before.reference().equals(after.reference());
    if (!isLegal || !isSame || !keepsReference) {
      String what =
          isLegal && isSame
              ? "its number in the ledger changes"
              : before.state() + " → " + after.state();
      add(scene, Invariant.ILLEGAL_STEP, place, after, what);
    }
  }

  /** Nobody writes over a claim that holds, and each new claim has the next number. */
  private void fence(Scene scene, Place place, Posting before, Posting after) {
    long grown = after.fence() - before.fence();
    boolean isHeld = isHeld(after.state());
    if (grown < 0 || grown > 1 || (grown == 0 && isHeld && !isHeld(before.state()))) {
      add(
          scene,
          Invariant.FENCE,
          place,
          after,
          "%s #%d → %s #%d"
              .formatted(before.state(), before.fence(), after.state(), after.fence()));
    }
    long holder = claims.getOrDefault(claim(place, before), scene.worker());
    boolean isAnothers = isHeld(before.state()) && holder != scene.worker();
    if (isAnothers && !leaseRanOut(scene, before)) {
      add(
          scene,
          Invariant.FENCE,
          place,
          after,
          "worker %d writes %s → %s over the claim #%d of worker %d, which holds until %s"
              .formatted(
                  scene.worker(),
                  before.state(),
                  after.state(),
                  before.fence(),
                  holder,
                  before.leaseUntil().map(Object::toString).orElse("?")));
    }
    boolean isOld = isHeld(before.state()) && grown == 0 && !isAnothers;
    boolean isSent = after.state() == PostingState.SENDING;
    if (isOld && isSent && leaseIsLongOver(scene, before)) {
      add(scene, Invariant.FENCE, place, after, "it is to be sent after its claim has run out");
    }
    if (isHeld && grown == 1) {
      claims.put(claim(place, after), scene.worker());
    }
  }

  /** Whether some machine's clock may say that a claim has run out. */
  private static boolean leaseRanOut(Scene scene, Posting posting) {
    Instant latest = scene.now().plus(Clocks.apart(scene));
    return posting.leaseUntil().filter(latest::isBefore).isEmpty();
  }

  /** Whether each machine's clock says that a claim has run out. */
  private static boolean leaseIsLongOver(Scene scene, Posting posting) {
    Instant earliest = scene.now().minus(Clocks.apart(scene));
    return posting.leaseUntil().filter(earliest::isBefore).isEmpty();
  }

  private static String claim(Place place, Posting posting) {
    return place.tenant().id() + " " + posting.key() + " #" + posting.fence();
  }

  private static boolean isHeld(PostingState state) {
    return state == PostingState.CLAIMED || state == PostingState.SENDING;
  }

  /** What is newly said is held against the ledger's own book. */
  private void truth(Scene scene, Place place, Posting now, Optional<Posting> before) {
    if (before.filter(each -> each.state() == now.state()).isPresent()) {
      return;
    }
    List<String> there = booked(scene, place, now);
    switch (now.state()) {
      case POSTED -> {
        String said = now.reference().map(LedgerReference::id).orElse("none");
        if (!there.contains(said)) {
          add(scene, Invariant.SAID_POSTED, place, now, "as " + said + "; there: " + there);
        }
        if (requests.isInDoubt(place.tenant(), now.key().value())) {
          add(
              scene,
              Invariant.SAID_POSTED,
              place,
              now,
              "the ledger had answered that it has it twice or with other content");
        }
      }
      case READY, REJECTED, WITHDRAWN -> {
        if (!there.isEmpty()) {
          add(
              scene,
              Invariant.SAID_NOT_POSTED,
              place,
              now,
              "it is said to be " + now.state() + "; there: " + there);
        }
      }
      case CLAIMED, SENDING, UNKNOWN, CONFLICT, PARKED -> {}
    }
  }

  static List<String> booked(Scene scene, Place place, Posting posting) {
    return scene.companies().stream()
        .filter(company -> company.tenant().equals(place.tenant()))
        .flatMap(company -> scene.book(company).stream())
        .filter(each -> each.voucher().key().equals(posting.key()))
        .map(SimulatedLedger.Booked::number)
        .map(number -> "id-" + number)
        .toList();
  }

  private void add(Scene scene, Invariant invariant, Place place, Posting posting, String words) {
    findings.add(scene, invariant, place.name() + " " + posting.key(), words);
  }
}
