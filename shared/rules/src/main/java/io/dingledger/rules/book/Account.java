package io.dingledger.rules.book;

import io.dingledger.model.voucher.Dimension;
import java.util.List;

/**
 * A business name's account in the ledger's book.
 *
 * @param name the business name
 * @param code the account code (科目编码)
 * @param dimensions the dimensions (辅助核算) that the ledger requires on its lines
 */
public record Account(String name, String code, List<Dimension> dimensions) {
  public Account {
    dimensions = List.copyOf(dimensions);
  }
}
