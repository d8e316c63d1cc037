package io.dingledger.dingtalk.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dingledger.dingtalk.json.JsonTexts;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The spellings by which a label is known: without blanks, brackets, marks and case, and of a label
 * in two languages each half alone ({@code 开始时间 Start Time}).
 */
final class Labels {
  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");
  private static final Pattern MARKS = Pattern.compile("[\\s:*_-]");
  private static final Pattern NOT_CHINESE = Pattern.compile("[^\\p{IsHan}]");
  private static final Pattern NOT_LATIN = Pattern.compile("[^a-z]");

  private Labels() {}

  /** All spellings of a label; a text that holds JSON gives those of each text within. */
  static Set<String> spellings(String name) {
    Set<String> found = new LinkedHashSet<>();
    JsonNode languages = JsonTexts.unwrapped(TextNode.valueOf(name));
    if (languages.isObject()) {
      languages.forEach(label -> add(JsonTexts.scalar(label), found));
    } else {
      add(name, found);
    }
    return found;
  }

  private static void add(String name, Set<String> into) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String whole = MARKS.matcher(BRACKETS.matcher(plain).replaceAll("")).replaceAll("");
    String chinese = NOT_CHINESE.matcher(whole).replaceAll("");
    String latin = NOT_LATIN.matcher(whole).replaceAll("");
    if (!whole.isEmpty()) {
      into.add(whole);
    }
    if (!chinese.isEmpty() && !latin.isEmpty()) {
      into.add(chinese);
      into.add(latin);
    }
  }
}
