package io.dingledger.translate;

import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.rules.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins what the rule book makes of an approval with what the approval does to earlier ones. A
 * withdrawal takes back and records nothing; a change does both or, when it is held, neither; and
 * what was itself withdrawn or replaced only takes back.
 */
final class Replacement {
  private final RedVouchers red;
  private final PayItems payItems;

  Replacement(RedVouchers red, PayItems payItems) {
    this.red = red;
    this.payItems = payItems;
  }

  /** The outcome of a document whose lineage is settled. */
  Outcome outcome(
      Action action, Lineage.Settled lineage, DocumentHeader header, Translation translation) {
    boolean isRecorded = action != Action.REVOKE && lineage.supersededBy().isEmpty();
    return new Outcome(
        kind(translation),
        document(translation),
        lineage.supersededBy(),
        isRecorded && translation instanceof Translation.Held held
            ? new Outcome.Held(held.reasons())
            : ending(isRecorded, lineage, header, translation));
  }

  /** The outcome of a fact, which replaces nothing and is never replaced. */
  Outcome unreplaced(DocumentHeader header, Translation translation) {
    return outcome(
        Action.NONE, new Lineage.Settled(List.of(), Optional.empty()), header, translation);
  }

  /** The outcome of a document that can't be decided because of an earlier one. */
  Outcome doubtful(Reason doubt, Translation translation) {
    List<Reason> reasons = new ArrayList<>(List.of(doubt));
    if (translation instanceof Translation.Held held) {
      reasons.addAll(held.reasons());
    }
    return new Outcome(
        kind(translation), document(translation), Optional.empty(), new Outcome.Held(reasons));
  }

  private Outcome.Ending ending(
      boolean isRecorded, Lineage.Settled lineage, DocumentHeader header, Translation translation) {
    List<Voucher> vouchers =
        new ArrayList<>(red.reversing(lineage.replaced(), header.id(), header.businessDate()));
    List<PayItem> items = new ArrayList<>(payItems.reversing(lineage.replaced(), header.id()));
    if (isRecorded) {
      add(translation, vouchers, items);
    }
    return vouchers.isEmpty() && items.isEmpty()
        ? new Outcome.Ignored(whyNothing(lineage.supersededBy(), translation, isRecorded))
        : new Outcome.Made(vouchers, items);
  }

  private static void add(Translation translation, List<Voucher> vouchers, List<PayItem> items) {
    switch (translation) {
      case Translation.Vouchers made -> vouchers.addAll(some(made.vouchers()));
      case Translation.Accrued accrued -> {
        vouchers.addAll(accrued.vouchers());
        items.addAll(some(accrued.items()));
      }
      case Translation.Held held -> {}
      case Translation.Ignored ignored -> {}
    }
  }

  private static <T> List<T> some(List<T> made) {
    if (made.isEmpty()) {
      throw new IllegalStateException("a translation that makes nothing says why");
    }
    return made;
  }

  private static Reason whyNothing(
      Optional<DocumentId> supersededBy, Translation translation, boolean isRecorded) {
    if (supersededBy.isPresent()) {
      return Reason.of(TranslateReason.SUPERSEDED, supersededBy.get());
    }
    return isRecorded && translation instanceof Translation.Ignored ignored
        ? ignored.reason()
        : Reason.of(TranslateReason.NOTHING_TO_REVERSE);
  }

  private static String kind(Translation translation) {
    return switch (translation) {
      case Translation.Vouchers made -> made.document().kind().word();
      case Translation.Accrued accrued -> accrued.document().kind().word();
      case Translation.Held held -> held.kind();
      case Translation.Ignored ignored ->
          ignored.document().map(document -> document.kind().word()).orElse("");
    };
  }

  private static Optional<SourceDocument> document(Translation translation) {
    return switch (translation) {
      case Translation.Vouchers made -> Optional.of(made.document());
      case Translation.Accrued accrued -> Optional.of(accrued.document());
      case Translation.Held held -> held.document();
      case Translation.Ignored ignored -> ignored.document();
    };
  }
}
