package io.dingledger.model.voucher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VoucherKeyTest {
  private static VoucherKey key(String tenant, String document, Purpose purpose, int revision) {
    return VoucherKey.of(Tenant.verified(tenant), new DocumentId(document), purpose, revision);
  }

  /** Keys never change: vouchers already in ledgers carry them. Computed with another program. */
  @Test
  void staysTheSameForEver() {
    assertEquals("DLQ2GY92FVCE1S494HBT", key("demo", "kQ8x-1", Purpose.RECORD, 1).value());
  }

  @Test
  void differsInEachOfItsParts() {
    Set<VoucherKey> keys = new HashSet<>();
    for (String tenant : new String[] {"a", "A", "a#b", "ab"}) {
      for (String document : new String[] {"1", "b1", "#b1", "1 "}) {
        for (Purpose purpose : Purpose.values()) {
          keys.add(key(tenant, document, purpose, 1));
          keys.add(key(tenant, document, purpose, 11));
        }
      }
    }
    assertEquals(4 * 4 * Purpose.values().length * 2, keys.size());
  }

  @Test
  void fitsTheShortestFieldOfAnyLedgerAndNeedsNoQuoting() {
    for (int i = 0; i < 2000; i++) {
      String value = key("t" + i, "d", Purpose.RECORD, 1).value();
      assertTrue(value.matches("[0-9A-Z]{20}"), value);
    }
  }

  @Test
  void refusesWhatIsNoKey() {
    assertThrows(IllegalArgumentException.class, () -> new VoucherKey("DL1' or '1'='1"));
    assertThrows(IllegalArgumentException.class, () -> new VoucherKey(""));
  }
}
