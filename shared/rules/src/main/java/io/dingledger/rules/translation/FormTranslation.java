package io.dingledger.rules.translation;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Unrecognised;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.FormMapping;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.expression.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a voucher of one approval that a form mapping reads, or finds every reason not to. */
final class FormTranslation {
  private static final int FIRST_REVISION = 1;

  private final IndexedBook index;
  private final Book book;
  private final FormMapping mapping;
  private final Kind kind;
  private final RuleBook.Context context;
  private final Set<Reason> reasons = new LinkedHashSet<>();

  FormTranslation(IndexedBook index, FormMapping mapping, RuleBook.Context context) {
    this.index = index;
    this.book = index.book();
    this.mapping = mapping;
    this.kind = mapping.kind();
    this.context = context;
  }

  Translation translate(ApprovalDetail detail, Directory directory) {
    reasons.addAll(Header.doubts(detail, directory));
    DocumentHeader header = Header.of(detail, directory, context.zone());
    Concerned who = Concerned.originator(header, directory);
    FormFacts facts =
        new FormReader(book, mapping)
            .read(detail.form(), HeaderFacts.of(header, kind, who, book.people()));
    reasons.addAll(facts.reasons());
    Made made =
        Made.of(
            index,
            context,
            kind,
            detail.id(),
            who,
            new FactSheet(facts.document(), facts.rows(), facts.reasons()),
            "",
            reasons);
    boolean paysOnly = made.lines().isEmpty() && !made.items().isEmpty();
    if (reasons.isEmpty() && !paysOnly) {
      LinesMaker.check(made.lines(), book.currency(), reasons);
    }
    Optional<SourceDocument> document =
        new DocumentMaker(book.currency(), facts).document(kind, header);
    if (!reasons.isEmpty() || document.isEmpty()) {
      return held(header, facts, document);
    }
    List<Voucher> vouchers = paysOnly ? List.of() : List.of(voucher(header, facts, made));
    return made.items().isEmpty()
        ? new Translation.Vouchers(document.get(), vouchers)
        : new Translation.Accrued(document.get(), made.items(), vouchers);
  }

  private Voucher voucher(DocumentHeader header, FormFacts facts, Made made) {
    return new Voucher(
        VoucherKey.of(context.tenant(), header.id(), Purpose.RECORD, FIRST_REVISION),
        header.id(),
        Purpose.RECORD,
        header.businessDate(),
        book.currency(),
        made.summary(),
        attachments(facts),
        made.lines());
  }

  /** A form of which nothing was found is of no known kind, whatever the scope says. */
  private Translation held(
      DocumentHeader header, FormFacts facts, Optional<SourceDocument> document) {
    SourceDocument known =
        document.orElseGet(
            () -> new Unrecognised(header.withOrigins(facts.origins()), kind.word()));
    DocumentKind word = facts.origins().isEmpty() ? DocumentKind.UNRECOGNISED : kind.document();
    return new Translation.Held(word.word(), Optional.of(known), List.copyOf(reasons));
  }

  private int attachments(FormFacts facts) {
    return facts.document().get(kind.path("attachments")) instanceof Fact.Given given
            && given.value() instanceof Value.Decimal count
        ? count.number().intValueExact()
        : 1;
  }
}
