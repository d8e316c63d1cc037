package io.dingledger.dingtalk.callback;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.json.JsonTexts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks fields up in pushes, whatever the letter case of their names, one or many of them. */
final class Fields {
  private static final int REPLACEMENT = 0xFFFD;

  private Fields() {}

  /** The text of the first of these names that has one; without blanks around it. */
  static String text(JsonNode object, String... names) {
    for (String name : names) {
      String text = JsonTexts.scalar(JsonTexts.field(object, name)).strip();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** As {@link #text}, but with the blanks around it: an identifier with blanks is none. */
  static String id(JsonNode object, String... names) {
    for (String name : names) {
      String text = JsonTexts.scalar(JsonTexts.field(object, name));
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  /** Every different text, blanks included, that stands under this name in any letter case. */
  static Set<String> allTexts(JsonNode object, String name) {
    Set<String> texts = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String text = JsonTexts.scalar(field.getValue());
      if (field.getKey().equalsIgnoreCase(name) && !text.isBlank()) {
        texts.add(text);
      }
    }
    return texts;
  }

  /**
   * Whether a text can be one of DingTalk's identifiers: not empty, not too long, without blanks
   * and control characters, and nothing lost in decoding, since two that lost something could
   * become the same.
   */
  static boolean isIdentifier(String text, int longest) {
    return !text.isEmpty()
        && text.length() <= longest
        && text.codePoints().noneMatch(Fields::isNoPartOfIdentifier);
  }

  private static boolean isNoPartOfIdentifier(int point) {
    return point == REPLACEMENT
        || Character.isISOControl(point)
        || Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.getType(point) == Character.FORMAT;
  }

  /**
   * The elements of the list under the first of these names that is there: a list, a text that
   * holds one, or a single value or object instead of a list. Empty when there is none.
   */
  static List<JsonNode> elements(JsonNode object, String... names) {
    for (String name : names) {
      JsonNode found = JsonTexts.field(object, name);
      JsonNode structured = JsonTexts.unwrapped(found);
      List<JsonNode> elements = new ArrayList<>();
      if (structured.isArray()) {
        structured.forEach(elements::add);
      } else if (structured.isObject()) {
        elements.add(structured);
      } else if (!JsonTexts.scalar(found).isBlank()) {
        elements.add(found);
      }
      if (!elements.isEmpty()) {
        return elements;
      }
    }
    return List.of();
  }

  /** The usable identifiers of the list under the first of these names, each once. */
  static List<String> identifiers(JsonNode object, int longest, String... names) {
    Set<String> identifiers = new LinkedHashSet<>();
    for (JsonNode element : elements(object, names)) {
      String text = JsonTexts.scalar(element);
      if (isIdentifier(text, longest)) {
        identifiers.add(text);
      }
    }
    return List.copyOf(identifiers);
  }

  /** The beginning of a text, cut between characters and never inside one. */
  static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
