package io.dingledger.platform.store;

class MemoryRuleBookLivesTest extends RuleBookLivesContract {
  @Override
  Table empty() {
    return new MemoryTable();
  }
}
