package io.dingledger.ledgers.file;

/** Writes summaries (摘要) as a file can take them. */
final class Summaries {
  private final FileSettings settings;

  Summaries(FileSettings settings) {
    this.settings = settings;
  }

  /**
   * The summary of a line on one line of text, cut to its length; with the voucher's whole key at
   * its end where the format has no other place for it.
   */
  String of(Entry entry) {
    String own = cleaned(entry.line().summary());
    String words = own.isEmpty() ? cleaned(entry.voucher().summary()) : own;
    String key = entry.voucher().key().value();
    if (!settings.keyInSummary()) {
      return words.isEmpty() ? key : cut(words, settings.summaryLength());
    }
    return (cut(words, settings.summaryLength() - key.length() - 1).strip() + " " + key).strip();
  }

  /** Line breaks and other controls become blanks, as do the separators of a text file. */
  private String cleaned(String words) {
    StringBuilder cleaned = new StringBuilder(words.length());
    words.codePoints().map(this::cleaned).forEach(cleaned::appendCodePoint);
    return cleaned.toString().strip().replaceAll(" {2,}", " ");
  }

  private int cleaned(int codePoint) {
    boolean breaks =
        Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029;
    boolean separates =
        settings.format() == FileFormat.U8_TEXT
            && (codePoint == ',' || codePoint == '"' || codePoint == '\'');
    return breaks || separates ? ' ' : codePoint;
  }

  private static String cut(String words, int length) {
    int[] characters = words.codePoints().limit(length).toArray();
    return new String(characters, 0, characters.length);
  }
}
