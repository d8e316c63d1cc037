package io.dingledger.local.rulebook;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.rulebook.Proof;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Page;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.simulation.AbnormalDocuments;
import io.dingledger.rules.simulation.CaseDocument;
import io.dingledger.rules.simulation.Outcome;
import io.dingledger.rules.simulation.Simulation;
import io.dingledger.rules.simulation.SimulationOptions;
import io.dingledger.rules.simulation.SimulationReport;
import io.dingledger.rules.written.Written;
import io.dingledger.rules.written.WrittenDocuments;
import io.dingledger.translate.StoredCases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tries a rule book on what the tenant has had lately and on abnormal documents that the system
 * chooses: the tenant's own if there are any, else examples that come with the product.
 */
final class TryOut {
  /** The newest documents of a tenant that are tried. */
  private static final int MOST_OWN = 400;

  private static final int CHOSEN = 5;
  private static final int PAGE = 100;
  private static final String EXAMPLES = "abnormal-documents.yaml";

  private final DocumentStore documents;
  private final StoredCases cases;

  TryOut(DocumentStore documents, StoredCases cases) {
    this.documents = documents;
    this.cases = cases;
  }

  /** What came of it. */
  sealed interface Tried {
    /** A proof; whether it is enough is for the life cycle to say. */
    record Proven(Proof proof) implements Tried {}

    /** The program or an explanation failed. */
    record Failed(Reason reason) implements Tried {}
  }

  /** Tries a version. */
  Tried of(TenantSettings tenant, String version, RuleBook book) {
    SimulationOptions options = new SimulationOptions(tenant.tenant(), tenant.zone());
    List<CaseDocument> own = own(tenant);
    List<CaseDocument> examples = examples(tenant.zone(), version, book, options);
    List<AbnormalDocuments.Choice> chosen =
        AbnormalDocuments.choose(
                new AbnormalDocuments.Tried(own, Simulation.run(book, version, own, options)),
                new AbnormalDocuments.Tried(
                    examples, Simulation.run(book, version, examples, options)),
                CHOSEN)
            .stream()
            .filter(AbnormalDocuments.Choice::isOdd)
            .toList();
    List<CaseDocument> used = new ArrayList<>(own);
    chosen.stream()
        .filter(AbnormalDocuments.Choice::example)
        .forEach(choice -> used.add(choice.document()));
    SimulationReport report = Simulation.run(book, version, used, options);
    int failed = report.count(Outcome.State.FAILED);
    return failed > 0 || report.disputed() > 0
        ? new Tried.Failed(Reason.of(RuleBookFault.SIMULATION_FAILED, failed, report.disputed()))
        : new Tried.Proven(
            new Proof(
                version,
                report.digest(),
                used.stream().map(each -> each.id().value()).distinct().toList(),
                chosen.stream().map(each -> abnormal(each, version, book, options)).toList()));
  }

  private static Proof.Abnormal abnormal(
      AbnormalDocuments.Choice choice, String version, RuleBook book, SimulationOptions options) {
    CaseDocument document = choice.document();
    return new Proof.Abnormal(
        document.id().value(),
        choice.oddities().stream().map(Enum::name).collect(Collectors.joining(" ")),
        Simulation.run(book, version, List.of(document), options).digest());
  }

  /** A document that changes while pages are read may stand on two of them. */
  private List<CaseDocument> own(TenantSettings tenant) {
    Map<DocumentId, CaseDocument> own = new LinkedHashMap<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<DocumentRecord> page = documents.list(tenant.tenant(), Optional.empty(), cursor, PAGE);
      page.items()
          .forEach(
              record ->
                  cases.of(tenant, record).ifPresent(each -> own.putIfAbsent(each.id(), each)));
      cursor = page.cursor();
    } while (cursor.isPresent() && own.size() < MOST_OWN);
    return List.copyOf(own.values());
  }

  /** Those of kinds that the book has rules for, unless these are too few to prove anything. */
  private static List<CaseDocument> examples(
      ZoneId zone, String version, RuleBook book, SimulationOptions options) {
    List<CaseDocument> all = examples(zone);
    SimulationReport report = Simulation.run(book, version, all, options);
    List<String> foreign =
        report.documents().stream().filter(TryOut::isForeign).map(Outcome::name).toList();
    List<CaseDocument> ours = all.stream().filter(each -> !foreign.contains(each.name())).toList();
    return ours.size() < Proof.LEAST_ABNORMAL ? all : ours;
  }

  private static boolean isForeign(Outcome outcome) {
    return outcome.reasons().stream()
        .anyMatch(reason -> reason.code().equals(HoldReason.KIND_WITHOUT_RULES.code()));
  }

  static List<CaseDocument> examples(ZoneId zone) {
    try (InputStream in = TryOut.class.getResourceAsStream(EXAMPLES)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return switch (WrittenDocuments.read("example", text, zone)) {
        case Written.Documents(List<CaseDocument> read) -> read;
        case Written.Faulty(var faults) ->
            throw new IllegalStateException(EXAMPLES + ": " + faults.getFirst());
      };
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
