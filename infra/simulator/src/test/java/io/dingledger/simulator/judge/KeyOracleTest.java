package io.dingledger.simulator.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyOracleTest {
  @Test
  void bothWaysOfWorkingAKeyOutGiveTheSame() {
    for (String tenant : List.of("a", "a#b", "租户")) {
      for (int document = 1; document < 50; document++) {
        for (Purpose purpose : Purpose.values()) {
          assertEquals(
              VoucherKey.of(
                      Tenant.verified(tenant), new DocumentId("d-" + document), purpose, document)
                  .value(),
              KeyOracle.key(Tenant.verified(tenant), "d-" + document, purpose.name(), document));
        }
      }
    }
  }

  @Test
  void aKeyOfToday() {
    assertEquals(
        "DLRFHXV2M4OPFL8P5LK9", KeyOracle.key(Tenant.verified("alpha"), "claim-1", "RECORD", 1));
  }
}
