package io.dingledger.simulator.judge;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.simulator.world.Instance;
import io.dingledger.simulator.world.Scene;
import io.dingledger.simulator.world.SimulatedLedger;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true once nothing is under way and nothing is due. */
final class RestRules {
  private final Findings findings;
  private final HoldRules holds;

  RestRules(Findings findings, Workers workers) {
    this.findings = findings;
    this.holds = new HoldRules(findings, workers);
  }

  void rested(Scene scene) {
    for (TenantSettings company : scene.companies()) {
      for (Instance instance : scene.instances(company)) {
        ended(scene, company, instance);
      }
      families(scene, company);
      spokenOf(scene, company);
    }
  }

  private static Optional<DocumentRecord> record(
      Scene scene, TenantSettings company, String document) {
    return scene.stores().documents().find(company.tenant(), new DocumentId(document));
  }

  private void ended(Scene scene, TenantSettings company, Instance instance) {
    Optional<DocumentRecord> record = record(scene, company, instance.id());
    String subject = company.tenant().id() + " " + instance.id();
    if (record.isEmpty() || record.get().approval().isEmpty()) {
      findings.add(
          scene,
          Invariant.LOST_DOCUMENT,
          subject,
          "approved at " + instance.finishedAt() + ", and no event of it was ever taken in");
      return;
    }
    boolean isEnded =
        switch (record.get().state()) {
          case POSTED, ACCRUED -> true;
          case IGNORED, HELD -> !record.get().reasons().isEmpty();
          case RECEIVED, FETCHING, POSTING, PARKED -> false;
        };
    if (!isEnded) {
      findings.add(scene, Invariant.NEVER_AT_REST, subject, "it rests in " + record.get().state());
    }
    holds.rested(scene, company, instance, record.get());
    for (Posting posting : record.get().postings()) {
      posting(scene, company, subject, record.get(), posting);
    }
  }

  private void posting(
      Scene scene, TenantSettings company, String subject, DocumentRecord record, Posting posting) {
    long there =
        scene.book(company).stream()
            .filter(each -> each.voucher().key().equals(posting.key()))
            .count();
    String words = posting.key() + " is said to be " + posting.state() + "; booked: " + there;
    switch (posting.state()) {
      case POSTED -> {
        if (there != 1) {
          findings.add(scene, Invariant.SAID_POSTED, subject, words);
        }
      }
      case WITHDRAWN, REJECTED -> {
        if (there != 0) {
          findings.add(scene, Invariant.SAID_NOT_POSTED, subject, words);
        }
      }
      case READY, CLAIMED, SENDING, PARKED ->
          findings.add(scene, Invariant.NEVER_AT_REST, subject, words);
      case UNKNOWN, CONFLICT -> {
        if (record.state() != DocumentState.HELD) {
          findings.add(scene, Invariant.SILENT, subject, words + ", and nobody is asked");
        }
      }
    }
  }

  /** Whatever is in the book, its document says that it is or may be there. */
  private void spokenOf(Scene scene, TenantSettings company) {
    for (SimulatedLedger.Booked booked : scene.book(company)) {
      Voucher voucher = booked.voucher();
      boolean isSpokenOf =
          record(scene, company, voucher.document().value())
              .flatMap(record -> record.posting(voucher.key()))
              .map(Posting::state)
              .filter(
                  state ->
                      switch (state) {
                        case POSTED, UNKNOWN, CONFLICT -> true;
                        case READY, CLAIMED, SENDING, PARKED, REJECTED, WITHDRAWN -> false;
                      })
              .isPresent();
      if (!isSpokenOf) {
        findings.add(
            scene,
            Invariant.SAID_NOT_POSTED,
            company.tenant().id() + " " + voucher.document(),
            voucher.key() + " is booked as number " + booked.number());
      }
    }
  }

  /** The net of a family's vouchers is what its last document says. */
  private void families(Scene scene, TenantSettings company) {
    Map<String, List<Instance>> families =
        scene.instances(company).stream()
            .collect(
                Collectors.groupingBy(
                    Instance::businessId, LinkedHashMap::new, Collectors.toList()));
    for (List<Instance> members : families.values()) {
      boolean isOpen =
          members.stream()
              .map(member -> record(scene, company, member.id()))
              .anyMatch(record -> record.isEmpty() || record.get().state() == DocumentState.HELD);
      BigDecimal net = net(scene, company, members);
      Set<BigDecimal> allowed =
          isOpen
              ? possible(members, isUndecided(scene, company, members))
              : Set.of(wanted(members.getLast()));
      if (!allowed.contains(net)) {
        findings.add(
            scene,
            Invariant.WRONG_NET,
            company.tenant().id() + " " + members.getFirst().id(),
            "the ledger holds %s of it, and should hold %s%s"
                .formatted(
                    net,
                    wanted(members.getLast()),
                    isOpen ? " or, as long as a person must decide, one of " + allowed : ""));
      }
    }
  }

  private static BigDecimal wanted(Instance last) {
    return plain(last.action().equals("REVOKE") ? BigDecimal.ZERO : new BigDecimal(last.amount()));
  }

  /** Whether nobody knows if a red voucher is in the ledger. */
  private static boolean isUndecided(Scene scene, TenantSettings company, List<Instance> members) {
    return members.stream()
        .flatMap(member -> record(scene, company, member.id()).stream())
        .filter(record -> record.state() == DocumentState.HELD)
        .flatMap(record -> record.postings().stream())
        .filter(posting -> posting.purpose() == Purpose.REVERSE)
        .anyMatch(posting -> posting.state() != PostingState.POSTED);
  }

  /**
   * Even where a person must decide: one version or none, never less than nothing, and two only
   * while the red voucher that takes one of them back is what the person decides about.
   */
  private static Set<BigDecimal> possible(List<Instance> members, boolean undecided) {
    Set<BigDecimal> possible = new HashSet<>(Set.of(plain(BigDecimal.ZERO)));
    members.stream()
        .filter(member -> !member.action().equals("REVOKE"))
        .forEach(member -> possible.add(plain(new BigDecimal(member.amount()))));
    if (undecided) {
      Set<BigDecimal> single = Set.copyOf(possible);
      single.forEach(one -> single.forEach(other -> possible.add(one.add(other))));
    }
    return possible;
  }

  private static BigDecimal net(Scene scene, TenantSettings company, List<Instance> members) {
    Set<String> ids = members.stream().map(Instance::id).collect(Collectors.toSet());
    return plain(
        scene.book(company).stream()
            .map(SimulatedLedger.Booked::voucher)
            .filter(voucher -> ids.contains(voucher.document().value()))
            .flatMap(voucher -> voucher.lines().stream())
            .filter(line -> line.side() == Side.DEBIT)
            .map(line -> line.amount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static BigDecimal plain(BigDecimal amount) {
    return amount.setScale(2);
  }
}
