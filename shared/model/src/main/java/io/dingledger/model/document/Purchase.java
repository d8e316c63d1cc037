package io.dingledger.model.document;

import io.dingledger.model.money.Money;
import java.util.List;

/**
 * An approved purchase (采购单).
 *
 * @param header what every document has
 * @param total the total stated in the form's header
 * @param supplier the supplier's name or code
 * @param lines the rows; empty when the form has no table
 */
public record Purchase(DocumentHeader header, Money total, String supplier, List<TradeLine> lines)
    implements SourceDocument {
  public Purchase {
    lines = List.copyOf(lines);
  }
}
