package io.dingledger.model.document;

/** One approved instance or attendance fact, fetched and typed. */
public sealed interface SourceDocument
    permits ExpenseClaim,
        Payment,
        Purchase,
        Sale,
        Advance,
        Clearing,
        Travel,
        Overtime,
        Leave,
        PunchCorrection,
        OutsideWork,
        ShiftSwap,
        Punch,
        DailyResult,
        PayPeriod,
        Unrecognised {
  /** What all kinds have in common. */
  DocumentHeader header();

  /** Which kind it is. */
  default DocumentKind kind() {
    return switch (this) {
      case ExpenseClaim claim -> DocumentKind.EXPENSE_CLAIM;
      case Payment payment -> DocumentKind.PAYMENT;
      case Purchase purchase -> DocumentKind.PURCHASE;
      case Sale sale -> DocumentKind.SALE;
      case Advance advance -> DocumentKind.ADVANCE;
      case Clearing clearing -> DocumentKind.CLEARING;
      case Travel travel -> DocumentKind.TRAVEL;
      case Overtime overtime -> DocumentKind.OVERTIME;
      case Leave leave -> DocumentKind.LEAVE;
      case PunchCorrection correction -> DocumentKind.PUNCH_CORRECTION;
      case OutsideWork outside -> DocumentKind.OUTSIDE_WORK;
      case ShiftSwap swap -> DocumentKind.SHIFT_SWAP;
      case Punch punch -> DocumentKind.PUNCH;
      case DailyResult result -> DocumentKind.DAILY_RESULT;
      case PayPeriod period -> DocumentKind.PAY_PERIOD;
      case Unrecognised unrecognised -> DocumentKind.UNRECOGNISED;
    };
  }
}
