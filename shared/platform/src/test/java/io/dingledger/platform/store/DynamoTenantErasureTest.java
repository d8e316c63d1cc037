package io.dingledger.platform.store;

import io.dingledger.platform.support.LocalDynamo;

class DynamoTenantErasureTest extends TenantErasureContract {
  @Override
  WholeTable table() {
    return new DynamoTable(LocalDynamo.client(), LocalDynamo.newTable());
  }
}
