package io.dingledger.model.failure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a document waits, was ignored or was refused, in words that a bookkeeper understands.
 *
 * @param code the stable code
 * @param chinese what, why and what to do, in Chinese
 * @param english the same in English
 */
public record Reason(String code, String chinese, String english) {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  /** Fills the places of the code's texts with the arguments. */
  public static Reason of(ReasonCode code, Object... arguments) {
    return new Reason(
        code.code(),
        filled(code.chinese() + code.chineseCure(), arguments),
        filled(code.english() + " " + code.englishCure(), arguments));
  }

  private static String filled(String text, Object... arguments) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              int index = Integer.parseInt(place.group(1));
              return index < arguments.length
                  ? Matcher.quoteReplacement(String.valueOf(arguments[index]))
                  : Matcher.quoteReplacement(place.group());
            });
  }
}
