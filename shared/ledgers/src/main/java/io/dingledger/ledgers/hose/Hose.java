package io.dingledger.ledgers.hose;

import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.Tenant;
import java.time.Instant;
import java.time.YearMonth;

/** What is asked of 合思, and told to it. Nothing is thrown, and nothing is repeated in here. */
public interface Hose {
  /**
   * A document with its lines, as it is now; one call with a warm token, two without. {@code DATA}
   * when there is none with this id.
   */
  Answer<Flow> flow(Tenant tenant, HoseSettings settings, String flowId);

  /**
   * Tells the voucher number of a document, in place of any other. That it was taken is only sure
   * once the document shows it.
   */
  Answer<Told> tell(Tenant tenant, HoseSettings settings, VoucherNumber number);

  /**
   * A voucher number.
   *
   * @param flowId of which document
   * @param number as the ledger gave it; several are joined by commas
   * @param postedAt when it was posted
   * @param period the accounting month
   */
  record VoucherNumber(String flowId, String number, Instant postedAt, YearMonth period) {}

  /** It was not refused. */
  record Told() {}
}
