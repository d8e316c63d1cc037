package io.dingledger.rules;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.rules.book.PeriodVouchers;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A checked and compiled rule book: immutable, and a pure function from document to vouchers. */
public interface RuleBook {
  /**
   * Why this approval is none of the rule book's business; empty when it is wanted. One whose
   * category is not known (its text is empty) is wanted by its code alone.
   */
  Optional<Reason> outOfScope(EventSubject.Approval approval);

  /**
   * Why facts of this kind, which no approval brings, are not wanted; empty when they are. Kinds
   * that approvals bring are never wanted as such.
   */
  Optional<Reason> outOfScope(DocumentKind kind);

  /**
   * The codes of the forms that the scope names: what a catch-up must look through, besides the
   * forms of its categories.
   */
  Set<String> processCodes();

  /** The categories ({@code bizCategoryId}) that the scope names. */
  Set<String> categories();

  /**
   * Makes vouchers of an approved document. No clock, no input or output, no randomness.
   *
   * @param context whose document it is and by which version
   * @param detail the approved document; holding or ignoring what is not approved is the caller's
   *     job, and so is an earlier document that this one changes: it is translated as if it were
   *     new. A withdrawal must not be handed in; it is held
   * @param suite the document as typed from a suite of DingTalk's own, if it is one; otherwise the
   *     rule book's form mapping reads it
   * @param directory the people and departments it names, as far as known
   */
  Translation translate(
      Context context, ApprovalDetail detail, Optional<Reading> suite, Directory directory);

  /**
   * Makes of a document that was written down field by field, as {@code docs/documents.md}
   * describes, what would become of it as an approval. The scope's forms and codes do not matter,
   * only that the book has rules for its kind.
   *
   * @param kind one of the kinds that forms map
   * @param written the document; its form's components have the names of the kind's fields as
   *     {@code bizAlias}
   */
  Translation translateWritten(
      Context context, DocumentKind kind, ApprovalDetail written, Directory directory);

  /**
   * Makes of a document that was written down as it is typed what would become of it. The scope
   * does not matter, only that the book has rules for its kind.
   *
   * @param typed a document that no form maps; there is no approval of it to be doubted
   */
  Translation translateWritten(Context context, Reading typed, Directory directory);

  /**
   * What becomes of a fact that no approval brings: a punch, the result of a day. One that could
   * not be typed is taken for the kind that it seemed to be.
   */
  Translation translate(Context context, Reading fact);

  /**
   * Sums up a month of pay items and makes their voucher.
   *
   * @param month the month that is closed
   * @param items all items that are booked in it, whichever month they concern
   */
  Closing close(Context context, YearMonth month, List<PayItem> items);

  /**
   * Whether a {@link Usage} matters for documents of a kind: because its rules read totals of pay
   * items and hold the document without them, or because they make items that other rules count, so
   * that one which comes too late must wait for a person.
   */
  boolean countsUsage(DocumentKind kind);

  /** How pay items become vouchers; empty when this book makes none of them. */
  Optional<PeriodVouchers> period();

  /**
   * For whom and by what a document is translated.
   *
   * @param tenant whose document it is
   * @param zone the zone in which business dates are dates
   * @param ruleBookVersion the version to be named in explanations
   * @param usage the pay items that conditions may count; empty when they were not looked up, and
   *     then what needs them is held
   */
  record Context(Tenant tenant, ZoneId zone, String ruleBookVersion, Optional<Usage> usage) {
    /** Without pay items. */
    public Context(Tenant tenant, ZoneId zone, String ruleBookVersion) {
      this(tenant, zone, ruleBookVersion, Optional.empty());
    }

    /** The same, with these pay items. */
    public Context counting(Usage found) {
      return new Context(tenant, zone, ruleBookVersion, Optional.of(found));
    }
  }
}
