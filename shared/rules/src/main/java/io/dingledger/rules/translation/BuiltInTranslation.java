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
import io.dingledger.rules.Translation;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of documents that are typed without a form mapping. They have no rules yet. */
final class BuiltInTranslation {
  private BuiltInTranslation() {}

  /** An approval that the scope takes for a suite of this kind. */
  static Translation suite(
      DocumentKind wanted,
      ApprovalDetail detail,
      Optional<Reading> suite,
      Directory directory,
      ZoneId zone) {
    Set<Reason> reasons = Header.doubts(detail, directory);
    if (suite.isEmpty()) {
      DocumentHeader header = Header.of(detail, directory, zone);
      reasons.add(unrecognised(wanted, detail));
      return held(new Unrecognised(header, wanted.word()), reasons);
    }
    SourceDocument document = suite.get().document();
    reasons.addAll(suite.get().doubts());
    switch (document) {
      case Unrecognised unknown -> {
        if (suite.get().doubts().isEmpty()) {
          reasons.add(unrecognised(wanted, detail));
        }
      }
      case SourceDocument known when known.kind() != wanted ->
          reasons.add(
              Reason.of(
                  HoldReason.SUITE_DIFFERS,
                  detail.processCode(),
                  wanted.word(),
                  KindNames.chinese(wanted),
                  known.kind().word(),
                  KindNames.chinese(known.kind())));
      case SourceDocument known -> reasons.addAll(reviews(known));
    }
    return held(document, reasons);
  }

  /** A fact without approval that the scope wants. */
  static Translation fact(Reading fact) {
    SourceDocument document = fact.document();
    if (document instanceof DailyResult day && day.isNormal() && fact.doubts().isEmpty()) {
      return new Translation.Ignored(Optional.of(document), Reason.of(IgnoreReason.DAY_NORMAL));
    }
    Set<Reason> reasons = new LinkedHashSet<>(fact.doubts());
    if (!(document instanceof Unrecognised) || reasons.isEmpty()) {
      reasons.addAll(reviews(document));
    }
    return held(document, reasons);
  }

  /** Why a person must look at a document of this kind, even when nothing about it is doubtful. */
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

  private static Translation held(SourceDocument document, Set<Reason> reasons) {
    return Translation.Held.of(document, List.copyOf(reasons));
  }
}
