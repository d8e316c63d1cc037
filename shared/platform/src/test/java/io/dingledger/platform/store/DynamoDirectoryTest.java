package io.dingledger.platform.store;

import io.dingledger.platform.support.LocalDynamo;

class DynamoDirectoryTest extends DirectoryContract {
  @Override
  Table empty() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }
}
