package io.dingledger.ledgers.tplus;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.voucher.VoucherKey;
import java.util.Optional;

/**
 * The configured body of the query. Keys hold nothing that JSON would have to quote.
 *
 * @param text JSON with the places {@code {key}} and perhaps {@code {page}}
 */
record QueryTemplate(String text) {
  private static final String KEY = "{key}";
  private static final String PAGE = "{page}";
  private static final String ANY_KEY = "DL000000000000000000";

  /** Whether a text is JSON once its places are filled, and asks for the key. */
  static boolean isUsable(String text) {
    return text.contains(KEY) && filled(text, ANY_KEY, 1).filter(JsonNode::isObject).isPresent();
  }

  /** Whether it asks for one page after the other. */
  boolean hasPages() {
    return text.contains(PAGE);
  }

  /** The body for a key; pages count from 1. */
  JsonNode body(VoucherKey key, int page) {
    return filled(text, key.value(), page).orElseThrow();
  }

  private static Optional<JsonNode> filled(String text, String key, int page) {
    return Json.tree(text.replace(KEY, key).replace(PAGE, Integer.toString(page)));
  }
}
