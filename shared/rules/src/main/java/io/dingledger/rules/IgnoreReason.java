package io.dingledger.rules;

import io.dingledger.model.failure.ReasonCode;

/** Why a rule book makes nothing of a document. */
public enum IgnoreReason implements ReasonCode {
  /** The rule book does not want this kind of approval. */
  OUT_OF_SCOPE(
      "RULE-OUT-OF-SCOPE",
      "规则簿不处理这种审批（processCode {0}）。",
      "如需处理，请把它加入规则簿的 scope。",
      "The rule book does not want this kind of approval (processCode {0}).",
      "To have it handled, add it to scope in the rule book.");

  private final String code;
  private final String chinese;
  private final String chineseCure;
  private final String english;
  private final String englishCure;

  IgnoreReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.code = code;
    this.chinese = chinese;
    this.chineseCure = chineseCure;
    this.english = english;
    this.englishCure = englishCure;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String chinese() {
    return chinese;
  }

  @Override
  public String chineseCure() {
    return chineseCure;
  }

  @Override
  public String english() {
    return english;
  }

  @Override
  public String englishCure() {
    return englishCure;
  }
}
