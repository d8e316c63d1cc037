package io.dingledger.rules;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;
import java.time.ZoneId;
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
   * What becomes of a fact that no approval brings: a punch, the result of a day. One that could
   * not be typed is taken for the kind that it seemed to be.
   */
  Translation translate(Context context, Reading fact);

  /**
   * For whom and by what a document is translated.
   *
   * @param tenant whose document it is
   * @param zone the zone in which business dates are dates
   * @param ruleBookVersion the version to be named in explanations
   */
  record Context(Tenant tenant, ZoneId zone, String ruleBookVersion) {}
}
