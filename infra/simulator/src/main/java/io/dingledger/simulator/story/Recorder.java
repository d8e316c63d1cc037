package io.dingledger.simulator.story;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.platform.store.Write;
import io.dingledger.simulator.judge.Judge;
import io.dingledger.simulator.kernel.Chance;
import io.dingledger.simulator.world.Instance;
import io.dingledger.simulator.world.Push;
import io.dingledger.simulator.world.Referee;
import io.dingledger.simulator.world.Scene;
import io.dingledger.simulator.world.SimulatedLedger;
import io.dingledger.simulator.world.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A judge that also writes down what happens, for the story. */
final class Recorder implements Referee {
  private final Judge judge = new Judge();
  private final List<Line> lines = new ArrayList<>();
  private final List<Approval> approvals = new ArrayList<>();
  private final List<Booking> bookings = new ArrayList<>();
  private int broken;

  /** What a line is about. */
  enum Sort {
    /** Something went wrong. */
    STRIKE("!"),
    /** A push that DingTalk was thanked for. */
    PUSH(">"),
    /** Something at the ledger. */
    LEDGER("$"),
    /** A promise was broken. */
    BROKEN("X");

    private final String mark;

    Sort(String mark) {
      this.mark = mark;
    }

    String mark() {
      return mark;
    }
  }

  /**
   * Something that happened.
   *
   * @param company empty when it concerns no single one
   * @param document empty when it concerns no single one
   */
  record Line(Instant at, Sort sort, String company, String document, String words) {}

  /** An approval as it ended. */
  record Approval(String company, Instance instance, Optional<DocumentRecord> record) {}

  /** What is in a company's own book. */
  record Booking(String company, SimulatedLedger.Booked booked) {}

  List<Line> lines() {
    return List.copyOf(lines);
  }

  List<Approval> approvals() {
    return List.copyOf(approvals);
  }

  List<Booking> bookings() {
    return List.copyOf(bookings);
  }

  private void line(Scene scene, Sort sort, String company, String document, String words) {
    lines.add(new Line(scene.now(), sort, company, document, words));
  }

  private void ledger(Scene scene, TenantSettings company, Voucher voucher, String words) {
    line(
        scene,
        Sort.LEDGER,
        company.tenant().id(),
        voucher.document().value(),
        "%s %s %s (worker %d)".formatted(words, voucher.purpose(), voucher.key(), scene.worker()));
  }

  /** What the judge has found since it was last looked at. */
  private void judged(Scene scene) {
    List<Violation> all = judge.violations();
    for (; broken < all.size(); broken++) {
      line(scene, Sort.BROKEN, "", "", all.get(broken).toString());
    }
  }

  @Override
  public void struck(Scene scene, Chance.Struck struck) {
    line(
        scene,
        Sort.STRIKE,
        "",
        "",
        "%s · %s · #%d%s"
            .formatted(
                struck.what(),
                struck.where(),
                struck.number(),
                scene.worker() > 0 ? " (worker " + scene.worker() + ")" : ""));
  }

  @Override
  public void wrote(Scene scene, List<Write> writes) {
    judge.wrote(scene, writes);
    judged(scene);
  }

  @Override
  public void asked(Scene scene, TenantSettings company, Voucher voucher, Asked answer) {
    ledger(scene, company, voucher, "asked: " + answer.getClass().getSimpleName());
    judge.asked(scene, company, voucher, answer);
    judged(scene);
  }

  @Override
  public void sending(Scene scene, TenantSettings company, Ledger ledger, Voucher voucher) {
    ledger(scene, company, voucher, "a request leaves:");
    judge.sending(scene, company, ledger, voucher);
    judged(scene);
  }

  @Override
  public void sent(Scene scene, TenantSettings company, Voucher voucher, Optional<Sent> answer) {
    String words =
        answer
            .map(
                sent ->
                    sent instanceof Sent.Failed failed
                        ? "failed, " + failed.failure().kind()
                        : "confirmed")
            .orElse("nobody lives to hear the answer");
    ledger(scene, company, voucher, words + ":");
    judge.sent(scene, company, voucher, answer);
    judged(scene);
  }

  @Override
  public void booked(Scene scene, TenantSettings company, SimulatedLedger.Booked booked) {
    ledger(scene, company, booked.voucher(), "BOOKED as number " + booked.number() + ":");
    judge.booked(scene, company, booked);
    judged(scene);
  }

  @Override
  public void accepted(Scene scene, TenantSettings company, Push push) {
    line(
        scene,
        Sort.PUSH,
        company.tenant().id(),
        push.instance().id(),
        "a push of its " + push.type() + " is answered success");
    judge.accepted(scene, company, push);
    judged(scene);
  }

  @Override
  public void handled(Scene scene, String queue, String body) {
    judge.handled(scene, queue, body);
    judged(scene);
  }

  @Override
  public void ended(Scene scene, String function, long worker) {
    judge.ended(scene, function, worker);
    judged(scene);
  }

  @Override
  public void restless(Scene scene, String why) {
    judge.restless(scene, why);
    judged(scene);
  }

  @Override
  public void rested(Scene scene) {
    judge.rested(scene);
    judged(scene);
    for (TenantSettings company : scene.companies()) {
      String name = company.tenant().id();
      for (Instance instance : scene.instances(company)) {
        approvals.add(
            new Approval(
                name,
                instance,
                scene.stores().documents().find(company.tenant(), new DocumentId(instance.id()))));
      }
      scene.book(company).forEach(booked -> bookings.add(new Booking(name, booked)));
    }
  }

  @Override
  public List<Violation> violations() {
    return judge.violations();
  }
}
