package io.dingledger.translate;

import io.dingledger.model.document.Advance;
import io.dingledger.model.document.Clearing;
import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.ExpenseClaim;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.OutsideWork;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.PayPeriod;
import io.dingledger.model.document.Payment;
import io.dingledger.model.document.Punch;
import io.dingledger.model.document.PunchCorrection;
import io.dingledger.model.document.Purchase;
import io.dingledger.model.document.Sale;
import io.dingledger.model.document.ShiftSwap;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.document.Travel;
import io.dingledger.model.document.Unrecognised;
import io.dingledger.model.money.Money;
import java.util.Optional;

/** The total by which people know a document. */
final class Totals {
  private Totals() {}

  /** The total; empty for documents that state none. */
  static Optional<Money> of(SourceDocument document) {
    return switch (document) {
      case ExpenseClaim claim -> Optional.of(claim.total());
      case Payment payment -> Optional.of(payment.amount());
      case Purchase purchase -> Optional.of(purchase.total());
      case Sale sale -> Optional.of(sale.total());
      case Advance advance -> Optional.of(advance.amount());
      case Clearing clearing -> Optional.of(clearing.spent());
      case Travel travel -> travel.advance();
      case Overtime overtime -> Optional.empty();
      case Leave leave -> Optional.empty();
      case PunchCorrection correction -> Optional.empty();
      case OutsideWork outside -> Optional.empty();
      case ShiftSwap swap -> Optional.empty();
      case Punch punch -> Optional.empty();
      case DailyResult result -> Optional.empty();
      case PayPeriod period -> Optional.empty();
      case Unrecognised unrecognised -> Optional.empty();
    };
  }
}
