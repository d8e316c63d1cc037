package io.dingledger.simulator.judge;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.platform.store.Write;
import io.dingledger.simulator.world.Instance;
import io.dingledger.simulator.world.Referee;
import io.dingledger.simulator.world.Scene;
import io.dingledger.simulator.world.SimulatedLedger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at the ledgers' own books, and at what people would see, when everything is quiet. */
public final class Judge implements Referee {
  private final List<String> violations = new ArrayList<>();

  @Override
  public void booked(Scene scene, TenantSettings company, SimulatedLedger.Booked booked) {
    VoucherKey key = booked.voucher().key();
    boolean again =
        scene.book(company).stream()
                .filter(each -> each.voucher().key().equals(key))
                .limit(2)
                .count()
            > 1;
    if (again) {
      violations.add(company.tenant() + ": " + key + " was booked once more");
    }
  }

  @Override
  public void wrote(Scene scene, List<Write> writes) {}

  @Override
  public void rested(Scene scene) {
    for (TenantSettings tenant : scene.companies()) {
      rulesOf(scene, tenant);
      for (Instance instance : scene.instances(tenant)) {
        ended(scene, tenant, instance);
      }
      families(scene, tenant);
    }
  }

  @Override
  public List<String> violations() {
    return List.copyOf(violations);
  }

  private static Optional<DocumentRecord> record(Scene scene, TenantSettings tenant, String id) {
    return scene.stores().documents().find(tenant.tenant(), new DocumentId(id));
  }

  private void rulesOf(Scene scene, TenantSettings tenant) {
    for (SimulatedLedger.Booked each : scene.book(tenant)) {
      for (VoucherLine line : each.voucher().lines()) {
        if (!scene.books(tenant).containsKey(line.explanation().ruleBookVersion())) {
          violations.add(each.voucher().key() + " was made by a rule book that was never in force");
        }
      }
    }
  }

  private void ended(Scene scene, TenantSettings tenant, Instance instance) {
    Optional<DocumentRecord> record = record(scene, tenant, instance.id());
    if (record.isEmpty()) {
      violations.add(tenant.tenant() + ": " + instance.id() + " is lost");
      return;
    }
    DocumentState state = record.get().state();
    boolean visible =
        switch (state) {
          case POSTED, ACCRUED -> true;
          case IGNORED, HELD -> !record.get().reasons().isEmpty();
          case RECEIVED, FETCHING, POSTING, PARKED -> false;
        };
    if (!visible) {
      violations.add(tenant.tenant() + ": " + instance.id() + " rests in " + state);
    }
    for (Posting posting : record.get().postings()) {
      boolean there =
          scene.book(tenant).stream().anyMatch(each -> each.voucher().key().equals(posting.key()));
      if (posting.state() == PostingState.POSTED && !there) {
        violations.add(posting.key() + " is said to be posted and is not in the ledger");
      }
      if (posting.state() == PostingState.WITHDRAWN && there) {
        violations.add(posting.key() + " is said to be withdrawn and is in the ledger");
      }
    }
  }

  /** The net of a family's vouchers is what its last document says, unless a person must decide. */
  private void families(Scene scene, TenantSettings tenant) {
    Map<String, List<Instance>> families =
        scene.instances(tenant).stream()
            .collect(
                Collectors.groupingBy(
                    Instance::businessId, LinkedHashMap::new, Collectors.toList()));
    families.forEach(
        (number, members) -> {
          boolean open =
              members.stream()
                  .map(member -> record(scene, tenant, member.id()))
                  .anyMatch(
                      record -> record.isEmpty() || record.get().state() == DocumentState.HELD);
          Instance last = members.getLast();
          BigDecimal wanted =
              last.action().equals("REVOKE") ? BigDecimal.ZERO : new BigDecimal(last.amount());
          BigDecimal net = net(scene, tenant, members);
          if (!open && net.compareTo(wanted) != 0) {
            violations.add(
                tenant.tenant()
                    + ": the ledger holds "
                    + net
                    + " of "
                    + members.getFirst().id()
                    + ", and it should be "
                    + wanted);
          }
        });
  }

  private BigDecimal net(Scene scene, TenantSettings tenant, List<Instance> members) {
    return scene.book(tenant).stream()
        .map(SimulatedLedger.Booked::voucher)
        .filter(
            voucher ->
                members.stream().anyMatch(member -> member.id().equals(voucher.document().value())))
        .flatMap(voucher -> voucher.lines().stream())
        .filter(line -> line.side() == Side.DEBIT)
        .map(line -> line.amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
