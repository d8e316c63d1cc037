package io.dingledger.platform.store;

import io.dingledger.platform.support.LocalDynamo;

class DynamoDocumentStoreTest extends DocumentStoreContract {
  @Override
  Table empty() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }
}
