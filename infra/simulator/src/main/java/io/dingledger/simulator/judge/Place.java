package io.dingledger.simulator.judge;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.Key;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which document an item belongs to, read off its key as {@code docs/data-model.md} describes it:
 * by this package's own eyes, not by those of the code that is judged.
 *
 * @param sort what it is of that document: {@code record}, {@code raw}, {@code voucher#…}
 */
record Place(Tenant tenant, DocumentId document, String sort) {
  private static final Pattern DOCUMENT = Pattern.compile("T#([^#]+)#D#([^#]+)");
  private static final Pattern ESCAPED = Pattern.compile("=([0-9A-F]{4})");

  static Optional<Place> of(Key key) {
    Matcher parts = DOCUMENT.matcher(key.partition());
    return parts.matches()
        ? Optional.of(
            new Place(
                Tenant.verified(plain(parts.group(1))),
                new DocumentId(plain(parts.group(2))),
                key.sort()))
        : Optional.empty();
  }

  boolean isRecord() {
    return sort.equals("record");
  }

  boolean isVoucher() {
    return sort.startsWith("voucher#");
  }

  /** For people: the company and the document. */
  String name() {
    return tenant.id() + " " + document.value();
  }

  private static String plain(String escaped) {
    return ESCAPED
        .matcher(escaped)
        .replaceAll(
            unit ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(unit.group(1), 16))));
  }
}
