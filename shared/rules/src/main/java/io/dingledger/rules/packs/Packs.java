package io.dingledger.rules.packs;

import io.dingledger.rules.RuleBooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The rule books that come with the product. Each is complete and can be checked as it is; a tenant
 * copies what it needs and puts its own codes in.
 */
public final class Packs {
  private static final List<String> NAMES =
      List.of(
          "expense-general-taxpayer",
          "expense-small-scale-taxpayer",
          "passenger-transport-vat",
          "travel-allowance",
          "travel-advance-and-clearing",
          "supplier-payment",
          "sales-receivable",
          "overtime-pay",
          "overtime-time-off",
          "sick-pay-national-floor",
          "sick-pay-shanghai",
          "sickness-allowance-hong-kong",
          "personal-leave",
          "lateness",
          "absence",
          "wage-accrual-by-department");

  private Packs() {}

  /** Their names. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The text of a pack's rule book.
   *
   * @throws IllegalArgumentException for a name that is not among {@link #names()}
   */
  public static String book(String name) {
    return text(name, name + ".yaml");
  }

  /**
   * The text of a pack's worked examples: documents as {@code docs/documents.md} describes them,
   * each with what becomes of it.
   *
   * @throws IllegalArgumentException for a name that is not among {@link #names()}
   */
  public static String examples(String name) {
    return text(name, name + ".examples.yaml");
  }

  private static String text(String name, String file) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no such pack: " + name);
    }
    try (InputStream stream = RuleBooks.class.getResourceAsStream("packs/" + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
