package io.dingledger.ledgers.connector;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a value is written so that it stays a value, whatever it holds. */
enum Escaping {
  /** Inside a JSON text. */
  JSON {
    @Override
    String escaped(String value) {
      return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }
  },
  /** Inside an XML element or attribute; characters that XML cannot hold become spaces. */
  XML {
    @Override
    String escaped(String value) {
      StringBuilder escaped = new StringBuilder(value.length() + 16);
      value.codePoints().forEach(character -> append(escaped, character));
      return escaped.toString();
    }
  },
  /** In the path or query of an address, as UTF-8. */
  ADDRESS {
    @Override
    String escaped(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
  },
  /** In a header; what would end it becomes a space. */
  HEADER {
    @Override
    String escaped(String value) {
      return value
          .codePoints()
          .map(character -> character < ' ' || character > '~' ? ' ' : character)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  };

  abstract String escaped(String value);

  private static void append(StringBuilder escaped, int character) {
    switch (character) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.appendCodePoint(isXml(character) ? character : ' ');
    }
  }

  private static boolean isXml(int character) {
    return character >= 0x20
        && (character < 0xd800 || character > 0xdfff)
        && character != 0xfffe
        && character != 0xffff;
  }
}
