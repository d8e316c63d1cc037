package io.dingledger.model.failure;

/**
 * Why a document waits, was ignored or was refused, in words that a bookkeeper understands.
 *
 * @param code the stable code
 * @param chinese what, why and what to do, in Chinese
 * @param english the same in English
 */
public record Reason(String code, String chinese, String english) {
  /** Fills the places of the code's texts with the arguments. */
  public static Reason of(ReasonCode code, Object... arguments) {
    return new Reason(
        code.code(),
        filled(code.chinese() + code.chineseCure(), arguments),
        filled(code.english() + " " + code.englishCure(), arguments));
  }

  /** A place is a digit in braces; one for which there is no argument stays as it is. */
  private static String filled(String text, Object... arguments) {
    StringBuilder filled = new StringBuilder(text.length() + 64);
    int next = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      int index = open + 2 < text.length() ? text.charAt(open + 1) - '0' : -1;
      if (index >= 0 && index <= 9 && text.charAt(open + 2) == '}' && index < arguments.length) {
        filled.append(text, next, open).append(arguments[index]);
        next = open + 3;
      }
    }
    return filled.append(text, next, text.length()).toString();
  }
}
