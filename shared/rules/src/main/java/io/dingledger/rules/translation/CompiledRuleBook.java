package io.dingledger.rules.translation;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.IgnoreReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.ScopeEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
  public Optional<Reason> outOfScope(DocumentKind kind) {
    return Optional.of(Reason.of(IgnoreReason.OUT_OF_SCOPE, kind.word()));
  }

  @Override
  public Set<String> processCodes() {
    return book.scope().stream()
        .map(ScopeEntry::processCode)
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<String> categories() {
    return book.scope().stream()
        .map(ScopeEntry::category)
        .filter(category -> !category.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Translation translate(Context context, Reading fact) {
    return new Translation.Ignored(
        Optional.of(fact.document()),
        Reason.of(IgnoreReason.OUT_OF_SCOPE, fact.document().kind().word()));
  }

  @Override
  public Translation translate(
      Context context, ApprovalDetail detail, Optional<Reading> suite, Directory directory) {
    List<FormMapping> forms = forms(detail);
    return switch (forms.size()) {
      case 0 -> new Translation.Ignored(Reason.of(IgnoreReason.OUT_OF_SCOPE, detail.processCode()));
      case 1 ->
          new ClaimTranslation(
                  book,
                  forms.getFirst(),
                  context.tenant(),
                  context.zone(),
                  context.ruleBookVersion())
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
