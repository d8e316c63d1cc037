package io.dingledger.model.pay;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a pay item does to a person's pay. */
public enum PaySign {
  /** It adds to pay. */
  EARNING("earning", 1),
  /** It takes from pay. */
  DEDUCTION("deduction", -1),
  /** It only counts: time off in return for overtime, or being late without any deduction. */
  NONE("none", 0);

  private final String word;
  private final int factor;

  PaySign(String word, int factor) {
    this.word = word;
    this.factor = factor;
  }

  /** How rule books and the table spell it. */
  public String word() {
    return word;
  }

  /** 1, -1 or 0: by what an amount above zero becomes the signed amount of a pay item. */
  public int factor() {
    return factor;
  }

  /** The sign with this word. */
  public static Optional<PaySign> of(String word) {
    return Arrays.stream(values()).filter(sign -> sign.word.equals(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(PaySign::word).toList();
  }
}
