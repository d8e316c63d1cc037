package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes values as JSON and reads them back, by hand and without reflection.
 *
 * <p>Amounts are texts with their currency, instants are ISO 8601 in UTC with up to nine decimals,
 * optional values are left out. Fields that a codec does not know are ignored, so that an older
 * function reads what a newer one wrote.
 *
 * @param <T> what it writes and reads
 */
public interface JsonCodec<T> {
  /** The value as a tree. */
  ObjectNode toJson(T value);

  /**
   * The value of a tree.
   *
   * @throws Unreadable when a field is missing or wrong
   */
  T fromJson(JsonNode json);

  /** The value as text in UTF-8; for storage. */
  default String encode(T value) {
    return Json.text(toJson(value));
  }

  /** The value as text in ASCII, which every queue carries unchanged. */
  default String encodeAscii(T value) {
    return Json.ascii(toJson(value));
  }

  /**
   * The value of a text.
   *
   * @throws Unreadable when it is not JSON, or a field is missing or wrong
   */
  default T decode(String text) {
    JsonNode json = Json.read(text);
    try {
      return fromJson(json);
    } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
      throw new Unreadable(getClass().getSimpleName() + " " + wrong.getClass().getSimpleName());
    }
  }
}
