package io.dingledger.simulator.judge;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.platform.store.Write;
import io.dingledger.simulator.kernel.Chance;
import io.dingledger.simulator.world.Push;
import io.dingledger.simulator.world.Referee;
import io.dingledger.simulator.world.Scene;
import io.dingledger.simulator.world.SimulatedLedger;
import io.dingledger.simulator.world.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Holds a run against the promises: at each write, question, request, booking and answer, and once
 * more when everything is quiet. It believes the ledgers' own books, the approvals and its own
 * arithmetic, and nothing that the system says of itself. One judge for one run.
 */
public final class Judge implements Referee {
  private final Findings findings = new Findings();
  private final Workers workers = new Workers();
  private final Vouchers vouchers = new Vouchers();
  private final Requests requests = new Requests(findings);
  private final BookRules books = new BookRules(findings, vouchers);
  private final TraceRules traces = new TraceRules(findings, workers);
  private final SilenceRules silence = new SilenceRules(findings, workers);
  private final RestRules rest = new RestRules(findings, workers);
  private final RecordRules records =
      new RecordRules(findings, vouchers, new PostingRules(findings, requests));

  @Override
  public void wrote(Scene scene, List<Write> writes) {
    writes.stream()
        .flatMap(write -> Place.of(write.key()).stream())
        .forEach(place -> workers.isAt(scene, place.name()));
    records.wrote(scene, writes);
    silence.wrote(scene, writes, records.known());
  }

  @Override
  public void asking(Scene scene, TenantSettings company, Voucher voucher) {
    requests.asking(scene);
  }

  @Override
  public void struck(Scene scene, Chance.Struck struck) {
    workers.struck(scene, struck);
  }

  @Override
  public void handedOut(Scene scene, String corpId, List<String> rows) {
    traces.handedOut(scene, corpId, rows);
  }

  @Override
  public void asked(Scene scene, TenantSettings company, Voucher voucher, Asked answer) {
    workers.isAt(scene, company.tenant().id() + " " + voucher.document());
    requests.asked(scene, company, voucher, answer);
  }

  @Override
  public void sending(Scene scene, TenantSettings company, Ledger ledger, Voucher voucher) {
    books.sending(scene, company, ledger, voucher);
    requests.sending(scene, company, ledger, voucher);
  }

  @Override
  public void sent(Scene scene, TenantSettings company, Voucher voucher, Optional<Sent> answer) {
    requests.sent(scene, company, voucher, answer);
  }

  @Override
  public void booked(Scene scene, TenantSettings company, SimulatedLedger.Booked booked) {
    books.booked(scene, company, booked);
  }

  @Override
  public void accepted(Scene scene, TenantSettings company, Push push) {
    traces.accepted(scene, company, push);
  }

  @Override
  public void handled(Scene scene, String queue, String body) {
    traces.handled(scene, queue, body);
  }

  @Override
  public void ended(Scene scene, String function, long worker) {
    traces.ended(scene, worker);
    silence.ended(scene, worker, records.known());
  }

  @Override
  public void rested(Scene scene) {
    rest.rested(scene);
  }

  @Override
  public void restless(Scene scene, String why) {
    findings.add(scene, Invariant.NEVER_AT_REST, "the run", why);
  }

  @Override
  public List<Violation> violations() {
    return findings.all();
  }
}
