package io.dingledger.translate;

import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.simulation.CaseDocument;
import io.dingledger.translate.RuleBooksByDate.InForce;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Says what would become of a document that is processed again now. Nothing is fetched and nothing
 * is written; what it does to earlier documents is not looked at.
 */
public final class Previews {
  private final DocumentStore documents;
  private final StoredCases cases;
  private final RuleBookSource ruleBooks;

  /** Previews of these documents by these rule books. */
  public Previews(DocumentStore documents, StoredCases cases, RuleBookSource ruleBooks) {
    this.documents = documents;
    this.cases = cases;
    this.ruleBooks = ruleBooks;
  }

  /** What a preview gives. */
  public sealed interface Preview {
    /**
     * This would become of it.
     *
     * @param version by which version of the rule book; empty when none could be used
     * @param date its business date
     */
    record Would(Optional<String> version, LocalDate date, Translation translation)
        implements Preview {}

    /** It can't be said, or would not be processed, for this reason. */
    record None(Reason reason) implements Preview {}
  }

  /** The preview of a document. */
  public Preview of(Tenant tenant, DocumentId id) {
    Optional<DocumentRecord> record = documents.find(tenant, id);
    if (record.isEmpty()) {
      return none(AgainReason.UNKNOWN, id);
    }
    Optional<Reason> refusal = Retranslation.refusal(record.get());
    if (refusal.isPresent()) {
      return new Preview.None(refusal.get());
    }
    return switch (ruleBooks.of(tenant)) {
      case RuleBookSource.Active.Unusable(Reason reason) -> new Preview.None(reason);
      case RuleBookSource.Active.Waiting(var why, Reason reason) -> new Preview.None(reason);
      case RuleBookSource.Active.Ready ready ->
          cases
              .of(ready.settings(), record.get())
              .map(found -> of(ready, found))
              .orElseGet(() -> none(AgainReason.NOT_FETCHED, id));
    };
  }

  private static Preview of(RuleBookSource.Active.Ready ready, CaseDocument found) {
    if (found instanceof CaseDocument.Approval approval
        && (!approval.detail().isApproved() || approval.detail().action() == Action.REVOKE)) {
      return none(AgainReason.NOTHING_TO_TRANSLATE, found.id());
    }
    LocalDate date = found.businessDate(ready.settings().zone());
    return switch (ready.books().on(date)) {
      case InForce.None(Reason reason) ->
          new Preview.Would(Optional.empty(), date, new Translation.Held("", List.of(reason)));
      case InForce.Version(String version, RuleBook book) -> {
        RuleBook.Context context =
            new RuleBook.Context(ready.settings().tenant(), ready.settings().zone(), version);
        yield new Preview.Would(Optional.of(version), date, translated(book, context, found));
      }
    };
  }

  private static Translation translated(
      RuleBook book, RuleBook.Context context, CaseDocument found) {
    return switch (found) {
      case CaseDocument.Approval(var name, var detail, var suite, var directory) ->
          book.translate(context, detail, suite, directory);
      case CaseDocument.Fact(var name, var reading) -> book.translate(context, reading);
      case CaseDocument.Written written -> throw new IllegalStateException("nothing is written");
      case CaseDocument.Suite suite -> throw new IllegalStateException("nothing is written");
    };
  }

  private static Preview none(AgainReason why, Object... arguments) {
    return new Preview.None(Reason.of(why, arguments));
  }
}
