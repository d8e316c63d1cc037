package io.dingledger.model.document;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of source documents, with the word by which rule books and APIs call them. */
public enum DocumentKind {
  EXPENSE_CLAIM("expenseClaim"),
  PAYMENT("payment"),
  PURCHASE("purchase"),
  SALE("sale"),
  ADVANCE("advance"),
  CLEARING("clearing"),
  TRAVEL("travel"),
  OVERTIME("overtime"),
  LEAVE("leave"),
  PUNCH_CORRECTION("punchCorrection"),
  OUTSIDE_WORK("outsideWork"),
  SHIFT_SWAP("shiftSwap"),
  PUNCH("punch"),
  DAILY_RESULT("dailyResult"),
  PAY_PERIOD("payPeriod"),
  UNRECOGNISED("unrecognised");

  private final String word;

  DocumentKind(String word) {
    this.word = word;
  }

  /** How rule books, the API and the table spell it. */
  public String word() {
    return word;
  }

  /** The kind with this word. */
  public static Optional<DocumentKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
