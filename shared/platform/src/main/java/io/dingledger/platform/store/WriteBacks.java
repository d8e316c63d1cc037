package io.dingledger.platform.store;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Documents of other systems whose voucher numbers are still to be told there. One is expected as
 * soon as vouchers are made, so that no crash between posting and telling can lose it.
 *
 * <p>Every method may throw an unchecked exception when the store gives no answer.
 */
public interface WriteBacks {
  /** Expects that a document's numbers are told; one that is expected already stays as it is. */
  void expect(Tenant tenant, DocumentId document, Instant at);

  /** What is expected of a document. */
  Optional<Expected> find(Tenant tenant, DocumentId document);

  /** All that is expected, in no particular order. */
  List<Expected> all(Tenant tenant);

  /** Notes a try that did not end it; nothing happens when it is over meanwhile. */
  void tried(Tenant tenant, Expected expected, Instant nextAt);

  /** It is told, or given up; nothing is expected any more. */
  void over(Tenant tenant, DocumentId document);

  /**
   * That a number is to be told.
   *
   * @param document of which document
   * @param since since when its vouchers exist (UTC)
   * @param tries how many tries have failed
   * @param nextAt before when no further try is made (UTC)
   */
  record Expected(DocumentId document, Instant since, int tries, Instant nextAt) {}
}
