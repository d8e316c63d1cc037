package io.dingledger.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /** A hint for a message: {@code (→ accounts?)}, or empty when nothing is near. */
  public static String hint(String written, Collection<String> known) {
    return to(written, known).map(word -> " (→ " + word + "?)").orElse("");
  }

  /** The known word nearest to the written one, if one is near enough to be meant. */
  static Optional<String> to(String written, Collection<String> known) {
    int limit = Math.max(1, written.length() / 2);
    return known.stream()
        .filter(word -> distance(written, word) <= limit)
        .min(
            Comparator.<String>comparingInt(word -> distance(written, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * Whether one name may be another that was changed a little: a sign in three, or put longer.
   * Names of two signs are near only to longer ones: 税额 and 余额 have nothing in common.
   */
  public static boolean isNear(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    return shorter > 1
        && (one.contains(other) || other.contains(one) || distance(one, other) <= shorter / 3);
  }

  /** Levenshtein's distance. */
  private static int distance(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(above[column - 1] + change, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return above[right.length()];
  }
}
