package io.dingledger.dingtalk.document;

import java.util.List;

/**
 * What is looked for in a form: by its aliases, then by an id that is one of them, then by its
 * labels.
 *
 * @param word its key among the origins of a document
 * @param chinese how people call it in Chinese
 * @param english how people call it in English
 * @param aliases the values of {@code bizAlias}, those of DingTalk's own suites first
 * @param labels the labels, spelled as {@link Labels} spells them
 */
record Field(
    String word, String chinese, String english, List<String> aliases, List<String> labels) {
  Field {
    aliases = List.copyOf(aliases);
    labels = List.copyOf(labels);
  }
}
