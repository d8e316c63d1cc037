package io.dingledger.rules.translation;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.PunchCorrection;
import io.dingledger.model.document.Reading;
import io.dingledger.model.document.ShiftSwap;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Unrecognised;
import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.IgnoreReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.book.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What becomes of documents that are typed without a form mapping. */
final class BuiltInTranslation {
  private static final Directory NOBODY = new Directory(Map.of(), Map.of());

  private final IndexedBook index;
  private final RuleBook.Context context;

  BuiltInTranslation(IndexedBook index, RuleBook.Context context) {
    this.index = index;
    this.context = context;
  }

  /** An approval that the scope takes for a suite of this kind. */
  Translation suite(
      DocumentKind wanted, ApprovalDetail detail, Optional<Reading> suite, Directory directory) {
    Set<Reason> reasons = Header.doubts(detail, directory);
    if (suite.isEmpty()) {
      DocumentHeader header = Header.of(detail, directory, context.zone());
      reasons.add(unrecognised(wanted, detail));
      return held(new Unrecognised(header, wanted.word()), reasons);
    }
    SourceDocument document = suite.get().document();
    reasons.addAll(suite.get().doubts());
    if (document instanceof Unrecognised) {
      if (suite.get().doubts().isEmpty()) {
        reasons.add(unrecognised(wanted, detail));
      }
      return held(document, reasons);
    }
    if (document.kind() != wanted) {
      reasons.add(differs(wanted, detail, document.kind()));
      return held(document, reasons);
    }
    return byRules(document, directory, reasons);
  }

  /** A fact without approval that the scope wants. */
  Translation fact(Reading fact) {
    SourceDocument document = fact.document();
    if (document instanceof DailyResult day && day.isNormal() && fact.doubts().isEmpty()) {
      return new Translation.Ignored(Optional.of(document), Reason.of(IgnoreReason.DAY_NORMAL));
    }
    Set<Reason> reasons = new LinkedHashSet<>(fact.doubts());
    return document instanceof Unrecognised && !reasons.isEmpty()
        ? held(document, reasons)
        : byRules(document, NOBODY, reasons);
  }

  /** A suite that was written down: nothing but the document itself is known of it. */
  Translation written(Reading typed, Directory directory) {
    SourceDocument document = typed.document();
    if (document instanceof DailyResult || document.kind() == DocumentKind.PUNCH) {
      return fact(typed);
    }
    Set<Reason> reasons = new LinkedHashSet<>();
    String userId = document.header().originator().userId();
    if (directory.person(userId).isEmpty()) {
      reasons.add(Reason.of(HoldReason.ORIGINATOR_UNKNOWN, userId));
    }
    reasons.addAll(typed.doubts());
    return document instanceof Unrecognised && !typed.doubts().isEmpty()
        ? held(document, reasons)
        : byRules(document, directory, reasons);
  }

  private Translation byRules(SourceDocument document, Directory directory, Set<Reason> reasons) {
    Optional<Kind> kind = Kind.of(document.kind()).filter(known -> !index.rules(known).isEmpty());
    if (kind.isPresent()) {
      return new TypedTranslation(index, context, document, kind.get(), directory, reasons)
          .translate();
    }
    reasons.addAll(reviews(document));
    return held(document, reasons);
  }

  /** Why a person must look at a document for which there are no rules. */
  private static List<Reason> reviews(SourceDocument document) {
    Reason withoutRules =
        Reason.of(
            HoldReason.KIND_WITHOUT_RULES,
            document.kind().word(),
            KindNames.chinese(document.kind()));
    return switch (document) {
      case PunchCorrection correction -> List.of(Reason.of(HoldReason.PUNCH_CORRECTION_REVIEW));
      case ShiftSwap swap -> List.of(Reason.of(HoldReason.SHIFT_SWAP_REVIEW));
      case Overtime overtime when overtime.isOvernight() ->
          List.of(
              Reason.of(HoldReason.OVERTIME_OVERNIGHT, overtime.starts(), overtime.ends()),
              withoutRules);
      case SourceDocument other -> List.of(withoutRules);
    };
  }

  private static Reason unrecognised(DocumentKind wanted, ApprovalDetail detail) {
    return Reason.of(
        HoldReason.SUITE_UNRECOGNISED,
        detail.processCode(),
        wanted.word(),
        KindNames.chinese(wanted));
  }

  private static Reason differs(DocumentKind wanted, ApprovalDetail detail, DocumentKind found) {
    return Reason.of(
        HoldReason.SUITE_DIFFERS,
        detail.processCode(),
        wanted.word(),
        KindNames.chinese(wanted),
        found.word(),
        KindNames.chinese(found));
  }

  private static Translation held(SourceDocument document, Set<Reason> reasons) {
    return Translation.Held.of(document, List.copyOf(reasons));
  }
}
