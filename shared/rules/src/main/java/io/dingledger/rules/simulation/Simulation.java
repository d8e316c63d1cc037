package io.dingledger.rules.simulation;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.Closing;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.Usage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tries a rule book on documents, as if they came in order of their business dates, and closes the
 * months that they touch. Pure: nothing is fetched, stored or sent, and the same input gives the
 * same report.
 *
 * <p>Simpler than in earnest: a month is closed when all documents have come, so nothing is late; a
 * document that changes an earlier one is translated beside it, and withdrawals reverse nothing.
 */
public final class Simulation {
  private final RuleBook book;
  private final RuleBook.Context context;
  private final SimulationOptions options;
  private final PaidSoFar paid = new PaidSoFar();
  private final Map<DocumentId, String> seen = new HashMap<>();

  private Simulation(RuleBook book, String version, SimulationOptions options) {
    this.book = book;
    this.options = options;
    this.context = new RuleBook.Context(options.tenant(), options.zone(), version);
  }

  /**
   * Tries a rule book.
   *
   * @param version what explanations are to call the book's version
   * @param cases the documents, in any order
   */
  public static SimulationReport run(
      RuleBook book, String version, List<CaseDocument> cases, SimulationOptions options) {
    Simulation simulation = new Simulation(book, version, options);
    List<Outcome> documents = simulation.documents(cases);
    return SimulationReport.of(version, documents, simulation.months());
  }

  private List<Outcome> documents(List<CaseDocument> cases) {
    List<Outcome> outcomes = new ArrayList<>(cases.size());
    for (CaseDocument each : inOrder(cases)) {
      Outcome outcome = document(each);
      paid.add(outcome.items());
      outcomes.add(outcome);
    }
    return outcomes;
  }

  /** By day; on one day by identifier, so that the order of files does not matter. */
  private List<CaseDocument> inOrder(List<CaseDocument> cases) {
    record Dated(LocalDate date, CaseDocument each) {}
    return cases.stream()
        .map(each -> new Dated(each.businessDate(options.zone()), each))
        .sorted(
            Comparator.comparing(Dated::date)
                .thenComparing(dated -> dated.each().id().value())
                .thenComparing(dated -> dated.each().name()))
        .map(Dated::each)
        .toList();
  }

  private Outcome document(CaseDocument each) {
    Outcomes outcomes = new Outcomes(each.name(), each.id(), each.businessDate(options.zone()));
    String earlier = seen.putIfAbsent(each.id(), each.name());
    if (earlier != null) {
      return outcomes.failed(Reason.of(SimulationReason.REPEATED, earlier, each.id()));
    }
    try {
      return unwanted(each)
          .map(reason -> outcomes.of(new Translation.Ignored(typed(each), reason)))
          .orElseGet(() -> outcomes.of(translated(each)));
    } catch (RuntimeException bug) {
      return outcomes.failed(Reason.of(SimulationReason.FAILED, bug));
    }
  }

  /** What in earnest is decided before a rule book is asked. */
  private static Optional<Reason> unwanted(CaseDocument each) {
    if (!(each instanceof CaseDocument.Approval(var name, var detail, var suite, var people))) {
      return Optional.empty();
    }
    if (!detail.isApproved()) {
      return Optional.of(
          Reason.of(SimulationReason.NOT_APPROVED, detail.status(), detail.result()));
    }
    return detail.action() == ApprovalDetail.Action.REVOKE
        ? Optional.of(Reason.of(SimulationReason.WITHDRAWAL, detail.mainInstanceId().orElse("?")))
        : Optional.empty();
  }

  private Translation translated(CaseDocument each) {
    RuleBook.Context counting = context.counting(usage(each));
    return switch (each) {
      case CaseDocument.Approval(var name, var detail, var suite, var directory) ->
          book.translate(counting, detail, suite, directory);
      case CaseDocument.Written(var name, var kind, var detail, var directory) ->
          book.translateWritten(counting, kind, detail, directory);
      case CaseDocument.Suite(var name, var reading, var directory) ->
          book.translateWritten(counting, reading, directory);
      case CaseDocument.Fact(var name, var reading) -> book.translate(counting, reading);
    };
  }

  private Usage usage(CaseDocument each) {
    LocalDate date = each.businessDate(options.zone());
    return typed(each)
        .map(
            document -> {
              Concerned concerned = Concerned.of(document);
              return paid.of(concerned.userIds(), concerned.years(date));
            })
        .orElseGet(() -> paid.of(originator(each), Set.of(date.getYear())));
  }

  private static Optional<SourceDocument> typed(CaseDocument each) {
    return switch (each) {
      case CaseDocument.Approval(var name, var detail, var suite, var directory) ->
          suite.map(Reading::document);
      case CaseDocument.Written written -> Optional.empty();
      case CaseDocument.Suite(var name, var reading, var directory) ->
          Optional.of(reading.document());
      case CaseDocument.Fact(var name, var reading) -> Optional.of(reading.document());
    };
  }

  private static Set<String> originator(CaseDocument each) {
    return switch (each) {
      case CaseDocument.Approval approval -> Set.of(approval.detail().originatorUserId());
      case CaseDocument.Written written -> Set.of(written.detail().originatorUserId());
      case CaseDocument.Suite suite -> Set.of();
      case CaseDocument.Fact fact -> Set.of();
    };
  }

  private List<Outcome> months() {
    List<Outcome> closed = new ArrayList<>();
    if (book.period().isPresent()) {
      Collection<YearMonth> wanted =
          new TreeSet<>(options.months().isEmpty() ? paid.months() : options.months());
      for (YearMonth month : wanted) {
        closed.add(closed(month));
      }
    }
    return closed;
  }

  private Outcome closed(YearMonth month) {
    Outcomes outcomes =
        new Outcomes(month.toString(), DocumentId.ofPayPeriod(month), month.atEndOfMonth());
    try {
      List<PayItem> items = paid.of(month);
      Closing closing = book.close(context.counting(paid.yearOf(month)), month, items);
      paid.add(closing.made());
      return outcomes.of(closing, items);
    } catch (RuntimeException bug) {
      return outcomes.failed(Reason.of(SimulationReason.FAILED, bug));
    }
  }
}
