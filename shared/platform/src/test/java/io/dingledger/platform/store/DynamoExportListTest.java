package io.dingledger.platform.store;

import io.dingledger.platform.support.LocalDynamo;

class DynamoExportListTest extends ExportListContract {
  @Override
  Table empty() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }
}
