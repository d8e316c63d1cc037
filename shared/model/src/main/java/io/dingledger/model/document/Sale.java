package io.dingledger.model.document;

import io.dingledger.model.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An approved sale or receivable (销售单、应收单、收款单).
 *
 * @param header what every document has
 * @param total the total stated in the form's header
 * @param customer the customer's name or code
 * @param dueOn when the money is due or came in, when stated
 * @param lines the rows; empty when the form has no table
 */
public record Sale(
    DocumentHeader header,
    Money total,
    String customer,
    Optional<LocalDate> dueOn,
    List<TradeLine> lines)
    implements SourceDocument {
  public Sale {
    lines = List.copyOf(lines);
  }
}
