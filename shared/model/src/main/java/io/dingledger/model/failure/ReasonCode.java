package io.dingledger.model.failure;

/**
 * A stable code with its texts: what happened and why, and what to do. Each module keeps its own
 * enumeration. Texts hold places {@code {0}}, {@code {1}} … for arguments.
 */
public interface ReasonCode {
  /** The stable code, for example {@code RULE-ACCOUNT-UNMAPPED}. */
  String code();

  /** What and why, in Chinese. */
  String chinese();

  /** What to do, in Chinese. */
  String chineseCure();

  /** What and why, in English. */
  String english();

  /** What to do, in English. */
  String englishCure();
}
