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

  private final Texts texts;

  IgnoreReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
