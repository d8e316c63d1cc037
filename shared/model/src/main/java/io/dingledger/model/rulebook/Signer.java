package io.dingledger.model.rulebook;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who answers for a step in the life of a rule book: an identifier that the caller vouches for.
 *
 * <p>Two signers are one person when their identifiers differ only in capitals, blanks, full-width
 * letters or characters that nobody sees, so that nobody becomes a second person by a slip or a
 * trick of typing.
 */
public final class Signer {
  /** The longest identifier, in UTF-16 units, once it is trimmed. */
  public static final int LONGEST = 64;

  /** Format characters, and letters and marks that Unicode gives no shape. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cf}\\x{034F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{3164}\\x{FE00}-\\x{FE0F}"
              + "\\x{E0100}-\\x{E01EF}]");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private final String id;
  private final String compared;

  private Signer(String id, String compared) {
    this.id = id;
    this.compared = compared;
  }

  /**
   * The person of this identifier; empty when nothing of it can be seen, or when it is too long or
   * holds a control character other than a blank.
   */
  public static Optional<Signer> of(String given) {
    String seen = UNSEEN.matcher(plain(given)).replaceAll("");
    String id = BLANKS.matcher(plain(seen)).replaceAll(" ").strip();
    boolean usable =
        !id.isEmpty() && id.length() <= LONGEST && id.chars().noneMatch(Character::isISOControl);
    return usable
        ? Optional.of(new Signer(id, id.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** The identifier as people see it: trimmed, full-width letters made plain. */
  public String id() {
    return id;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signer signer && signer.compared.equals(compared);
  }

  @Override
  public int hashCode() {
    return compared.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
