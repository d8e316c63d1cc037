package io.dingledger.rules.translation;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.IgnoreReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.ScopeEntry;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A checked rule book at work. Immutable; may be used by any number of threads. */
public final class CompiledRuleBook implements RuleBook {
  private final Book book;

  public CompiledRuleBook(Book book) {
    this.book = book;
  }

  @Override
  public Optional<Reason> outOfScope(EventSubject.Approval approval) {
    boolean wanted =
        book.scope().stream()
            .anyMatch(entry -> entry.wants(approval.processCode(), approval.category()));
    return wanted
        ? Optional.empty()
        : Optional.of(Reason.of(IgnoreReason.OUT_OF_SCOPE, approval.processCode()));
  }

  @Override
  public Translation translate(
      Tenant tenant,
      ZoneId zone,
      String ruleBookVersion,
      ApprovalDetail detail,
      Directory directory) {
    List<FormMapping> forms = forms(detail);
    return switch (forms.size()) {
      case 0 -> new Translation.Ignored(Reason.of(IgnoreReason.OUT_OF_SCOPE, detail.processCode()));
      case 1 ->
          new ClaimTranslation(book, forms.getFirst(), tenant, zone, ruleBookVersion)
              .translate(detail, directory);
      default ->
          new Translation.Held(
              "", List.of(Reason.of(HoldReason.FORM_AMBIGUOUS, detail.processCode())));
    };
  }

  /**
   * The forms that an approval may be. Its detail does not repeat the category, so entries with the
   * very code go first; among entries with a category only, the form decides.
   */
  private List<FormMapping> forms(ApprovalDetail detail) {
    List<FormMapping> byCode =
        book.scope().stream()
            .filter(entry -> entry.processCode().equals(detail.processCode()))
            .map(ScopeEntry::form)
            .distinct()
            .toList();
    if (!byCode.isEmpty()) {
      return byCode;
    }
    List<FormMapping> byCategory =
        book.scope().stream()
            .filter(entry -> entry.processCode().isEmpty())
            .map(ScopeEntry::form)
            .distinct()
            .toList();
    List<FormMapping> fitting = byCategory.stream().filter(form -> fits(form, detail)).toList();
    return fitting.isEmpty() ? byCategory : fitting;
  }

  private static boolean fits(FormMapping form, ApprovalDetail detail) {
    var components = detail.form().components();
    boolean header =
        form.kind().header().stream()
            .filter(field -> field.required())
            .allMatch(field -> isOne(FieldReader.find(components, form.header().get(field.key()))));
    return header && isOne(FieldReader.find(components, form.table()));
  }

  private static boolean isOne(FieldReader.Found found) {
    return found instanceof FieldReader.Found.One;
  }
}
