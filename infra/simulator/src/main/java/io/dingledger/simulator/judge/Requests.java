package io.dingledger.simulator.judge;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.simulator.world.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every question to the ledgers and every request that left, by the ledgers' own time: who sends
 * must have asked just before, alone, and when no earlier request could appear any more.
 */
final class Requests {
  private final Findings findings;
  private final Map<Long, Question> questions = new HashMap<>();
  private final Map<Long, Instant> entered = new HashMap<>();
  private final Set<String> doubtful = new HashSet<>();
  private final Map<String, List<Request>> requests = new HashMap<>();
  private long order;

  Requests(Findings findings) {
    this.findings = findings;
  }

  /** The last thing that a worker asked, with the moment when it began to ask. */
  private record Question(String key, boolean isAbsent, Instant at, long order) {}

  private static final class Request {
    private final long worker;
    private final long order;
    private final Instant began;
    private final Duration longest;
    private Optional<Instant> ended = Optional.empty();
    private boolean isOver;
    private boolean mayHaveAnEffect = true;

    private Request(long worker, long order, Instant began, Duration longest) {
      this.worker = worker;
      this.order = order;
      this.began = began;
      this.longest = longest;
    }

    /** When nothing can come of it any more, but for what is booked and not yet visible. */
    private Instant overAt() {
      return ended.orElseGet(() -> began.plus(longest));
    }
  }

  /** A worker begins to ask. */
  void asking(Scene scene) {
    entered.put(scene.worker(), scene.steady());
  }

  /** A worker was answered: by what the ledger knew at some moment since it was asked. */
  void asked(Scene scene, TenantSettings company, Voucher voucher, Asked answer) {
    questions.put(
        scene.worker(),
        new Question(
            name(company.tenant(), voucher.key().value()),
            answer instanceof Asked.Absent,
            Optional.ofNullable(entered.remove(scene.worker())).orElse(scene.steady()),
            order++));
    if (answer instanceof Asked.Several || answer instanceof Asked.Different) {
      doubtful.add(name(company.tenant(), voucher.key().value()));
    }
  }

  /** Whether the ledger has ever answered that it has it twice, or with other content. */
  boolean isInDoubt(Tenant tenant, String key) {
    return doubtful.contains(name(tenant, key));
  }

  /** A request leaves. */
  void sending(Scene scene, TenantSettings company, Ledger ledger, Voucher voucher) {
    String key = name(company.tenant(), voucher.key().value());
    List<Request> earlier = requests.computeIfAbsent(key, any -> new ArrayList<>());
    Optional<Question> asked =
        Optional.ofNullable(questions.get(scene.worker()))
            .filter(question -> question.isAbsent() && question.key().equals(key));
    boolean another =
        asked.isPresent() && earlier.stream().anyMatch(each -> each.order > asked.get().order());
    if (asked.isEmpty() || another) {
      findings.add(
          scene,
          Invariant.SENT_UNASKED,
          key,
          another ? "another request left since it was asked for" : "it was not asked for");
    }
    if (earlier.stream().anyMatch(each -> !each.isOver)) {
      findings.add(scene, Invariant.SENT_AT_ONCE, key, "an earlier request is still under way");
    }
    if (ledger.guard().canBeAsked()) {
      asked.ifPresent(question -> settled(scene, company, key, question, earlier));
    } else if (ledger.guard() == Guard.SENT_ONCE
        && earlier.stream().anyMatch(each -> each.mayHaveAnEffect)) {
      findings.add(scene, Invariant.SENT_TOO_EARLY, key, "it is to be sent once only");
    }
    earlier.add(new Request(scene.worker(), order++, scene.steady(), ledger.longestSend()));
  }

  private void settled(
      Scene scene, TenantSettings company, String key, Question question, List<Request> earlier) {
    Duration settling = company.ledger().orElseThrow().settlingTime();
    for (Request each : earlier) {
      Instant settledAt = each.overAt().plus(settling);
      if (each.mayHaveAnEffect && question.at().isBefore(settledAt)) {
        findings.add(
            scene,
            Invariant.SENT_TOO_EARLY,
            key,
            "an earlier request could appear for another "
                + Duration.between(question.at(), settledAt).toSeconds()
                + " s when the ledger was asked, which said that it has not got it");
      }
    }
  }

  /** The running worker's request is over; empty when it died meanwhile. */
  void sent(Scene scene, TenantSettings company, Voucher voucher, Optional<Sent> answer) {
    for (Request each : requests.get(name(company.tenant(), voucher.key().value()))) {
      if (each.worker == scene.worker() && !each.isOver) {
        each.isOver = true;
        answer.ifPresent(
            sent -> {
              each.ended = Optional.of(scene.steady());
              each.mayHaveAnEffect =
                  !(sent instanceof Sent.Failed failed)
                      || failed.failure().kind().mayHaveHadAnEffect();
            });
      }
    }
    questions.remove(scene.worker());
  }

  /** Whether a request of this key left that nobody knows to have had no effect. */
  boolean mayBeThere(Tenant tenant, String key) {
    return requests.getOrDefault(name(tenant, key), List.of()).stream()
        .anyMatch(each -> each.mayHaveAnEffect);
  }

  private static String name(Tenant tenant, String key) {
    return tenant.id() + " " + key;
  }
}
