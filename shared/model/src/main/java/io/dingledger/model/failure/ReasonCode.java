package io.dingledger.model.failure;

/**
 * A stable code with its texts: what happened and why, and what to do. Each module keeps its own
 * enumeration.
 */
public interface ReasonCode {
  /** The code and its texts; the same ones at every call. */
  Texts texts();

  /** The stable code, for example {@code RULE-ACCOUNT-UNMAPPED}. */
  default String code() {
    return texts().code();
  }

  /** What and why, in Chinese. */
  default String chinese() {
    return texts().chinese();
  }

  /** What to do, in Chinese. */
  default String chineseCure() {
    return texts().chineseCure();
  }

  /** What and why, in English. */
  default String english() {
    return texts().english();
  }

  /** What to do, in English. */
  default String englishCure() {
    return texts().englishCure();
  }

  /**
   * A code with its texts, which hold places {@code {0}}, {@code {1}} … for arguments.
   *
   * @param code the stable code
   * @param chinese what and why, in Chinese
   * @param chineseCure what to do, in Chinese
   * @param english what and why, in English
   * @param englishCure what to do, in English
   */
  record Texts(
      String code, String chinese, String chineseCure, String english, String englishCure) {}
}
