package io.dingledger.rules.translation;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Unrecognised;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.Closing;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.IgnoreReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.PeriodVouchers;
import io.dingledger.rules.book.ScopeEntry.Target;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A checked rule book at work. Immutable; may be used by any number of threads. */
public final class CompiledRuleBook implements RuleBook {
  private final Book book;
  private final IndexedBook index;
  private final Scope scope;

  public CompiledRuleBook(Book book) {
    this.book = book;
    this.index = new IndexedBook(book);
    this.scope = new Scope(book.scope());
  }

  @Override
  public Optional<Reason> outOfScope(EventSubject.Approval approval) {
    return scope.wants(approval.processCode(), approval.category())
        ? Optional.empty()
        : Optional.of(Reason.of(IgnoreReason.OUT_OF_SCOPE, approval.processCode()));
  }

  @Override
  public Optional<Reason> outOfScope(DocumentKind kind) {
    return scope.wants(kind)
        ? Optional.empty()
        : Optional.of(
            Reason.of(IgnoreReason.KIND_OUT_OF_SCOPE, kind.word(), KindNames.chinese(kind)));
  }

  @Override
  public Set<String> processCodes() {
    return scope.processCodes();
  }

  @Override
  public Set<String> categories() {
    return scope.categories();
  }

  @Override
  public Translation translate(
      Context context, ApprovalDetail detail, Optional<Reading> suite, Directory directory) {
    List<Target> targets = scope.targets(detail, suite);
    return switch (targets.size()) {
      case 0 ->
          new Translation.Ignored(
              suite.map(Reading::document),
              Reason.of(IgnoreReason.OUT_OF_SCOPE, detail.processCode()));
      case 1 -> translate(targets.getFirst(), context, detail, suite, directory);
      default -> ambiguous(context, detail, suite, directory);
    };
  }

  private Translation translate(
      Target target,
      Context context,
      ApprovalDetail detail,
      Optional<Reading> suite,
      Directory directory) {
    return switch (target) {
      case Target.ByForm(FormMapping form) ->
          new FormTranslation(index, form, context).translate(detail, directory);
      case Target.BuiltIn(DocumentKind kind) ->
          new BuiltInTranslation(index, context).suite(kind, detail, suite, directory);
    };
  }

  private static Translation ambiguous(
      Context context, ApprovalDetail detail, Optional<Reading> suite, Directory directory) {
    SourceDocument document =
        suite
            .map(Reading::document)
            .orElseGet(() -> new Unrecognised(Header.of(detail, directory, context.zone()), ""));
    return Translation.Held.of(
        document, List.of(Reason.of(HoldReason.FORM_AMBIGUOUS, detail.processCode())));
  }

  @Override
  public Translation translate(Context context, Reading fact) {
    Optional<Reason> unwanted = outOfScope(kindOf(fact.document()));
    return unwanted.isPresent()
        ? new Translation.Ignored(Optional.of(fact.document()), unwanted.get())
        : new BuiltInTranslation(index, context).fact(fact);
  }

  @Override
  public Translation translateWritten(
      Context context, DocumentKind kind, ApprovalDetail written, Directory directory) {
    Optional<Kind> known = Kind.of(kind).filter(Kind::isForm);
    if (known.isEmpty()) {
      throw new IllegalArgumentException("no form maps " + kind.word());
    }
    Set<String> forms = index.forms(known.get());
    String stated = WrittenForms.stated(written.form());
    Optional<Reason> unfit = Optional.empty();
    if (index.rules(known.get()).isEmpty()) {
      unfit =
          Optional.of(
              Reason.of(HoldReason.KIND_WITHOUT_RULES, kind.word(), KindNames.chinese(kind)));
    } else if (!stated.isEmpty() && !forms.contains(stated)) {
      unfit =
          Optional.of(
              Reason.of(HoldReason.FORM_UNKNOWN, stated, kind.word(), String.join(", ", forms)));
    }
    if (unfit.isPresent()) {
      DocumentHeader header = Header.of(written, directory, context.zone());
      return new Translation.Held(
          kind.word(), Optional.of(new Unrecognised(header, kind.word())), List.of(unfit.get()));
    }
    String only = forms.size() == 1 ? forms.iterator().next() : "";
    FormMapping form =
        WrittenForms.mapping(known.get(), stated.isEmpty() ? only : stated, written.form());
    return new FormTranslation(index, form, context).translate(written, directory);
  }

  @Override
  public Translation translateWritten(Context context, Reading typed, Directory directory) {
    return new BuiltInTranslation(index, context).written(typed, directory);
  }

  @Override
  public Closing close(Context context, YearMonth month, List<PayItem> items) {
    return new PeriodClose(index, context, month).close(items);
  }

  @Override
  public boolean countsUsage(DocumentKind kind) {
    return Arrays.stream(Kind.values())
        .anyMatch(known -> known.document() == kind && index.counts(known));
  }

  @Override
  public Optional<PeriodVouchers> period() {
    return book.pay().period();
  }

  /** What could not be typed is wanted as what it seemed to be. */
  private static DocumentKind kindOf(SourceDocument document) {
    return document instanceof Unrecognised unknown
        ? DocumentKind.of(unknown.supposedKind()).orElse(DocumentKind.UNRECOGNISED)
        : document.kind();
  }
}
