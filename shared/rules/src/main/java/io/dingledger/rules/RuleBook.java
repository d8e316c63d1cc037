package io.dingledger.rules;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;
import java.time.ZoneId;
import java.util.Optional;

/** A checked and compiled rule book: immutable, and a pure function from document to vouchers. */
public interface RuleBook {
  /** Why this approval is none of the rule book's business; empty when it is wanted. */
  Optional<Reason> outOfScope(EventSubject.Approval approval);

  /**
   * Makes vouchers of an approved document. No clock, no input or output, no randomness.
   *
   * @param tenant whose document it is
   * @param zone the zone in which business dates are dates
   * @param ruleBookVersion the version to be named in explanations
   * @param detail the approved document; holding or ignoring what is not approved is the caller's
   *     job
   * @param directory the people and departments it names, as far as known
   */
  Translation translate(
      Tenant tenant,
      ZoneId zone,
      String ruleBookVersion,
      ApprovalDetail detail,
      Directory directory);
}
