package io.dingledger.ledgers.quickbooks;

import io.dingledger.ledgers.conformance.LedgerCoreConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import java.util.Map;

/** Reimbursements as bills; red vouchers stay journal entries. */
class QuickBooksBillConformanceTest extends LedgerCoreConformance {
  @Override
  protected LedgerUnderTest open() {
    return new QuickBooksUnderTest(Map.of("expenseAs", "bill", "expenseAccounts", "2202"));
  }
}
