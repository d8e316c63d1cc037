package io.dingledger.simulator.judge;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.simulator.world.Instance;
import io.dingledger.simulator.world.Scene;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a document may end in front of a person, or be ignored. In a run all approvals are agreed to
 * and wanted, so both need something that went wrong, and enough of it.
 */
final class HoldRules {
  /** Least tries that fail in the same way before the machine gives up. */
  private static final int LEAST_TRIES = 3;

  /**
   * What a document waited for before; it may stand beside the reason why it is HELD, not alone.
   */
  private static final Set<String> BESIDE =
      Set.of("POST-CONNECTION-DOWN", "RETRY-PARKED", "RETRY-STILL-TRYING");

  private static final Set<String> UNTAKEN =
      Set.of("TRANSLATE-PARENT-HELD", "TRANSLATE-PARENT-UNDECIDED", "TRANSLATE-ORDER-UNCLEAR");

  private final Findings findings;

  private final Workers workers;

  HoldRules(Findings findings, Workers workers) {
    this.findings = findings;
    this.workers = workers;
  }

  void rested(Scene scene, TenantSettings company, Instance instance, DocumentRecord record) {
    List<Reason> reasons =
        record.reasons().stream().filter(each -> !BESIDE.contains(each.code())).toList();
    for (Reason reason : reasons.isEmpty() ? record.reasons() : reasons) {
      Optional<Boolean> isTrue =
          switch (record.state()) {
            case HELD -> Optional.of(warrants(scene, company, instance, record, reason));
            case IGNORED -> Optional.of(excuses(scene, company, instance, reason));
            default -> Optional.empty();
          };
      if (isTrue.filter(holds -> !holds).isPresent()) {
        findings.add(
            scene,
            record.state() == DocumentState.HELD
                ? Invariant.GROUNDLESS_HOLD
                : Invariant.GROUNDLESS_IGNORE,
            company.tenant().id() + " " + instance.id(),
            reason.code() + ": " + reason.english());
      }
    }
  }

  private boolean warrants(
      Scene scene,
      TenantSettings company,
      Instance instance,
      DocumentRecord record,
      Reason reason) {
    return switch (reason.code()) {
      case "RETRY-GAVE-UP" -> triedEnough(scene, company, instance, record);
      case "RETRY-UNDELIVERABLE" -> troubles(scene, company, instance) >= LEAST_TRIES;
      case "TRANSLATE-PARENT-HELD" ->
          family(scene, company, instance)
              .anyMatch(each -> each.state() == DocumentState.HELD && each.postings().isEmpty());
      case "TRANSLATE-PARENT-UNDECIDED" ->
          family(scene, company, instance)
              .flatMap(each -> each.postings().stream())
              .map(Posting::state)
              .anyMatch(state -> state == PostingState.UNKNOWN || state == PostingState.CONFLICT);
      case "TRANSLATE-ORDER-UNCLEAR" -> isUnclear(scene, company, instance);
      case "POST-SENT-ONCE" ->
          record.postings().stream()
              .anyMatch(each -> each.state() == PostingState.CONFLICT && each.isPerhapsInLedger());
      case "POST-KEY-FOUND-TWICE", "POST-KEY-OTHER-CONTENT" ->
          scene.byPeople(company).stream()
              .anyMatch(each -> record.posting(each.voucher().key()).isPresent());
      // Beside it stands why the earlier approval's voucher could not be taken back by us.
      case "RULE-WITHDRAWAL" ->
          instance.action().equals("REVOKE")
              && record.reasons().stream().anyMatch(each -> UNTAKEN.contains(each.code()));
      default -> false;
    };
  }

  private int troubles(Scene scene, TenantSettings company, Instance instance) {
    return workers.troubles(scene, company, company.tenant().id() + " " + instance.id());
  }

  /** The machine gives up after so many tries, each of which something must have made fail. */
  private boolean triedEnough(
      Scene scene, TenantSettings company, Instance instance, DocumentRecord record) {
    Optional<Wait> longest =
        Stream.concat(Stream.of(record.fetch()), record.postings().stream().map(Posting::pending))
            .filter(wait -> wait.dueAt().isEmpty() && wait.failure().isPresent())
            .max((one, other) -> Integer.compare(one.inARow(), other.inARow()));
    boolean isBug =
        longest
            .flatMap(Wait::failure)
            .filter(why -> why.system().equals("dingledger"))
            .filter(why -> why.code().matches(".*(Exception|Error)"))
            .isPresent();
    int tries = longest.map(Wait::inARow).orElse(0);
    return !isBug && tries >= LEAST_TRIES && troubles(scene, company, instance) >= tries;
  }

  private static boolean isUnclear(Scene scene, TenantSettings company, Instance instance) {
    return scene.instances(company).stream()
        .filter(each -> each.businessId().equals(instance.businessId()))
        .filter(each -> !each.id().equals(instance.id()))
        .filter(each -> each.action().equals(instance.action()))
        .anyMatch(
            each ->
                each.finishedAt()
                    .truncatedTo(ChronoUnit.MINUTES)
                    .equals(instance.finishedAt().truncatedTo(ChronoUnit.MINUTES)));
  }

  private static boolean excuses(
      Scene scene, TenantSettings company, Instance instance, Reason reason) {
    List<Instance> family =
        scene.instances(company).stream()
            .filter(each -> each.businessId().equals(instance.businessId()))
            .toList();
    return switch (reason.code()) {
      case "TRANSLATE-SUPERSEDED", "POST-SUPERSEDED" -> !family.getLast().equals(instance);
      case "TRANSLATE-NOTHING-TO-REVERSE" -> instance.action().equals("REVOKE");
      default -> false;
    };
  }

  private static Stream<DocumentRecord> family(
      Scene scene, TenantSettings company, Instance instance) {
    return scene.instances(company).stream()
        .filter(each -> each.businessId().equals(instance.businessId()))
        .filter(each -> !each.id().equals(instance.id()))
        .flatMap(
            each ->
                scene
                    .stores()
                    .documents()
                    .find(company.tenant(), new DocumentId(each.id()))
                    .stream());
  }
}
