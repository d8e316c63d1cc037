package io.dingledger.dingtalk.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.json.JsonTexts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** {@code compressedValue} of leave and overtime: hex digits of gzipped JSON (facts §4.3). */
final class CompressedDetails {
  /** The most that is unpacked, in bytes; a year of days takes a tenth of it. */
  static final int MOST_BYTES = 1024 * 1024;

  private static final int MOST_DIGITS = 512 * 1024;

  private CompressedDetails() {}

  /** The object within; empty when it can't be unpacked, or is larger than {@link #MOST_BYTES}. */
  static Optional<JsonNode> unpacked(String hexadecimal) {
    if (hexadecimal.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    try {
      byte[] packed = HexFormat.of().parseHex(hexadecimal.strip());
      try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        byte[] bytes = content.readNBytes(MOST_BYTES + 1);
        return bytes.length > MOST_BYTES
            ? Optional.empty()
            : JsonTexts.parse(new String(bytes, StandardCharsets.UTF_8)).filter(JsonNode::isObject);
      }
    } catch (IOException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
